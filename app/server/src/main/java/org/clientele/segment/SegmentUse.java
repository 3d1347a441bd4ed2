package org.clientele.segment;

/**
 * Where a segment is used.
 *
 * @param subject what uses it: an id of the vertical's definition, the name of a saved view, or who keeps one
 * @param query the address's parameters of a saved view, else empty
 */
public record SegmentUse(SegmentName segment, Kind kind, String subject, String query) {
    /** What uses segments. */
    public enum Kind {
        /** A customer list that the user saved. */
        VIEW(true),
        /** A customer list of somebody else, whose name is theirs to tell. */
        VIEW_OF_OTHERS(false),
        /** Conditions of another model. */
        MODEL(true),
        TILE(true),
        CHECK(true),
        REPORT(true),
        GUIDE(true),
        WORKFLOW(true),
        /** Its strategy with its plays, which nobody gets any more. */
        STRATEGY(false),
        /** Its rank among the segments with a strategy. */
        TREATMENT_ORDER(false);

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
