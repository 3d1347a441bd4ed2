package org.clientele.survey.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Optional;
import org.clientele.access.ui.Gate;
import org.clientele.common.Problem;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.clientele.survey.Answering;
import org.clientele.survey.SurveyData;

/** What a customer sees who opens the link of a survey: its questions and nothing about anybody. */
@Route(value = SurveyNavigation.LINK + ":token", autoLayout = false)
@AnonymousAllowed
class AnswerView extends Gate implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Answering answering;
    private final Div remark = new Div();

    AnswerView(Answering answering) {
        this.answering = answering;
        remark.addClassName("remark");
        remark.getElement().setAttribute("role", "alert");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getRouteParameters().get("token").orElse(""));
    }

    void open(String token) {
        try {
            Optional<SurveyData> survey = answering.find(token, address());
            survey.ifPresentOrElse(
                    asked -> ask(token, asked),
                    () -> show(getTranslation("survey.link.dead-title"), getTranslation("survey.link.dead")));
        } catch (Problem busy) {
            show(getTranslation("survey.link.busy-title"), text(busy));
        }
    }

    private void ask(String token, SurveyData survey) {
        SurveyFields fields = new SurveyFields(survey, getLocale());
        Button send = new Button(getTranslation("survey.send"));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.setWidthFull();
        send.setDisableOnClick(true);
        send.addClickListener(click -> send(token, fields, send));
        show(survey.title().in(getLocale()), survey.introduction().in(getLocale()), fields, remark, send);
    }

    private void send(String token, SurveyFields fields, Button send) {
        try {
            answering.answer(token, address(), fields.replies());
            show(getTranslation("survey.thanks"), getTranslation("survey.thanks.text"));
        } catch (Problem problem) {
            remark.removeAll();
            remark.add(new Banner(Tone.BAD, text(problem)));
            send.setEnabled(true);
        }
    }

    private String text(Problem problem) {
        return getTranslation(problem.key(), problem.arguments());
    }

    private static String address() {
        VaadinRequest request = VaadinRequest.getCurrent();
        return request == null ? "" : String.valueOf(request.getRemoteAddr());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("survey.page");
    }
}
