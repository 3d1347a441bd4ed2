package org.clientele.segment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A membership as stored, without its reason.
 *
 * @param segmentKey the number of the segment in the database
 * @param validFrom first day
 * @param validTo first day on which it no longer holds, or null: it holds
 */
public record StoredMembership(
        long customerId,
        int segmentKey,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    /** Whether it holds, or ended on the day or later. */
    boolean endsOnOrAfter(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }

    StoredMembership endedOn(@Nullable LocalDate day) {
        return new StoredMembership(customerId, segmentKey, validFrom, day);
    }
}
