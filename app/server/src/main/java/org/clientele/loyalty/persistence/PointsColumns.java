package org.clientele.loyalty.persistence;

import java.util.List;
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
            REVERSES);

    /** What a row says; {@link #ACCOUNT} first. */
    enum Part {
        ACCOUNT,
        ENTRY
    }

    private PointsColumns() {}
}
