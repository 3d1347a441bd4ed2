package org.clientele.engine.model;

import java.util.Arrays;
import java.util.List;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.extension.Cells;
import org.clientele.plugins.api.extension.ModelOutput;
import org.clientele.plugins.api.extension.WrongResultException;
import org.jspecify.annotations.Nullable;

/** Segments that a plugin's code found, each with the reason that the code gave. */
public final class CustomResult extends ModelResult {
    private final ModelDefinition.Custom model;
    private final short[] reasons;
    private final List<ModelOutput.Reason> declared;
    private final @Nullable Part part;

    /** The result that it is a part of, and where its customers are there. */
    private record Part(CustomResult whole, int[] chosen) {}

    private CustomResult(
            ModelDefinition.Custom model,
            ModelContext context,
            int[] segments,
            short[] reasons,
            List<ModelOutput.Reason> declared,
            @Nullable Part part) {
        super(context, segments);
        this.model = model;
        this.reasons = reasons;
        this.declared = declared;
        this.part = part;
    }

    /** Some customers as the code put them among all; one whom it has not seen (-1) is nowhere. */
    CustomResult part(ModelContext some, int[] chosen) {
        int[] placed = new int[chosen.length];
        Arrays.setAll(placed, row -> chosen[row] < 0 ? NONE : segments[chosen[row]]);
        return new CustomResult(model, some, placed, reasons, declared, new Part(this, chosen));
    }

    /** Copies the output; those who are no customers yet are in no segment, whatever it says. */
    static CustomResult of(ModelDefinition.Custom model, ModelContext context, @Nullable ModelOutput output) {
        if (output == null) {
            throw new WrongResultException("Model %s gave null".formatted(model.id()));
        }
        CustomerColumns customers = context.customers();
        if (output.size() != customers.size()) {
            throw new WrongResultException("Model %s gave segments of %d customers; there are %d"
                    .formatted(model.id(), output.size(), customers.size()));
        }
        List<ModelOutput.Reason> declared = output.declared();
        declared.forEach(reason -> requireKnown(model, reason));
        int[] segments = output.segments();
        for (int customer = 0; customer < segments.length; customer++) {
            if (!context.present().get(customer)) {
                segments[customer] = NONE;
            } else if (segments[customer] >= model.segments().size()) { // made for another model
                throw new WrongResultException("Model %s put a customer into segment %d; it has %d"
                        .formatted(
                                model.id(), segments[customer], model.segments().size()));
            }
        }
        return new CustomResult(model, context, segments, output.reasons(), declared, null);
    }

    private static void requireKnown(ModelDefinition.Custom model, ModelOutput.Reason reason) {
        if (!model.reasons().contains(reason.key())) {
            throw new WrongResultException(
                    "Model %s gave reason %s; it lists %s".formatted(model.id(), reason.key(), model.reasons()));
        }
        for (Cells value : reason.values()) {
            if (value instanceof Cells.Field(String column) && !model.inputs().contains(column)) {
                throw new WrongResultException("Reason %s of model %s shows %s, which is none of its inputs %s"
                        .formatted(reason.key(), model.id(), column, model.inputs()));
            }
        }
    }

    @Override
    public ModelDefinition.Custom model() {
        return model;
    }

    @Override
    Reason explain(int customer, int segment) {
        String id = segment == NONE ? null : segmentId(segment);
        boolean best = segment == 0 && model.ranked();
        return new Reason(model.id(), id, List.of(), best, null, note(customer));
    }

    private Reason.@Nullable Note note(int customer) {
        if (part != null) {
            int place = part.chosen()[customer];
            return place < 0 ? null : part.whole().note(place);
        }
        int reason = reasons[customer];
        if (reason < 0 || !context.present().get(customer)) {
            return null;
        }
        ModelOutput.Reason given = declared.get(reason);
        return new Reason.Note(
                given.key(),
                given.values().stream()
                        .map(cells -> NoteValues.at(cells, customer, context))
                        .toList());
    }
}
