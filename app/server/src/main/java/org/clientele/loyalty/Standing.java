package org.clientele.loyalty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a customer stands in the programme.
 *
 * @param tierPoints points earned within the programme's window
 * @param tier null when the programme has no tiers, or nothing was counted yet
 * @param next the next higher tier; null when there is none
 * @param review when the tier is looked at again
 * @param expiring points that expire by {@code expiringBy} unless they are used
 */
public record Standing(
        long balance,
        long tierPoints,
        @Nullable MemberTier tier,
        @Nullable MemberTier next,
        @Nullable LocalDate review,
        long expiring,
        @Nullable LocalDate expiringBy) {
    /** Points that are missing to the next tier. */
    public long missing() {
        return next == null ? 0 : Math.max(0, next.fromPoints() - tierPoints);
    }
}
