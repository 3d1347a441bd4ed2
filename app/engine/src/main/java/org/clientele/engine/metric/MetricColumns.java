package org.clientele.engine.metric;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.engine.column.MeasureColumn;

/**
 * The metrics of all customers as of a date. Rows are customer indexes. Immutable and safe to share between threads.
 *
 * <p>The kind of column follows the metric's type: COUNT and DAYS whole numbers, MONEY minor units, SHARE and DECIMAL numbers, DATE
 * dates.
 */
public final class MetricColumns {
    private final LocalDate asOf;
    private final Map<String, MeasureColumn> columns;

    MetricColumns(LocalDate asOf, Map<String, MeasureColumn> columns) {
        this.asOf = asOf;
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** The day as of which the metrics are computed; it still counts. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Whether there is a metric of that id. */
    public boolean has(String metric) {
        return columns.containsKey(metric);
    }

    /** The column of a metric. Fails when there is none of that id. */
    public MeasureColumn column(String metric) {
        MeasureColumn column = columns.get(metric);
        if (column == null) {
            throw new IllegalArgumentException("No metric %s; there are %s".formatted(metric, columns.keySet()));
        }
        return column;
    }

    /** All columns by metric, in the order of their declaration. */
    public Map<String, MeasureColumn> columns() {
        return columns;
    }

    /** The same with another column for a metric. */
    public MetricColumns with(String metric, MeasureColumn column) {
        Map<String, MeasureColumn> changed = new LinkedHashMap<>(columns);
        if (changed.replace(metric, column) == null) {
            throw new IllegalArgumentException("No metric %s; there are %s".formatted(metric, columns.keySet()));
        }
        return new MetricColumns(asOf, changed);
    }
}
