package org.clientele.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.engine.comparison.EntropyWeights;
import org.clientele.engine.preview.Effect;
import org.clientele.frontend.Card;
import org.clientele.frontend.GridChart;
import org.clientele.frontend.Icon;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelChange;
import org.jspecify.annotations.Nullable;

/** Where the studio asks what the model sets. */
final class StudioFields {
    private static final double LEAST_WEIGHT = 0.001;

    private OpenModel model;
    private final Runnable edited;
    private final Div holder = new Div();
    private final Div labels = new Div();
    private @Nullable ModelFields fields;
    private boolean replacing;

    /** @param edited told of every edit in a field */
    StudioFields(OpenModel model, Runnable edited) {
        this.model = model;
        this.edited = edited;
        holder.addClassNames("stack", "model-fields");
        labels.addClassName("stack");
    }

    Card card() {
        return new Card(model.text("segment.studio.edit"), holder);
    }

    /** The label grid, with the label of every cell to choose. */
    Card labels(GridChart grid) {
        Details choices = new Details(model.text("segment.studio.grid.edit"), labels);
        grid.addMarkClickListener(cell -> {
            choices.setOpened(true);
            if (fields instanceof RfmFields rfm) {
                rfm.openLabel(cell);
            }
        });
        return new Card(model.text("segment.studio.grid"), grid, choices).hint(model.text("segment.studio.grid.hint"));
    }

    /** Goes on with the model over other customers. What is typed stays, also where it is not whole yet. */
    void follow(OpenModel now) {
        model = now;
        Optional.ofNullable(fields).ifPresent(asked -> asked.follow(now));
    }

    /** Puts a setting into the fields. */
    void set(ModelChange change) {
        replacing = true;
        ModelFields made = fieldsOf(model.session().model(change));
        fields = made;
        made.onEdit(() -> {
            if (!replacing) {
                edited.run();
            }
        });
        holder.removeAll();
        labels.removeAll();
        if (made instanceof RfmFields rfm) {
            holder.add(rfm.cutFields(), rfmButtons(rfm));
            labels.add(rfm.labelFields());
        } else {
            holder.add(made);
        }
        replacing = false;
    }

    /** What the fields say; whether it fits is for the service to say. */
    ModelChange change() {
        return Optional.ofNullable(fields).orElseThrow().change();
    }

    /** Whether nothing is said yet that could be computed. */
    boolean isBlank() {
        return Optional.ofNullable(fields).map(ModelFields::isBlank).orElse(false);
    }

    /** Marks the fields that do not fit, and only those; gives the first of them by its name and number. */
    Optional<String> judge() {
        return Optional.ofNullable(fields).flatMap(ModelFields::judge);
    }

    /** Shows what is wrong with a condition beside it. @param place from 0 */
    void refuse(int place, String message) {
        Optional.ofNullable(fields).ifPresent(asked -> asked.refuse(place, message));
    }

    /** Shows what the edit does, beside the fields. */
    void show(Effect effect) {
        Optional.ofNullable(fields).ifPresent(drawn -> drawn.show(effect));
    }

    private ModelFields fieldsOf(ModelDefinition definition) {
        SegmentWords words = model.words();
        return switch (definition) {
            case ModelDefinition.Rfm rfm -> new RfmFields(model, rfm);
            case ModelDefinition.Tiers tiers -> new TiersFields(model, tiers);
            case ModelDefinition.Rules rules -> ConditionFields.of(model, rules);
            case ModelDefinition.LifeCycle cycle -> ConditionFields.of(model, cycle);
            case ModelDefinition.Matrix matrix -> new MatrixFields(model, matrix);
            case ModelDefinition.Churn churn -> new ChurnFields(model, churn);
            case ModelDefinition.Clusters clusters -> new ClusterFields(model, clusters);
            case ModelDefinition.Clv clv -> new TiersFields(model, clv);
            case ModelDefinition.Custom custom ->
                throw new IllegalArgumentException("Model %s is the plugin's code".formatted(custom.id()));
        };
    }

    private Div rfmButtons(RfmFields rfm) {
        Button entropy = new Button(
                model.text("segment.studio.entropy"), Icon.WAND_SPARKLES.create(), click -> weightsByEntropy(rfm));
        Button quintiles = new Button(
                model.text("segment.studio.quintiles"), Icon.ROTATE_CCW.create(), click -> rfm.setQuintiles());
        Div buttons = new Div(entropy, quintiles);
        buttons.addClassName("row");
        return buttons;
    }

    private void weightsByEntropy(RfmFields rfm) {
        try {
            if (model.session().model(rfm.change()) instanceof ModelDefinition.Rfm definition) {
                weights(rfm, model.session().entropyWeights(definition));
            }
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    private void weights(RfmFields rfm, EntropyWeights.Result result) {
        switch (result) {
            case EntropyWeights.Weights found
            when found.weights().stream().allMatch(weight -> weight > 0) ->
                rfm.setWeights(found.weights().stream()
                        .map(weight -> Math.max(LEAST_WEIGHT, Math.round(weight * 1e3) / 1e3))
                        .toList());
            case EntropyWeights.Result _ -> Messages.problem(model.text("segment.studio.entropy.refused"));
        }
    }
}
