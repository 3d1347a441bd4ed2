package org.clientele.segment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Map;
import java.util.function.Supplier;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.common.ui.condition.ConditionDialog;
import org.clientele.common.ui.condition.ConditionSentence;
import org.clientele.common.ui.condition.ConditionSubjects;
import org.clientele.frontend.Icon;
import org.clientele.segment.DraftConditions;

/** Opens the builder for a rule's condition, with counts over the customers that the studio shows. */
final class ConditionButton extends Button {
    private final transient OpenModel model;
    private final TextArea when;
    private final transient Supplier<ConditionSubjects> subjects;
    private final transient Supplier<ConditionSentence> sentences;
    private final transient Supplier<Map<String, Double>> thresholds;

    /**
     * @param subjects what the condition may compare
     * @param sentences and thresholds as they stand when the builder is opened
     */
    ConditionButton(
            OpenModel model,
            TextArea when,
            Supplier<ConditionSubjects> subjects,
            Supplier<ConditionSentence> sentences,
            Supplier<Map<String, Double>> thresholds) {
        super(Icon.SLIDERS_HORIZONTAL.create());
        this.model = model;
        this.when = when;
        this.subjects = subjects;
        this.sentences = sentences;
        this.thresholds = thresholds;
        addThemeVariants(ButtonVariant.TERTIARY);
        setAriaLabel(model.text("segment.studio.condition.build"));
        setTooltipText(model.text("segment.studio.condition.build"));
        addClickListener(click -> open());
    }

    private void open() {
        DraftConditions conditions = model.session().conditions(thresholds.get());
        ConditionCounts counts =
                new ConditionCounts(conditions::found, model.session().workers());
        new ConditionDialog(subjects.get(), sentences.get(), when.getValue(), counts, when::setValue).open();
    }
}
