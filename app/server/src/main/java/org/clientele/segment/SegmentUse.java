package org.clientele.segment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a segment is used.
 *
 * @param subject what uses it: an id of the vertical's definition, the name of a saved view, or who keeps one
 * @param query the address's parameters of a saved view, the segment of a strategy whose conditions name it, else empty
 * @param lastUsed the day on which it last did something with the segment, null where it always does, or never did
 */
public record SegmentUse(
        SegmentName segment,
        Kind kind,
        String subject,
        String query,
        @Nullable LocalDate lastUsed) {
    public SegmentUse(SegmentName segment, Kind kind, String subject, String query) {
        this(segment, kind, subject, query, null);
    }

    /** What uses segments. */
    public enum Kind {
        /** A customer list that the user saved. */
        VIEW(true),
        /** A customer list of somebody else, whose name is theirs to tell. */
        VIEW_OF_OTHERS(false),
        /** Conditions of another model. */
        MODEL(true),
        /** Conditions of another model's version that will apply later, or once somebody approves it. */
        MODEL_WAITING(true),
        /** Conditions of another model's draft. */
        MODEL_DRAFT(false),
        TILE(true),
        CHECK(true),
        REPORT(true),
        GUIDE(true),
        WORKFLOW(true),
        /** Its strategy with as many plays as the subject says, which nobody gets any more. */
        STRATEGY(false),
        /** The conditions of a strategy: whom it is for, or who gets it no more. */
        STRATEGY_CONDITION(true),
        /** The conditions of a strategy's version that will apply later, or once somebody approves it. */
        STRATEGY_WAITING(true),
        /** The conditions of a strategy's draft. */
        STRATEGY_DRAFT(false),
        /** The condition on whom the holdout of all strategies is drawn among. */
        HOLDOUT(true),
        /** Its rank among the segments with a strategy. */
        TREATMENT_ORDER(false),
        /** As many articles as the subject says, which are shown to its members by themselves. */
        ARTICLES(false);

        private final boolean breaks;

        Kind(boolean breaks) {
            this.breaks = breaks;
        }
    }

    /** Whether it would answer wrongly without the segment; else it merely falls silent. */
    public boolean breaks() {
        return kind.breaks;
    }
}
