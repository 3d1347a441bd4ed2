package org.clientele.segment.ui;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelChange;
import org.clientele.segment.ui.NumberFields.Limits;

/** The probability from which each segment of risk starts, in percent. */
final class ChurnFields extends ModelFields {
    private static final double PERCENT = 100;

    private final transient ModelDefinition.Churn model;
    private final NumberFields borders = new NumberFields();

    ChurnFields(SegmentWords words, ModelDefinition.Churn model) {
        this.model = model;
        addClassName("stack");
        Div hint = new Div(words.text("segment.churn.borders.hint"));
        hint.addClassName("caption");
        for (int i = 0; i < model.borders().size(); i++) {
            double percent = Math.round(model.borders().get(i) * PERCENT * 1e6) / 1e6;
            borders.field(words.text("segment.churn.border", words.segment(model, i + 1)), percent);
        }
        add(hint, borders);
    }

    @Override
    Optional<String> judge() {
        return borders.judge(List.of(), Limits.GROWING_SHARES);
    }

    @Override
    ModelChange change() {
        return new ModelChange.Churn(
                model.id(),
                borders.numbers().stream().map(percent -> percent / PERCENT).toList());
    }
}
