package org.clientele.survey.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clientele.common.Wording;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;
import org.clientele.plugin.Vertical;
import org.clientele.survey.Question;
import org.clientele.survey.QuestionKind;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyData;

/** Writes what a survey asks, in both languages. */
final class SurveyForm {
    private final SurveyServices services;
    private final SurveyWords words;
    private final Vertical vertical;
    private final WordingFields title;
    private final TextArea introduction = new TextArea();
    private final TextArea chineseIntroduction = new TextArea();
    private final IntegerField days = new IntegerField();
    private final Div questions = new Div();
    private final List<QuestionFields> fields = new ArrayList<>();

    SurveyForm(SurveyServices services, SurveyWords words, Vertical vertical) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        title = new WordingFields(words, "survey.form.title");
        introduction.setLabel(words.text("survey.form.introduction"));
        chineseIntroduction.setLabel(words.text("survey.form.introduction.zh"));
        days.setLabel(words.text("survey.form.days"));
        questions.addClassName("stack");
    }

    /** Asks for a new survey that begins as another. */
    void create(SurveyData beginning) {
        open(beginning, words.text("survey.new"), () -> {
            services.surveys().create(vertical.key(), written());
            Messages.done(words.text("survey.created"));
        });
    }

    /** Asks for a change of a survey that nobody was asked yet. */
    void change(Survey survey, Runnable changed) {
        open(survey.data(), words.text("survey.edit"), () -> {
            services.surveys().change(vertical.key(), survey, written());
            Messages.done(words.text("survey.changed"));
            changed.run();
        });
    }

    private void open(SurveyData beginning, String heading, Runnable save) {
        title.show(beginning.title());
        introduction.setValue(beginning.introduction().english());
        chineseIntroduction.setValue(beginning.introduction().chinese());
        days.setValue(beginning.validDays());
        fields.clear();
        beginning.questions().forEach(question -> fields.add(new QuestionFields(words, question)));
        showQuestions();
        introduction.setWidthFull();
        chineseIntroduction.setWidthFull();
        Button more = new Button(words.text("survey.form.more"), Icon.PLUS.create(), click -> {
            fields.add(new QuestionFields(words, Question.of(QuestionKind.SCALE, new Wording("", ""), false)));
            showQuestions();
        });
        ActDialog dialog = new ActDialog(
                heading,
                words.text("survey.form.save"),
                save,
                title,
                introduction,
                chineseIntroduction,
                days,
                questions,
                more);
        dialog.setWidth("min(760px, 96vw)");
        dialog.open();
    }

    private void showQuestions() {
        questions.removeAll();
        for (int place = 0; place < fields.size(); place++) {
            QuestionFields question = fields.get(place);
            int at = place;
            Button up = new Button(Icon.ARROW_UP.create(), click -> {
                fields.remove(at);
                fields.add(Math.max(0, at - 1), question);
                showQuestions();
            });
            up.setAriaLabel(words.text("survey.form.up", at + 1));
            up.setEnabled(at > 0);
            Button remove = new Button(Icon.TRASH_2.create(), click -> {
                fields.remove(question);
                showQuestions();
            });
            remove.setAriaLabel(words.text("survey.form.remove", at + 1));
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            up.addThemeVariants(ButtonVariant.TERTIARY);
            question.show(at + 1, up, remove);
            questions.add(question);
        }
    }

    private SurveyData written() {
        return new SurveyData(
                title.written(),
                new Wording(introduction.getValue(), chineseIntroduction.getValue()),
                Objects.requireNonNullElse(days.getValue(), 0),
                fields.stream().map(QuestionFields::written).toList());
    }

    /** A short text in both languages. */
    static final class WordingFields extends Div {
        private final TextField english = new TextField();
        private final TextField chinese = new TextField();

        WordingFields(SurveyWords words, String label) {
            addClassName("stack");
            english.setLabel(words.text(label));
            chinese.setLabel(words.text(label + ".zh"));
            english.setMaxLength(SurveyData.TEXT_LENGTH);
            chinese.setMaxLength(SurveyData.TEXT_LENGTH);
            english.setWidthFull();
            chinese.setWidthFull();
            add(english, chinese);
        }

        void show(Wording text) {
            english.setValue(text.english());
            chinese.setValue(text.chinese());
        }

        Wording written() {
            return new Wording(english.getValue(), chinese.getValue());
        }
    }
}
