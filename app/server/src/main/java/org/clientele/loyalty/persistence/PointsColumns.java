package org.clientele.loyalty.persistence;

import java.util.List;
import java.util.Set;
import org.clientele.plugin.records.RecordKind;

/** Columns of the file with points; which are filled follows from the part. */
final class PointsColumns {
    static final String RECORD = RecordKind.POINTS.firstColumn();
    static final String PART = "part";
    static final String CUSTOMER = "customer";
    static final String TIER = "tier";
    static final String TIER_POINTS = "tier-points";
    static final String TIER_SINCE = "tier-since";
    static final String REVIEW = "tier-review";

    /** Counts the customer's entries from 1. */
    static final String ENTRY = "entry";

    static final String KIND = "kind";
    static final String FROM = "from";
    static final String TO = "to";
    static final String POINTS = "points";
    static final String DAY = "day";
    static final String POSTED = "posted";
    static final String POSTED_BY = "posted-by";
    static final String REASON = "reason";
    static final String ACTIVITY = "activity";

    /** When what earned them happened; empty where that is no longer there. */
    static final String ACTIVITY_TIME = "activity-time";

    /** Which of the customer's activities of that time, from 0; or which of those that are no longer there. */
    static final String ACTIVITY_PLACE = "activity-place";

    static final String TURN = "turn";

    /** The number of the entry that it takes back. */
    static final String REVERSES = "reverses";

    /** Tells bulk adjustments apart; with an entry: the one that posted it. */
    static final String ADJUSTMENT = "adjustment";

    static final String SOURCE = "source";
    static final String SOURCE_KEY = "source-key";
    static final String FROM_FILE = "from-file";
    static final String ENTRIES = "entries";
    static final String GIVEN = "given";
    static final String TAKEN = "taken";
    static final String LEFT_OUT = "left-out";
    static final String UNDONE = "undone";
    static final String UNDONE_BY = "undone-by";

    static final List<String> ALL = List.of(
            RECORD,
            PART,
            CUSTOMER,
            TIER,
            TIER_POINTS,
            TIER_SINCE,
            REVIEW,
            ENTRY,
            KIND,
            FROM,
            TO,
            POINTS,
            DAY,
            POSTED,
            POSTED_BY,
            REASON,
            ACTIVITY,
            ACTIVITY_TIME,
            ACTIVITY_PLACE,
            TURN,
            REVERSES,
            ADJUSTMENT,
            SOURCE,
            SOURCE_KEY,
            FROM_FILE,
            ENTRIES,
            GIVEN,
            TAKEN,
            LEFT_OUT,
            UNDONE,
            UNDONE_BY);

    /** Those that files made before there were bulk adjustments lack. */
    static final Set<String> LATER =
            Set.of(ADJUSTMENT, SOURCE, SOURCE_KEY, FROM_FILE, ENTRIES, GIVEN, TAKEN, LEFT_OUT, UNDONE, UNDONE_BY);

    /** What a row says: bulk adjustments come before the accounts, and an account before its entries. */
    enum Part {
        ADJUSTMENT,
        ACCOUNT,
        ENTRY
    }

    private PointsColumns() {}
}
