package org.clientele.frontend;

import java.util.List;

/** How many are in exactly which of several sets (an UpSet plot). */
public class UpsetChart extends Chart {
    public UpsetChart(String label) {
        super("upset", label);
        setHeight(Height.GRID);
    }

    /** A set, a row below the bars. */
    public record Group(String key, String label) {}

    /**
     * Those in exactly some of the sets.
     *
     * @param members keys of the sets
     * @param text the number as people read it
     */
    public record Combination(String key, String label, List<String> members, double value, String text) {
        public Combination {
            members = List.copyOf(members);
        }
    }

    /** Shows the combinations from left to right, the sets from top to bottom. */
    public final void setCombinations(List<Group> sets, List<Combination> combinations) {
        show(new Data(sets, combinations));
    }

    record Data(List<Group> sets, List<Combination> combinations) {}
}
