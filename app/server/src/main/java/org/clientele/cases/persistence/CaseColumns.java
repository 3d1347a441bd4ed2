package org.clientele.cases.persistence;

import java.util.List;
import org.clientele.plugin.records.RecordKind;

/** Columns of the file with cases; what one holds follows from the part. */
final class CaseColumns {
    static final String RECORD = RecordKind.CASES.firstColumn();
    static final String PART = "part";
    static final String NUMBER = "number";
    static final String CUSTOMER = "customer";
    static final String TYPE = "type";
    static final String SUBJECT = "subject";
    static final String TEXT = "text";
    static final String PRIORITY = "priority";
    static final String PERSON = "person";
    static final String TEAM = "team";
    static final String STATE = "state";
    static final String REASON = "reason";
    static final String OPENED_BY = "opened-by";
    static final String TIME = "time";
    static final String ANSWERED = "answered";
    static final String SOLVED = "solved";
    static final String DUE = "due";
    static final String TIER = "tier";
    static final String COST = "cost";
    static final String BEFORE = "before";
    static final String AFTER = "after";
    static final String OTHER = "other";

    static final List<String> ALL = List.of(
            RECORD, PART, NUMBER, CUSTOMER, TYPE, SUBJECT, TEXT, PRIORITY, PERSON, TEAM, STATE, REASON, OPENED_BY, TIME,
            ANSWERED, SOLVED, DUE, TIER, COST, BEFORE, AFTER, OTHER);

    /** What a row says; {@link #CASE} first. */
    enum Part {
        CASE,
        EVENT,
        STEP,
        /** {@link #OTHER} is the contact's record. */
        CONTACT,
        WATCHER,
        /** {@link #OTHER} is the number of a case that stands before. */
        RELATED,
        /** The case goes on in the one of the number {@link #OTHER}, which stands before. */
        MERGED,
        /** The one of the number {@link #OTHER}, which stands before, goes on in this case. */
        TOOK_IN
    }

    private CaseColumns() {}
}
