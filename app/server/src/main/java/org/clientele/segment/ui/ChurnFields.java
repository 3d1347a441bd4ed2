package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.segment.ChurnChanges;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ui.NumberFields.Limits;

/** What a risk of leaving is learnt from, and the probability from which each segment of risk starts, in percent. */
final class ChurnFields extends ModelFields {
    private static final double PERCENT = 100;

    private final transient ModelDefinition.Churn model;
    private final MeasuresField features;
    private final NumberFields borders = new NumberFields();

    ChurnFields(OpenModel opened, ModelDefinition.Churn model) {
        SegmentWords words = opened.words();
        VerticalDefinition definition = words.vertical().definition();
        this.model = model;
        addClassName("stack");
        features = new MeasuresField(
                words,
                words.text("segment.churn.features"),
                MeasureField.visible(
                        ChurnChanges.features(definition, model),
                        opened.session().hidden()),
                model.features());
        features.setHelperText(words.text(
                "segment.churn.features.hint",
                ChurnChanges.deciding(definition, model).stream()
                        .map(words::subject)
                        .collect(Collectors.joining(words.text("segment.reason.list")))));
        Div hint = new Div(words.text("segment.churn.borders.hint"));
        hint.addClassName("caption");
        for (int i = 0; i < model.borders().size(); i++) {
            double percent = Math.round(model.borders().get(i) * PERCENT * 1e6) / 1e6;
            borders.field(words.text("segment.churn.border", words.segment(model, i + 1)), percent);
        }
        add(features);
        if (!model.borders().isEmpty()) {
            add(hint, borders);
        }
    }

    @Override
    Optional<String> judge() {
        Optional<String> border = borders.judge(List.of(), Limits.GROWING_SHARES);
        return features.judge(1, ChurnChanges.MOST) ? border : Optional.of(features.getLabel());
    }

    @Override
    ModelChange change() {
        return new ModelChange.Churn(
                model.id(),
                features.ids(),
                borders.numbers().stream().map(percent -> percent / PERCENT).toList());
    }
}
