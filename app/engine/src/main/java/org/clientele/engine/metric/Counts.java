package org.clientele.engine.metric;

import java.util.function.IntToLongFunction;
import org.clientele.engine.activity.RowSet;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Truth;
import org.clientele.plugins.api.MetricDefinition;
import org.jspecify.annotations.Nullable;

/** Counts different values and shares. */
final class Counts {
    private Counts() {}

    static Kernel distinct(RowSet set, Column column, int customers) {
        IntToLongFunction identity = column instanceof CodeColumn codes ? codes::get : column::order;
        return Kernels.whole(customers, (customer, scratch) -> {
            scratch.clear();
            int to = set.to(customer);
            for (int row = set.from(customer); row < to; row++) {
                if (set.counts(row) && !column.isMissing(row)) {
                    scratch.add(identity.applyAsLong(row));
                }
            }
            return scratch.distinct();
        });
    }

    static Kernel share(MetricDefinition metric, RowSet set, @Nullable Condition share, int customers) {
        if (share == null) {
            throw new IllegalArgumentException(
                    "Metric %s is a share and needs a condition in share".formatted(metric.id()));
        }
        return Kernels.number(customers, (customer, scratch) -> {
            long holding = 0;
            long known = 0;
            int to = set.to(customer);
            for (int row = set.from(customer); row < to; row++) {
                Truth truth = set.counts(row) ? share.truth(row) : Truth.UNKNOWN;
                holding += truth == Truth.HOLDS ? 1 : 0;
                known += truth == Truth.UNKNOWN ? 0 : 1;
            }
            return known == 0 ? Double.NaN : (double) holding / known;
        });
    }
}
