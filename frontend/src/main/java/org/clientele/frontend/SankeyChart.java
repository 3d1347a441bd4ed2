package org.clientele.frontend;

import java.util.List;

/** Who moved from which segment to which, between two dates. */
public class SankeyChart extends Chart {
    public SankeyChart(String label) {
        super("sankey", label);
    }

    /**
     * The members that were in one segment and are now in another, or still in the same.
     *
     * @param key what a click on the band hands back
     * @param from key of a mark of the earlier date
     * @param to key of a mark of the later date
     * @param value number of members
     * @param text that number as people read it
     */
    public record Flow(String key, String from, String to, double value, String text) {}

    /** Shows the movement; both lists in the order from top to bottom, keys unique in each list. */
    public final void setMovement(List<Mark> before, List<Mark> after, List<Flow> flows) {
        show(new Data(before, after, flows));
    }

    record Data(List<Mark> before, List<Mark> after, List<Flow> flows) {}
}
