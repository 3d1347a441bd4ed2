package org.clientele.survey.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clientele.common.Wording;
import org.clientele.survey.Question;
import org.clientele.survey.QuestionKind;

/** Writes a question: its kind, its text in both languages, and what its kind needs. */
final class QuestionFields extends Div {
    private static final int USUAL_SCALE = 5;

    private final SurveyWords words;
    private final Div head = new Div();
    private final Select<QuestionKind> kind = new Select<>();
    private final SurveyForm.WordingFields text;
    private final Checkbox required;
    private final IntegerField most = new IntegerField();
    private final TextArea options = new TextArea();
    private final TextArea chineseOptions = new TextArea();

    QuestionFields(SurveyWords words, Question question) {
        this.words = words;
        addClassNames("card", "card-inset", "stack");
        head.addClassNames("row", "row-apart");
        kind.setLabel(words.text("survey.form.kind"));
        kind.setItems(QuestionKind.values());
        kind.setItemLabelGenerator(words::kind);
        kind.setWidthFull();
        text = new SurveyForm.WordingFields(words, "survey.form.question");
        text.show(question.text());
        required = new Checkbox(words.text("survey.form.required"), question.required());
        most.setLabel(words.text("survey.form.most"));
        most.setValue(question.most() == 0 ? USUAL_SCALE : question.most());
        options.setLabel(words.text("survey.form.options"));
        chineseOptions.setLabel(words.text("survey.form.options.zh"));
        options.setValue(question.options().stream().map(Wording::english).collect(Collectors.joining("\n")));
        chineseOptions.setValue(
                question.options().stream().map(Wording::chinese).collect(Collectors.joining("\n")));
        options.setWidthFull();
        chineseOptions.setWidthFull();
        kind.addValueChangeListener(change -> adapt());
        kind.setValue(question.kind());
        add(head, kind, text, most, options, chineseOptions, required);
        adapt();
    }

    private void adapt() {
        most.setVisible(kind.getValue() == QuestionKind.SCALE);
        options.setVisible(kind.getValue() == QuestionKind.CHOICE);
        chineseOptions.setVisible(kind.getValue() == QuestionKind.CHOICE);
    }

    /** Shows its number with the buttons that move and remove it. */
    void show(int number, Button... buttons) {
        head.removeAll();
        Div acts = new Div(buttons);
        acts.addClassName("row");
        head.add(new Span(words.text("survey.form.number", number)), acts);
    }

    Question written() {
        return new Question(
                kind.getValue(),
                text.written(),
                required.getValue(),
                kind.getValue() == QuestionKind.SCALE ? Objects.requireNonNullElse(most.getValue(), 0) : 0,
                kind.getValue() == QuestionKind.CHOICE ? choices() : List.of());
    }

    /** One in each line; the same line of both fields is the same choice. */
    private List<Wording> choices() {
        List<String> english = options.getValue().strip().lines().toList();
        List<String> chinese = chineseOptions.getValue().strip().lines().toList();
        List<Wording> choices = new ArrayList<>();
        for (int line = 0; line < Math.max(english.size(), chinese.size()); line++) {
            choices.add(new Wording(
                    line < english.size() ? english.get(line) : "", line < chinese.size() ? chinese.get(line) : ""));
        }
        return choices;
    }
}
