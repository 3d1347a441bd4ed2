package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.ChangedColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Variables;
import org.clientele.engine.metric.MetricColumns;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ModelFigure;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What models are computed from. Variables are attributes and metrics by id and, for the models computed before, the segment a customer
 * is in as {@link Scope#SEGMENT_PREFIX} + model id; attributes are those of now, whatever the as-of date.
 *
 * @param data the vertical, its customers and their activities
 * @param metrics their metrics as of a date
 * @param present the customers who were customers on that date; the others are in no segment and count in no percentile; must not be
 *     changed afterwards
 * @param segments the segments by models computed before, by variable; also attributes of which a customer is given another value
 * @param foretold what these models foretell, by variable
 */
public record ModelContext(
        VerticalColumns data,
        MetricColumns metrics,
        BitSet present,
        Map<String, Column> segments,
        Map<String, Foretold> foretold)
        implements Variables {
    public ModelContext {
        segments = Map.copyOf(segments);
        foretold = Map.copyOf(foretold);
    }

    /** What a model foretells, computed when it is first asked for. Safe to share between threads. */
    public static final class Foretold {
        private final ModelResult result;
        private final ModelFigure.Kind kind;
        private @Nullable MeasureColumn column;

        Foretold(ModelResult result, ModelFigure.Kind kind) {
            this.result = result;
            this.kind = kind;
        }

        synchronized MeasureColumn column() {
            MeasureColumn known = column;
            if (known == null) {
                known = result.figure(kind);
                column = known;
            }
            return known;
        }
    }

    /** What the first model is computed from. */
    public ModelContext(VerticalColumns data, MetricColumns metrics, BitSet present) {
        this(data, metrics, present, Map.of(), Map.of());
    }

    /** The vertical. */
    public VerticalDefinition definition() {
        return data.definition();
    }

    /** The customers. */
    public CustomerColumns customers() {
        return data.customers();
    }

    /** What the model after one of that result is computed from. */
    public ModelContext with(ModelResult result) {
        Map<String, Column> more = new HashMap<>(segments);
        more.put(Scope.SEGMENT_PREFIX + result.model().id(), result.column());
        return new ModelContext(data, metrics, present, more, foretoldWith(result));
    }

    private Map<String, Foretold> foretoldWith(ModelResult result) {
        List<ModelFigure> added = ModelFigure.of(result.model());
        if (added.isEmpty()) {
            return foretold;
        }
        Map<String, Foretold> figures = new HashMap<>(foretold);
        added.forEach(figure -> figures.put(figure.variable(), new Foretold(result, figure.kind())));
        return figures;
    }

    /**
     * The same but for one value of one customer.
     *
     * @param variable an attribute, a metric or a segment of a model computed before
     * @throws IllegalArgumentException when there is none of that name, or the value is not of its kind
     */
    public ModelContext with(String variable, int customer, Value value) {
        if (metrics.has(variable)) {
            MeasureColumn changed = ChangedColumns.with(metrics.column(variable), customer, value);
            return new ModelContext(data, metrics.with(variable, changed), present, segments, foretold);
        }
        Column column = column(variable);
        if (column == null) {
            throw new IllegalArgumentException("No attribute, metric or segment is called " + variable);
        }
        Map<String, Column> more = new HashMap<>(segments);
        more.put(variable, ChangedColumns.with(column, customer, value));
        return new ModelContext(data, metrics, present, more, foretold);
    }

    @Override
    public LocalDate asOf() {
        return metrics.asOf();
    }

    @Override
    public @Nullable Column column(String name) {
        Column segment = segments.get(name);
        if (segment != null) {
            return segment;
        }
        Column known = metrics.has(name) ? metrics.column(name) : customers().column(name);
        Foretold figure = known == null ? foretold.get(name) : null;
        return figure == null ? known : figure.column();
    }

    @Override
    public @Nullable ActivityColumns activity(String id) {
        return definition().activity(id) == null ? null : data.activity(id);
    }

    @Override
    public HistoryColumns history(String name) {
        return data.histories().of(name);
    }

    @Override
    public int[] places(HistoryColumns history) {
        return history.places(customers());
    }
}
