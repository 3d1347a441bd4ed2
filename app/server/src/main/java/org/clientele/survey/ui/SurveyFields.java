package org.clientele.survey.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.clientele.survey.Question;
import org.clientele.survey.QuestionKind;
import org.clientele.survey.Reply;
import org.clientele.survey.SurveyData;

/** The questions of a survey, to be answered by a customer or by staff for one. */
final class SurveyFields extends Div {
    private static final int TEXT_ROWS = 3;

    private final List<Supplier<Reply>> fields = new ArrayList<>();

    SurveyFields(SurveyData survey, Locale locale) {
        addClassName("stack");
        for (int place = 0; place < survey.questions().size(); place++) {
            Question question = survey.questions().get(place);
            if (question.kind() == QuestionKind.TEXT) {
                addText(place, question, locale);
            } else {
                addChoice(place, question, locale);
            }
        }
    }

    private void addText(int place, Question question, Locale locale) {
        TextArea field = new TextArea(question.text().in(locale));
        field.setRequiredIndicatorVisible(question.required());
        field.setMaxLength(SurveyData.ANSWER_LENGTH);
        field.setMinRows(TEXT_ROWS);
        field.setWidthFull();
        add(field);
        fields.add(() -> Reply.of(place, field.getValue()));
    }

    private void addChoice(int place, Question question, Locale locale) {
        RadioButtonGroup<Integer> field = new RadioButtonGroup<>(question.text().in(locale));
        field.setItems(IntStream.rangeClosed(question.lowest(), question.highest())
                .boxed()
                .toList());
        field.setItemLabelGenerator(number -> SurveyWords.choice(question, number, locale));
        field.setRequiredIndicatorVisible(question.required());
        if (question.kind() == QuestionKind.NPS || question.kind() == QuestionKind.SCALE) {
            field.addThemeVariants(RadioGroupVariant.AURA_HORIZONTAL);
        }
        if (question.kind() == QuestionKind.NPS) {
            field.setHelperText(getTranslation("survey.nps.help"));
        }
        if (question.kind() == QuestionKind.SCALE) {
            field.setHelperText(getTranslation("survey.scale.help", question.most()));
        }
        field.setWidthFull();
        add(field);
        fields.add(() -> new Reply(place, field.getValue(), null));
    }

    /** What was answered so far. */
    List<Reply> replies() {
        return fields.stream().map(Supplier::get).toList();
    }
}
