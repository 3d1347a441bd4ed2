package org.clientele.loyalty;

import java.time.Instant;
import java.time.LocalDate;

/** Points for one customer in a bulk adjustment; negative when they are taken. */
record AdjustmentLine(long customerId, long change, String reason, LocalDate day) {
    NewEntry entry(Instant at, long by) {
        PointsKind kind = change > 0 ? PointsKind.BONUS : PointsKind.DEDUCT;
        return NewEntry.byHand(kind, customerId, Math.abs(change), day, at, by, reason, null);
    }
}
