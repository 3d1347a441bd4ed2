package org.clientele.engine.comparison;

/**
 * Why customers moved from one segment to another when the definition was changed in between, for every pair of segments. Who moved is counted once: by
 * behaviour (the old definition moves them, too, and to the same segment), by the new definition (the old one would have left them where they were), or
 * by both. Rows and columns as in {@link Migration}. Immutable.
 */
public final class MoveCauses {
    private final int none;
    private final long[][] behaviour;
    private final long[][] definition;
    private final Migration.Causes all;

    private MoveCauses(int segments, Migration.Causes all) {
        this.none = segments;
        this.all = all;
        this.behaviour = new long[segments + 1][segments + 1];
        this.definition = new long[segments + 1][segments + 1];
    }

    /**
     * Counts.
     *
     * @param segments number of segments
     * @param start segments under the old definition at the start; negative: in none
     * @param between under the old definition at the end
     * @param end under the new definition at the end
     */
    public static MoveCauses of(int segments, int[] start, int[] between, int[] end) {
        MoveCauses causes = new MoveCauses(segments, Migration.causes(start, between, end));
        for (int customer = 0; customer < start.length; customer++) {
            int from = causes.place(start[customer]);
            int via = causes.place(between[customer]);
            int to = causes.place(end[customer]);
            if (from != to && via == to) {
                causes.behaviour[from][to]++;
            } else if (from != to && via == from) {
                causes.definition[from][to]++;
            }
        }
        return causes;
    }

    private int place(int segment) {
        return segment < 0 ? none : segment;
    }

    /** Who moved from one segment to the other under the old definition, too. */
    public long behaviour(int from, int to) {
        return behaviour[from][to];
    }

    /** Who would have stayed under the old definition. */
    public long definition(int from, int to) {
        return definition[from][to];
    }

    /** All customers by why they are where they are. */
    public Migration.Causes all() {
        return all;
    }
}
