package org.clientele.stakeholder.persistence;

import java.util.List;
import org.clientele.plugin.records.RecordKind;

/** The columns in which parties and what hangs on them are written; what each holds depends on the part. */
final class PartyColumns {
    static final String RECORD = RecordKind.STAKEHOLDERS.firstColumn();
    static final String PART = "part";
    static final String NAME = "name";
    static final String TEXT = "text";
    static final String MORE = "more";
    static final String EMAIL = "email";
    static final String CHOICE = "choice";
    static final String LEVEL = "level";
    static final String PERSON = "person";
    static final String DAY = "day";
    static final String UNTIL = "until";
    static final String REMIND = "remind";
    static final String NUMBER = "number";
    static final String TIME = "time";
    static final String MARKS = "marks";
    static final List<String> ALL = List.of(
            RECORD, PART, NAME, TEXT, MORE, EMAIL, CHOICE, LEVEL, PERSON, DAY, UNTIL, REMIND, NUMBER, TIME, MARKS);

    /** What a row is; a record begins with a party or is a criterion. */
    enum Kind {
        PARTY,
        CRITERION,
        CONTACT,
        AGREEMENT,
        ACTION,
        EVENT,
        SCORE
    }

    private PartyColumns() {}
}
