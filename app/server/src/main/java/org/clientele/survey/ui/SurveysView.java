package org.clientele.survey.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.BeginsNew;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyData;
import org.clientele.survey.SurveysChanged;

/** The surveys of a vertical: what customers are asked, and how many answered. */
@Route("v/:vertical/surveys")
@PermitAll
class SurveysView extends VerticalPage implements BeginsNew {
    private final transient SurveyServices services;

    SurveysView(Verticals verticals, Rights rights, Announcements announcements, SurveyServices services) {
        super(verticals, rights, announcements);
        this.services = services;
        hear(SurveysChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key())) {
                removeAll();
                showSurveys();
            }
        });
    }

    @Override
    protected String title() {
        return getTranslation("survey.title");
    }

    @Override
    protected boolean coversCustomers() {
        return false;
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        showSurveys();
    }

    private void showSurveys() {
        Vertical vertical = vertical();
        SurveyWords words = new SurveyWords(
                getLocale(), vertical.currency(), services.clock().getZone());
        boolean mayEdit = services.surveys().mayEdit(vertical.key());
        List<Survey> surveys = services.surveys().all(vertical.key());
        PageHeader header = new PageHeader(title(), words.text("survey.subtitle"));
        add(header);
        if (surveys.isEmpty()) {
            EmptyState none = new EmptyState(
                    Icon.SMILE,
                    words.text("survey.none"),
                    words.text(mayEdit ? "survey.none.text" : "survey.none.ask"));
            add(none);
        }
        if (mayEdit) {
            header.primary(new Button(words.text("survey.new"), Icon.PLUS.create(), click -> beginNew()));
        }
        if (!surveys.isEmpty()) {
            Div list = new Div();
            list.addClassName("list");
            boolean mayCount = services.results().mayRead(vertical.key()) && rights().onlyOwner(vertical.key()) == null;
            surveys.forEach(survey -> list.add(item(words, vertical, survey, mayCount)));
            add(new Card(list));
        }
    }

    @Override
    public void beginNew() {
        if (services.surveys().mayEdit(vertical().key())) {
            SurveyWords words = new SurveyWords(
                    getLocale(), vertical().currency(), services.clock().getZone());
            new SurveyForm(services, words, vertical()).create(SurveyData.usual());
        }
    }

    private static Div item(SurveyWords words, Vertical vertical, Survey survey, boolean mayCount) {
        Anchor title = new Anchor(SurveyNavigation.to(vertical.key(), survey.id()), words.title(survey));
        title.getElement().setAttribute("router-link", true);
        title.addClassName("list-item-title");
        Span detail = new Span(
                mayCount
                        ? words.text(
                                "survey.counts",
                                words.formats().whole(survey.invited()),
                                words.formats().whole(survey.answered()),
                                words.formats().whole(survey.byStaff()))
                        : words.text(
                                "survey.questions", survey.data().questions().size()));
        detail.addClassName("list-item-detail");
        Div body = new Div(title, detail);
        body.addClassName("list-item-body");
        Div item = new Div(body, state(words, survey));
        item.addClassName("list-item");
        return item;
    }

    static Tag state(SurveyWords words, Survey survey) {
        return survey.running()
                ? new Tag(words.text("survey.running"), Tone.GOOD)
                : new Tag(words.text("survey.ended"), Tone.MUTED);
    }
}
