package org.clientele.engine.condition;

import java.time.LocalDate;
import java.util.Map;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.HistoryColumns;
import org.jspecify.annotations.Nullable;

/**
 * Variables, and thresholds by name as a life cycle has them.
 *
 * @param variables everything else
 * @param thresholds their values
 */
public record NamedThresholds(Variables variables, Map<String, Double> thresholds) implements Variables {
    public NamedThresholds {
        thresholds = Map.copyOf(thresholds);
    }

    @Override
    public LocalDate asOf() {
        return variables.asOf();
    }

    @Override
    public @Nullable Column column(String name) {
        return variables.column(name);
    }

    @Override
    public @Nullable Double parameter(String name) {
        return thresholds.get(name);
    }

    @Override
    public @Nullable RowNumber computed(String name) {
        return variables.computed(name);
    }

    @Override
    public @Nullable ActivityColumns activity(String id) {
        return variables.activity(id);
    }

    @Override
    public @Nullable HistoryColumns history(String name) {
        return variables.history(name);
    }

    /** {@inheritDoc} A threshold has another value with every edit. */
    @Override
    public @Nullable Remembered remembered() {
        return thresholds.isEmpty() ? variables.remembered() : null;
    }

    @Override
    public int[] places(HistoryColumns history) {
        return variables.places(history);
    }
}
