package org.clientele.engine.metric;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.activity.DayStarts;
import org.clientele.engine.activity.RowSet;
import org.clientele.engine.activity.Scratch;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.ColumnsPatch;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.DayRange;
import org.clientele.engine.condition.Variables;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Computes all metrics of a vertical. Making an engine checks the vertical's expressions once (some ten milliseconds); keep it.
 * Immutable and safe to share between threads.
 *
 * <p>Customers are walked once; while a customer's rows are in the processor's cache every metric reads them. A window of n days
 * counts rows with {@code days_ago < n}, so a window of 1 is the as-of day alone. Sums of money and whole numbers are exact; sums of
 * decimals are taken in ascending order with compensation, so that they do not depend on the order of rows. A mean of money and a
 * formula with money as result are rounded half up to the minor unit.
 */
public final class MetricEngine {
    private static final int ROWS_WORTH_A_THREAD = 200_000;

    private final VerticalDefinition definition;
    private final Map<String, CheckedExpression> wheres = new HashMap<>();
    private final Map<String, DayRange> ranges = new HashMap<>();
    private final Map<String, CheckedExpression> shares = new HashMap<>();
    private final DerivedMetrics derived = new DerivedMetrics();

    private MetricEngine(VerticalDefinition definition) {
        this.definition = definition;
    }

    /**
     * An engine for the metrics of a vertical.
     *
     * @throws IllegalArgumentException when an expression does not pass the check that reading the definition makes
     */
    public static MetricEngine of(VerticalDefinition definition) {
        MetricEngine engine = new MetricEngine(definition);
        Map<String, Scope> scopes = new HashMap<>();
        for (ActivityDefinition activity : definition.activities()) {
            scopes.put(activity.id(), Scope.activity(activity));
        }
        List<MetricDefinition> earlier = new ArrayList<>();
        for (MetricDefinition metric : definition.metrics()) {
            engine.check(metric, scopes, earlier);
            earlier.add(metric);
        }
        return engine;
    }

    private void check(MetricDefinition metric, Map<String, Scope> scopes, List<MetricDefinition> earlier) {
        if (DerivedMetrics.isDerived(metric)) {
            derived.check(metric, definition, earlier);
            return;
        }
        String place = "Metric " + metric.id();
        Scope scope = metric.activity() == null ? null : scopes.get(metric.activity());
        if (scope == null) {
            throw new IllegalArgumentException("%s needs an activity of the vertical, found %s; there are %s"
                    .formatted(place, metric.activity(), scopes.keySet()));
        }
        if (metric.where() != null) {
            CheckedExpression where = Conditions.checked(metric.where(), scope, place + ", where");
            wheres.put(metric.id(), where);
            ranges.put(metric.id(), DayRange.of(where));
        }
        if (metric.share() != null) {
            shares.put(metric.id(), Conditions.checked(metric.share(), scope, place + ", share"));
        }
    }

    /**
     * The fields of an activity that metrics and figures read: its amount, what metrics aggregate, and what their conditions name.
     * Other fields need not be loaded. {@link ActivityColumns#TIME} is among them when a metric takes the last of several rows of a
     * day.
     */
    public Set<String> fieldsRead(String activity) {
        Set<String> fields = new LinkedHashSet<>();
        ActivityDefinition declared = definition.activity(activity);
        if (declared == null) {
            return fields;
        }
        if (declared.amount() != null) {
            fields.add(declared.amount());
        }
        boolean ordered = false;
        for (MetricDefinition metric : definition.metrics()) {
            if (activity.equals(metric.activity())) {
                if (metric.field() != null) {
                    fields.add(metric.field());
                }
                ordered |= metric.aggregate() == Aggregate.LAST;
                addVariables(fields, wheres.get(metric.id()));
                addVariables(fields, shares.get(metric.id()));
            }
        }
        fields.removeIf(field -> declared.field(field) == null);
        if (ordered) {
            fields.add(ActivityColumns.TIME);
        }
        return fields;
    }

    private static void addVariables(Set<String> fields, @Nullable CheckedExpression expression) {
        if (expression != null) {
            fields.addAll(expression.variables());
        }
    }

    /** The metrics as of a date, on as many processors as the amount of data is worth. */
    public MetricColumns compute(VerticalColumns data, LocalDate asOf) {
        return compute(data, asOf, threads(data));
    }

    private static int threads(VerticalColumns data) {
        long rows = data.activities().values().stream()
                .mapToLong(ActivityColumns::size)
                .sum();
        int processors = Runtime.getRuntime().availableProcessors();
        return (int) Math.clamp(rows / ROWS_WORTH_A_THREAD, 1, processors);
    }

    /**
     * The metrics as of a date.
     *
     * @param asOf rows after this day do not count
     * @param threads number of parts in which customers are computed side by side; the result does not depend on it
     */
    public MetricColumns compute(VerticalColumns data, LocalDate asOf, int threads) {
        return whenAsked(data, asOf, threads, new KeptRows()).computeAll();
    }

    /**
     * The metrics of the same data as of another day, each computed when somebody asks for it.
     *
     * @param earlier the metrics of that data as of any day
     */
    public MetricColumns onDay(MetricColumns earlier, VerticalColumns data, LocalDate day) {
        return whenAsked(data, day, threads(data), earlier.keptRows());
    }

    /** The metrics as of a date, each computed when somebody asks for it. */
    public MetricColumns whenAsked(VerticalColumns data, LocalDate asOf) {
        return whenAsked(data, asOf, threads(data), new KeptRows());
    }

