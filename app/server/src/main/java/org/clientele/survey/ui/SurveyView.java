package org.clientele.survey.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Card;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.survey.Question;
import org.clientele.survey.QuestionKind;
import org.clientele.survey.Survey;

/** A survey: its results for those who may read them, and what it asks. */
@Route("v/:vertical/surveys/:survey")
@PermitAll
class SurveyView extends VerticalPage {
    private final transient SurveyServices services;
    private long surveyId;

    SurveyView(Verticals verticals, Rights rights, Announcements announcements, SurveyServices services) {
        super(verticals, rights, announcements);
        this.services = services;
    }

    @Override
    protected String title() {
        return getTranslation("survey.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        surveyId = event.getRouteParameters().getLong("survey").orElse(-1L);
        showSurvey();
    }

    private void showSurvey() {
        Vertical vertical = vertical();
        SurveyWords words = new SurveyWords(
                getLocale(), vertical.currency(), services.clock().getZone());
        Survey survey;
        try {
            survey = services.surveys().get(vertical.key(), surveyId);
        } catch (Problem problem) {
            add(new PageMessage(Icon.SEARCH, title(), Messages.text(problem)));
            return;
        }
        PageHeader header = new PageHeader(
                        words.title(survey),
                        words.text("survey.valid", survey.data().validDays()))
                .before(new BackLink(SurveyNavigation.to(vertical.key()), words.text("survey.all")))
                .tags(SurveysView.state(words, survey));
        add(header);
        if (services.surveys().mayEdit(vertical.key())) {
            actions(header, words, vertical, survey);
        }
        if (survey.running() && services.asking().mayAsk(vertical.key())) {
            header.primary(new Button(words.text("survey.segment"), Icon.SEND.create(), click -> new AskSegmentDialog(
                            services, words, vertical, survey)
                    .open()));
        }
        if (services.results().mayRead(vertical.key())) {
            add(new AnswerPanel<>(
                    words.text("survey.results"),
                    services.results().figures(vertical, survey),
                    figures -> new ResultCards(services, words, vertical, survey, figures)));
        }
        add(questions(words, survey));
    }

    private void actions(PageHeader header, SurveyWords words, Vertical vertical, Survey survey) {
        SurveyForm form = new SurveyForm(services, words, vertical);
        header.actions(
                new Button(
                        words.text(survey.running() ? "survey.end" : "survey.resume"),
                        (survey.running() ? Icon.BAN : Icon.PLAY).create(),
                        click -> run(words, !survey.running())),
                new Button(words.text("survey.copy"), Icon.COPY.create(), click -> form.create(survey.data())));
        if (survey.isFresh()) {
            header.actions(new Button(
                    words.text("survey.edit"), Icon.PENCIL.create(), click -> form.change(survey, this::refresh)));
        }
    }

    private void run(SurveyWords words, boolean running) {
        String key = vertical().key();
        services.surveys().run(key, surveyId, running);
        refresh();
        Messages.done(words.text(running ? "survey.resumed" : "survey.stopped"), () -> {
            services.surveys().run(key, surveyId, !running);
            refresh();
        });
    }

    private void refresh() {
        removeAll();
        showSurvey();
    }

    private static Card questions(SurveyWords words, Survey survey) {
        OrderedList list = new OrderedList();
        for (Question question : survey.data().questions()) {
            Span kind = new Span(words.kind(question.kind()) + options(words, question));
            kind.addClassName("caption");
            list.add(new ListItem(new Div(question.text().in(words.locale())), kind));
        }
        return new Card(words.text("survey.asks"), list);
    }

    private static String options(SurveyWords words, Question question) {
        String must = question.required() ? " · " + words.text("survey.required") : "";
        if (question.kind() == QuestionKind.CHOICE) {
            return ": "
                    + String.join(
                            " / ",
                            question.options().stream()
                                    .map(option -> option.in(words.locale()))
                                    .toList())
                    + must;
        }
        return must;
    }
}
