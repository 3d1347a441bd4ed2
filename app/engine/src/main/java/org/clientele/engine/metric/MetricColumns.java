package org.clientele.engine.metric;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.engine.column.MeasureColumn;

/**
 * The metrics of all customers as of a date. Rows are customer indexes. Immutable to its users and safe to share between threads; what
 * was not computed with the others is computed when somebody asks for it.
 *
 * <p>The kind of column follows the metric's type: COUNT and DAYS whole numbers, MONEY minor units, SHARE and DECIMAL numbers, DATE
 * dates.
 */
public final class MetricColumns {
    private final LocalDate asOf;
    private final Set<String> ids;
    private final Source source;
    private final KeptRows keptRows;
    private final Object lock = new Object();
    private volatile Map<String, MeasureColumn> columns = Map.of();

    /** Computes metrics. */
    @FunctionalInterface
    interface Source {
        /** The metrics wanted and those that they are made of, but for those that are known. */
        Map<String, MeasureColumn> compute(Set<String> wanted, Map<String, MeasureColumn> known);
    }

    /** @param ids all metrics, in the order of their declaration */
    MetricColumns(LocalDate asOf, Collection<String> ids, Source source, KeptRows keptRows) {
        this.asOf = asOf;
        this.ids = Collections.unmodifiableSet(new LinkedHashSet<>(ids));
        this.source = source;
        this.keptRows = keptRows;
    }

    MetricColumns(LocalDate asOf, Map<String, MeasureColumn> columns) {
        this(asOf, columns.keySet(), (wanted, known) -> columns, new KeptRows());
        computeAll();
    }

    /** The day as of which the metrics are computed; it still counts. */
    public LocalDate asOf() {
        return asOf;
    }

    /** Whether there is a metric of that id. */
    public boolean has(String metric) {
        return ids.contains(metric);
    }

    /** The column of a metric. Fails when there is none of that id. */
    public MeasureColumn column(String metric) {
        MeasureColumn known = columns.get(metric);
        if (known != null) {
            return known;
        }
        if (!has(metric)) {
            throw new IllegalArgumentException("No metric %s; there are %s".formatted(metric, ids));
        }
        compute(Set.of(metric));
        return Objects.requireNonNull(columns.get(metric));
    }

    /** All columns by metric, in the order of their declaration. */
    public Map<String, MeasureColumn> columns() {
        computeAll();
        return columns;
    }

    /** Computes metrics together, which is cheaper than one after the other; what is no metric is left out. */
    public void compute(Collection<String> metrics) {
        Set<String> wanted = new LinkedHashSet<>(metrics);
        wanted.retainAll(ids);
        if (columns.keySet().containsAll(wanted)) {
            return;
        }
        synchronized (lock) {
            wanted.removeAll(columns.keySet());
            Map<String, MeasureColumn> found = new LinkedHashMap<>(columns);
            found.putAll(source.compute(wanted, columns));
            columns = inOrder(found);
        }
    }

    MetricColumns computeAll() {
        compute(ids);
        return this;
    }

    private Map<String, MeasureColumn> inOrder(Map<String, MeasureColumn> found) {
        Map<String, MeasureColumn> ordered = new LinkedHashMap<>();
        for (String id : ids) {
            MeasureColumn column = found.get(id);
            if (column != null) {
                ordered.put(id, column);
            }
        }
        return Collections.unmodifiableMap(ordered);
    }

    KeptRows keptRows() {
        return keptRows;
    }

    /** The same with another column for a metric. */
    public MetricColumns with(String metric, MeasureColumn column) {
        Map<String, MeasureColumn> changed = new LinkedHashMap<>(columns());
        if (changed.replace(metric, column) == null) {
            throw new IllegalArgumentException("No metric %s; there are %s".formatted(metric, ids));
        }
        return new MetricColumns(asOf, changed);
    }
}
