package org.clientele.engine.metric;

import java.util.Arrays;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** A field of the rows that an attribute points to. */
record Lookup(String attribute, String reference, String field) {
    /** @throws IllegalArgumentException when the metric's field is no {@code attribute.field} of the vertical */
    static Lookup of(MetricDefinition metric, VerticalDefinition vertical) {
        String[] path = String.valueOf(metric.field()).split("\\.", -1);
        AttributeDefinition attribute = vertical.attribute(path[0]);
        String reference = attribute == null ? null : attribute.reference();
        if (path.length != 2 || reference == null) {
            throw new IllegalArgumentException("Metric %s looks up %s, which is no attribute that points to a reference"
                    .formatted(metric.id(), metric.field()));
        }
        return new Lookup(path[0], reference, path[1]);
    }

    /** Missing for everybody where the field holds no numbers or was not loaded. */
    MeasureColumn column(VerticalColumns data) {
        if (data.customers().column(attribute) instanceof CodeColumn pointing
                && data.reference(reference).through(pointing, field) instanceof MeasureColumn found) {
            return found;
        }
        double[] missing = new double[data.customers().size()];
        Arrays.fill(missing, Double.NaN);
        return NumberColumn.of(missing);
    }
}
