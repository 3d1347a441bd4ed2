package org.clientele.engine.model;

import java.util.Arrays;
import java.util.List;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.definition.ModelFigure;

/** A model that could not be computed: nobody is in a segment, which says nothing about anybody. */
public final class UnavailableResult extends ModelResult {
    private final ModelDefinition model;
    private final String why;

    private UnavailableResult(ModelDefinition model, ModelContext context, int[] segments, String why) {
        super(context, segments);
        this.model = model;
        this.why = why;
    }

    static UnavailableResult of(ModelDefinition model, ModelContext context, String why) {
        int[] segments = new int[context.customers().size()];
        Arrays.fill(segments, NONE);
        return new UnavailableResult(model, context, segments, why);
    }

    @Override
    public ModelDefinition model() {
        return model;
    }

    /** A word that says why, for whoever puts it into words. */
    public String why() {
        return why;
    }

    @Override
    public MeasureColumn figure(ModelFigure.Kind kind) {
        double[] unknown = new double[size()];
        Arrays.fill(unknown, Double.NaN);
        return NumberColumn.of(unknown);
    }

    @Override
    Reason explain(int customer, int segment) {
        return new Reason(model.id(), null, List.of(), false, null);
    }
}
