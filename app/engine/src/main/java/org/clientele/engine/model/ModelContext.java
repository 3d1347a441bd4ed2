package org.clientele.engine.model;

import java.util.BitSet;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.condition.Variables;
import org.clientele.engine.metric.MetricColumns;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What models are computed from. Variables are attributes and metrics by id; attributes are those of now, whatever the as-of date.
 *
 * @param definition the vertical
 * @param customers its customers
 * @param metrics their metrics as of a date
 * @param present the customers who were customers on that date; the others are in no segment and count in no percentile; must not be
 *     changed afterwards
 */
public record ModelContext(
        VerticalDefinition definition, CustomerColumns customers, MetricColumns metrics, BitSet present)
        implements Variables {
    @Override
    public @Nullable Column column(String name) {
        return metrics.has(name) ? metrics.column(name) : customers.column(name);
    }
}