    private MetricColumns whenAsked(VerticalColumns data, LocalDate asOf, int threads, KeptRows keptRows) {
        List<String> ids =
                definition.metrics().stream().map(MetricDefinition::id).toList();
        MetricColumns.Source source =
                (wanted, known) -> new Computation(data, asOf, threads, keptRows).compute(withParts(wanted), known);
        return new MetricColumns(asOf, ids, source, keptRows);
    }

    /** The metrics and what their formulas and points are made of. */
    private Set<String> withParts(Set<String> wanted) {
        Set<String> all = new HashSet<>(wanted);
        for (MetricDefinition metric : definition.metrics().reversed()) {
            if (all.contains(metric.id())) {
                all.addAll(derived.reads(metric));
            }
        }
        return all;
    }

    /**
     * The metrics after a change of some customers, who alone are computed.
     *
     * @param before the metrics of all customers before the change
     */
    public MetricColumns patched(MetricColumns before, ColumnsPatch patch) {
        MetricColumns part = compute(patch.part(), before.asOf(), 1);
        Map<String, MeasureColumn> columns = new LinkedHashMap<>();
        before.columns()
                .forEach((id, column) -> columns.put(id, (MeasureColumn) patch.column(column, part.column(id))));
        return new MetricColumns(before.asOf(), columns);
    }

    /** Some metrics of some data as of a day in the making. */
    private final class Computation {
        /** Customers whose rows stay near the processor while one metric after the other is computed. */
        private static final int AT_ONCE = 256;

        private final VerticalColumns data;
        private final LocalDate asOf;
        private final int day;
        private final int threads;
        private final KeptRows keptRows;
        private final Map<String, RowTests> tests = new HashMap<>();
        private final Map<Start, DayStarts> starts = new HashMap<>();

        Computation(VerticalColumns data, LocalDate asOf, int threads, KeptRows keptRows) {
            this.data = data;
            this.asOf = asOf;
            this.day = Math.toIntExact(asOf.toEpochDay());
            this.threads = threads;
            this.keptRows = keptRows;
        }

        /** The metrics among the names wanted; the metrics they are made of must be among them or known. */
        Map<String, MeasureColumn> compute(Set<String> wanted, Map<String, MeasureColumn> known) {
            List<MetricDefinition> due = definition.metrics().stream()
                    .filter(metric -> wanted.contains(metric.id()) && !known.containsKey(metric.id()))
                    .toList();
            Map<String, Kernel> kernels = kernels(due);
            walk(kernels.values());
            Map<String, MeasureColumn> columns = new LinkedHashMap<>(known);
            for (MetricDefinition metric : due) {
                Kernel kernel = kernels.get(metric.id());
                MeasureColumn natural = kernel != null
                        ? kernel.column()
                        : derived.compute(metric, new Known(data.customers(), columns, asOf), data);
                columns.put(metric.id(), MetricTypes.convert(natural, metric.type(), data.fractionDigits()));
            }
            return columns;
        }

        private void walk(Collection<Kernel> kernels) {
            if (kernels.isEmpty()) {
                return;
            }
            int customers = data.customers().size();
            if (threads == 1 || customers <= AT_ONCE) {
                walk(kernels, 0, customers);
                return;
            }
            IntStream.range(0, threads).parallel().forEach(part -> {
                int from = (int) ((long) customers * part / threads);
                int to = (int) ((long) customers * (part + 1) / threads);
                walk(kernels, from, to);
            });
        }

        private void walk(Collection<Kernel> kernels, int fromCustomer, int toCustomer) {
            Kernel[] each = kernels.toArray(Kernel[]::new);
            DayStarts[] shared = starts.values().toArray(DayStarts[]::new);
            Scratch scratch = new Scratch();
            for (int from = fromCustomer; from < toCustomer; from += AT_ONCE) {
                int to = Math.min(toCustomer, from + AT_ONCE);
                for (DayStarts start : shared) {
                    start.find(from, to);
                }
                for (Kernel kernel : each) {
                    kernel.compute(from, to, scratch);
                }
            }
        }

        private Map<String, Kernel> kernels(List<MetricDefinition> due) {
            Map<String, Kernel> kernels = new LinkedHashMap<>();
            for (MetricDefinition metric : due) {
                String activity = metric.activity();
                if (!DerivedMetrics.isDerived(metric) && activity != null) {
                    RowTests rows = tests.computeIfAbsent(
                            activity, id -> new RowTests(data.activity(id), day, conditionsOn(id), keptRows));
                    kernels.put(metric.id(), kernel(metric, rows));
                }
            }
            return kernels;
        }

        private Kernel kernel(MetricDefinition metric, RowTests rows) {
            int first = metric.windowDays() == null ? Integer.MIN_VALUE : day - metric.windowDays() + 1;
            int customers = data.customers().size();
            RowSet counted = new RowSet(rows.rows(), rows.where(ranges.get(metric.id())), first, day)
                    .sharing(since -> starts.computeIfAbsent(
                            new Start(rows.rows().activity(), since),
                            start -> new DayStarts(rows.rows(), since, customers)));
            CheckedExpression share = shares.get(metric.id());
            return Kernels.of(metric, counted, share == null ? null : rows.condition(share), customers);
        }

        private record Start(String activity, int day) {}
    }

    private List<DayRange> conditionsOn(String activity) {
        return definition.metrics().stream()
                .filter(metric -> activity.equals(metric.activity()))
                .map(metric -> ranges.get(metric.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Attributes, and the metrics computed before. */
    private record Known(CustomerColumns customers, Map<String, MeasureColumn> metrics, LocalDate asOf)
            implements Variables {
        @Override
        public @Nullable Column column(String name) {
            Column metric = metrics.get(name);
            return metric != null ? metric : customers.column(name);
        }
    }
}
