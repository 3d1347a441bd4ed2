package org.clientele.segment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A membership with the reason it was entered for.
 *
 * @param validFrom first day
 * @param validTo first day on which it no longer holds, or null: it holds
 * @param reason as written by the engine's codec
 * @param version of the model, null: stored before there were versions
 */
public record MembershipStatement(
        SegmentName segment,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String reason,
        @Nullable Integer version) {
    /** One whose version is not known. */
    public MembershipStatement(SegmentName segment, LocalDate validFrom, @Nullable LocalDate validTo, String reason) {
        this(segment, validFrom, validTo, reason, null);
    }
}
