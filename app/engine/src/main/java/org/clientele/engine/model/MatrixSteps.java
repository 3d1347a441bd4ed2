package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.jspecify.annotations.Nullable;

/** Searches the cells of a matrix for the nearest better segment that a customer can still reach. */
final class MatrixSteps {
    private final MatrixResult result;
    private final int customer;
    private int fewest = Integer.MAX_VALUE;
    private int nearest = ModelResult.NONE;
    private Reason.@Nullable Better better;

    MatrixSteps(MatrixResult result, int customer) {
        this.result = result;
        this.customer = customer;
    }

    Reason.@Nullable Better nearest() {
        for (int row = 0; row < result.rowCount(); row++) {
            for (int column = 0; column < result.columnCount(); column++) {
                visit(row, column);
            }
        }
        return better;
    }

    private void visit(int row, int column) {
        int reached = result.segmentAt(row, column);
        int steps = Math.abs(row - result.row(customer)) + Math.abs(column - result.column(customer));
        boolean nearer = steps < fewest || steps == fewest && reached > nearest;
        if (reached >= result.segment(customer) || !nearer) {
            return;
        }
        List<Gap> gaps = new ArrayList<>();
        List<Check> kept = new ArrayList<>();
        boolean possible = step(result.rows(), result.row(customer), row, gaps, kept)
                && step(result.columns(), result.column(customer), column, gaps, kept);
        if (possible
                && result.reachability().allReachable(gaps)
                && result.reachability().survives(gaps, () -> kept)) {
            fewest = steps;
            nearest = reached;
            better = new Reason.Better(result.segmentId(reached), gaps);
        }
    }

    /** What the step needs, or what must stay as it is when there is none. */
    private boolean step(LevelScale scale, int from, int to, List<Gap> gaps, List<Check> kept) {
        if (from == to) {
            kept.addAll(scale.bounds(customer));
            return true;
        }
        Gap gap = scale.gap(customer, to);
        if (gap != null) {
            gaps.add(gap);
        }
        return gap != null;
    }
}
