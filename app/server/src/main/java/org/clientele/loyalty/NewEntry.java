package org.clientele.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Points to be moved.
 *
 * @param by the user; null for the portal itself
 * @param request made once per form, so that nothing is posted twice; null for the portal itself
 * @param source the activity's row that earns; null for anything else
 * @param reverses the entry that is taken back; else null
 */
public record NewEntry(
        long customerId,
        PointsKind kind,
        PointsAccount from,
        PointsAccount to,
        long points,
        LocalDate day,
        Instant at,
        @Nullable Long by,
        String reason,
        @Nullable String request,
        @Nullable Source source,
        @Nullable Long reverses) {
    /**
     * A row of an activity.
     *
     * @param turn how many entries there were for the row before
     */
    public record Source(String activity, long row, int turn) {}

    /** An act of somebody. */
    static NewEntry byHand(
            PointsKind kind,
            long customerId,
            long points,
            LocalDate day,
            Instant at,
            long by,
            String reason,
            @Nullable String request) {
        return new NewEntry(customerId, kind, kind.from(), kind.to(), points, day, at, by, reason, request, null, null);
    }

    /** What it adds to the customer's balance; negative when it takes from it. */
    public long change() {
        if (to == PointsAccount.CUSTOMER) {
            return points;
        }
        return from == PointsAccount.CUSTOMER ? -points : 0;
    }
}
