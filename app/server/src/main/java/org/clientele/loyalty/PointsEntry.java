package org.clientele.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Points that moved from one account to another.
 *
 * @param day of what earned them, or of the act
 * @param by who did it; null for the portal itself
 * @param reverses the entry it takes back; else null
 * @param reversed whether it was taken back
 * @param balance of the customer after it
 */
public record PointsEntry(
        long id,
        long customerId,
        PointsKind kind,
        PointsAccount from,
        PointsAccount to,
        long points,
        LocalDate day,
        Instant at,
        @Nullable String by,
        String reason,
        @Nullable Long reverses,
        boolean reversed,
        long balance) {
    /** Longest reason. */
    public static final int REASON_LENGTH = 500;

    /** What it adds to the customer's balance; negative when it takes from it. */
    public long change() {
        if (to == PointsAccount.CUSTOMER) {
            return points;
        }
        return from == PointsAccount.CUSTOMER ? -points : 0;
    }

    public PointsEntry withBalance(long after) {
        return new PointsEntry(id, customerId, kind, from, to, points, day, at, by, reason, reverses, reversed, after);
    }

    /** Whether somebody may still take it back. */
    public boolean isReversible() {
        return kind.isByHand() && reverses == null && !reversed;
    }
}
