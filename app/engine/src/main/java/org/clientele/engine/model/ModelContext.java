package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.condition.Variables;
import org.clientele.engine.metric.MetricColumns;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What models are computed from. Variables are attributes and metrics by id and, for the models computed before, the segment a customer
 * is in as {@link Scope#SEGMENT_PREFIX} + model id; attributes are those of now, whatever the as-of date.
 *
 * @param definition the vertical
 * @param customers its customers
 * @param metrics their metrics as of a date
 * @param present the customers who were customers on that date; the others are in no segment and count in no percentile; must not be
 *     changed afterwards
 * @param segments the segments by models computed before, by variable
 */
public record ModelContext(
        VerticalDefinition definition,
        CustomerColumns customers,
        MetricColumns metrics,
        BitSet present,
        Map<String, Column> segments)
        implements Variables {
    public ModelContext {
        segments = Map.copyOf(segments);
    }

    /** What the first model is computed from. */
    public ModelContext(
            VerticalDefinition definition, CustomerColumns customers, MetricColumns metrics, BitSet present) {
        this(definition, customers, metrics, present, Map.of());
    }

    /** What the model after one of that result is computed from. */
    public ModelContext with(ModelResult result) {
        Map<String, Column> more = new HashMap<>(segments);
        more.put(Scope.SEGMENT_PREFIX + result.model().id(), result.column());
        return new ModelContext(definition, customers, metrics, present, more);
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
        return metrics.has(name) ? metrics.column(name) : customers.column(name);
    }
}
