package org.clientele.interaction.persistence;

import java.util.List;
import org.clientele.plugin.records.RecordKind;

/** Columns of the file with contacts. */
final class InteractionColumns {
    static final String RECORD = RecordKind.INTERACTIONS.firstColumn();
    static final String VERSION = "version";
    static final String CUSTOMER = "customer";
    static final String TIME = "time";
    static final String CHANNEL = "channel";
    static final String DIRECTION = "direction";
    static final String SUBJECT = "subject";
    static final String NOTES = "notes";
    static final String OUTCOME = "outcome";
    static final String SATISFACTION = "satisfaction";
    static final String FOLLOW_UP = "follow-up";
    static final String DONE = "follow-up-done";
    static final String DONE_BY = "follow-up-done-by";
    static final String AUTHOR = "author";

    /** When an edit replaced what the row says; empty in the row that still stands. */
    static final String REPLACED = "replaced";

    static final String REPLACED_BY = "replaced-by";

    static final List<String> ALL = List.of(
            RECORD,
            VERSION,
            CUSTOMER,
            TIME,
            CHANNEL,
            DIRECTION,
            SUBJECT,
            NOTES,
            OUTCOME,
            SATISFACTION,
            FOLLOW_UP,
            DONE,
            DONE_BY,
            AUTHOR,
            REPLACED,
            REPLACED_BY);

    private InteractionColumns() {}
}
