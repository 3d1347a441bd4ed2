package org.clientele.survey.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import org.clientele.access.ui.LinkDialog;
import org.clientele.common.Problem;
import org.clientele.common.ui.ActDialog;
import org.clientele.common.ui.Messages;
import org.clientele.plugin.Vertical;
import org.clientele.survey.Invitations;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyAbout;
import org.jspecify.annotations.Nullable;

/** Asks a customer: by a link that is shown once, or on the phone. */
final class AskDialog {
    private final SurveyServices services;
    private final SurveyWords words;
    private final Vertical vertical;
    private final long customerId;

    AskDialog(SurveyServices services, SurveyWords words, Vertical vertical, long customerId) {
        this.services = services;
        this.words = words;
        this.vertical = vertical;
        this.customerId = customerId;
    }

    void link() {
        Select<Survey> survey = survey();
        Select<Matters.Matter> about = about();
        new ActDialog(
                        words.text("survey.ask.link"),
                        words.text("survey.ask.make"),
                        () -> {
                            Invitations.Link link = services.invitations()
                                    .invite(
                                            vertical,
                                            customerId,
                                            survey.getValue().id(),
                                            chosen(about));
                            new LinkDialog(
                                            words.title(survey.getValue()),
                                            words.text("survey.ask.shown", words.day(link.expiresAt())),
                                            LinkDialog.address(SurveyNavigation.LINK + link.token()))
                                    .open();
                        },
                        survey,
                        about)
                .open();
    }

    void enter() {
        Select<Survey> survey = survey();
        Select<Matters.Matter> about = about();
        Div place = new Div();
        place.add(fields(survey.getValue()));
        survey.addValueChangeListener(change -> {
            place.removeAll();
            place.add(fields(change.getValue()));
        });
        new ActDialog(
                        words.text("survey.ask.enter"),
                        words.text("survey.ask.save"),
                        () -> {
                            SurveyFields fields = (SurveyFields)
                                    place.getChildren().findFirst().orElseThrow();
                            services.answering()
                                    .enter(
                                            vertical,
                                            customerId,
                                            survey.getValue().id(),
                                            chosen(about),
                                            fields.replies());
                            Messages.done(words.text("survey.ask.saved"));
                        },
                        survey,
                        about,
                        place)
                .open();
    }

    private SurveyFields fields(Survey survey) {
        return new SurveyFields(survey.data(), words.locale());
    }

    private Select<Survey> survey() {
        List<Survey> running = services.surveys().running(vertical.key());
        if (running.isEmpty()) {
            throw new Problem("survey.problem.ended");
        }
        Select<Survey> survey = new Select<>();
        survey.setLabel(words.text("survey.ask.survey"));
        survey.setItems(running);
        survey.setItemLabelGenerator(words::title);
        survey.setValue(running.getFirst());
        survey.setWidthFull();
        return survey;
    }

    /** Nothing in particular, when nothing is chosen. */
    private Select<Matters.Matter> about() {
        Select<Matters.Matter> about = new Select<>();
        about.setLabel(words.text("survey.ask.about"));
        about.setItems(services.matters().of(vertical, customerId, words));
        about.setItemLabelGenerator(matter -> matter == null ? words.about(null) : matter.name());
        about.setEmptySelectionAllowed(true);
        about.setEmptySelectionCaption(words.about(null));
        about.setWidthFull();
        return about;
    }

    private static @Nullable SurveyAbout chosen(Select<Matters.Matter> about) {
        Matters.Matter matter = about.getValue();
        return matter == null ? null : matter.about();
    }
}
