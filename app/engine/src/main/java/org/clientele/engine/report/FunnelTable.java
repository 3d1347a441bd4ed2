package org.clientele.engine.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clientele.engine.Snapshot;
import org.clientele.plugins.api.ReportDefinition.Funnel.Step;
import org.jspecify.annotations.Nullable;

/**
 * How many customers come how far: a customer is at a step when its condition and those of the steps before hold. Immutable.
 *
 * @param steps the steps in order
 * @param rows a row for each value of the dimension; empty without one
 * @param total the row of all customers
 */
public record FunnelTable(List<Step> steps, List<Row> rows, Row total) implements ReportTable {
    public FunnelTable {
        steps = List.copyOf(steps);
        rows = List.copyOf(rows);
    }

    /**
     * The counts of a group.
     *
     * @param counts customers at each step
     */
    public record Row(Group group, List<Integer> counts) {
        public Row {
            counts = List.copyOf(counts);
        }

        /** The share (0–1) of those at the step before who are at this one too; of all customers for the first step; NaN of nobody. */
        public double conversion(int step) {
            int before = step == 0 ? group.members().cardinality() : counts.get(step - 1);
            return before == 0 ? Double.NaN : (double) counts.get(step) / before;
        }

        /** The share (0–1) of those at the first step who are at this one; NaN of nobody. */
        public double overall(int step) {
            return counts.getFirst() == 0 ? Double.NaN : (double) counts.get(step) / counts.getFirst();
        }
    }

    static FunnelTable of(
            Snapshot snapshot, MemberConditions conditions, BitSet population, List<Step> steps, @Nullable String by) {
        List<BitSet> reached = new ArrayList<>();
        BitSet left = population;
        for (Step step : steps) {
            BitSet here = conditions.select(step.when(), snapshot);
            here.and(left);
            reached.add(here);
            left = here;
        }
        List<Row> rows = by == null
                ? List.of()
                : Dimension.split(snapshot, by, population).stream()
                        .map(group -> row(group, reached))
                        .toList();
        return new FunnelTable(steps, rows, row(new Group(Group.Kind.ALL, "", population), reached));
    }

    private static Row row(Group group, List<BitSet> reached) {
        List<Integer> counts = new ArrayList<>();
        for (BitSet step : reached) {
            BitSet here = (BitSet) step.clone();
            here.and(group.members());
            counts.add(here.cardinality());
        }
        return new Row(group, counts);
    }
}
