package org.clientele.engine.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.clientele.engine.column.Column;
import org.clientele.engine.extension.ColumnTable;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.extension.ModelInput;
import org.clientele.plugins.api.extension.ModelOutput;
import org.clientele.plugins.api.extension.WrongResultException;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A custom model to be computed as of a date.
 *
 * @param model the model
 * @param context what it is computed from
 */
public record CustomCall(ModelDefinition.Custom model, ModelContext context) {
    /** Number of customers. */
    public int customers() {
        return context.customers().size();
    }

    /**
     * Computes the model and reads what came of it.
     *
     * @param code the plugin's {@code CustomModel}
     * @param cancelled whether the result is no longer wanted
     * @throws WrongResultException when the output makes no sense
     */
    public ModelResult run(Function<ModelInput, @Nullable ModelOutput> code, BooleanSupplier cancelled) {
        Input input = new Input(model, columns(), context, cancelled);
        return CustomResult.of(model, context, code.apply(input));
    }

    /**
     * Nobody is in a segment, because the code gave no answer.
     *
     * @param reason a word for whoever shows it
     */
    public UnavailableResult unavailable(String reason) {
        return UnavailableResult.of(model, context, reason);
    }

    private Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        for (String id : model.inputs()) {
            Column column = context.column(id);
            Column found = column != null ? column : context.column(Scope.SEGMENT_PREFIX + id);
            if (found == null) {
                throw new IllegalArgumentException(
                        "Model %s reads %s, which is neither attribute, metric nor a model before it"
                                .formatted(model.id(), id));
            }
            columns.put(id, found);
        }
        return columns;
    }

    private static final class Input extends ColumnTable implements ModelInput {
        private final ModelDefinition.Custom model;

        Input(
                ModelDefinition.Custom model,
                Map<String, Column> columns,
                ModelContext context,
                BooleanSupplier cancelled) {
            super(columns, context.customers().size(), context.present(), context.asOf(), cancelled);
            this.model = model;
        }

        @Override
        public String model() {
            return model.id();
        }

        @Override
        public List<String> segments() {
            return model.segments().stream().map(SegmentDefinition::id).toList();
        }

        @Override
        public List<String> reasons() {
            return model.reasons();
        }
    }
}
