package org.clientele.notification.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Facts;
import org.clientele.frontend.Page;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tone;
import org.clientele.notification.MailAdministration;
import org.clientele.notification.MailFailure;
import org.clientele.notification.MailSettings;

/** Whether the portal sends mail, by which server, and a mail to try it. */
@Route(NotificationNavigation.MAIL)
@RolesAllowed("MANAGE_USERS")
class MailView extends Page implements HasDynamicTitle {
    private static final String EXAMPLE = """
            clientele.mail.host=mail.example.com
            clientele.mail.port=587
            clientele.mail.security=STARTTLS
            clientele.mail.user=clientele
            clientele.mail.password=…
            clientele.mail.from=clientele@example.com
            clientele.mail.portal=https://clientele.example.com""";

    private final transient MailAdministration administration;
    private final transient MailSettings settings;
    private final TextField address = new TextField();
    private final Div outcome = new Div();

    MailView(MailAdministration administration) {
        this.administration = administration;
        settings = administration.settings();
        outcome.addClassName("stack");
        outcome.getElement().setAttribute("aria-live", "polite");
        add(new PageHeader(heading(), getTranslation("notification.mail.subtitle")));
        add(settings.isSet() ? new Columns(Columns.Shape.TWO, server(), trial()).top() : missing());
    }

    private String heading() {
        return getTranslation("notification.mail.title");
    }

    @Override
    public String getPageTitle() {
        return heading();
    }

    private Card missing() {
        Pre example = new Pre(EXAMPLE);
        return new Card(
                getTranslation("notification.mail.none"),
                new Paragraph(getTranslation("notification.mail.none.text")),
                example);
    }

    private Card server() {
        Formats formats = new Formats(UI.getCurrent().getLocale(), "USD");
        MailAdministration.Standing standing = administration.standing();
        Facts facts = new Facts()
                .fact(getTranslation("notification.mail.host"), settings.host() + ":" + settings.port())
                .fact(getTranslation("notification.mail.security"), security())
                .fact(getTranslation("notification.mail.user"), signIn())
                .fact(getTranslation("notification.mail.from"), settings.from())
                .fact(getTranslation("notification.mail.portal"), settings.portal())
                .fact(getTranslation("notification.mail.waiting"), formats.whole(standing.waiting()))
                .fact(getTranslation("notification.mail.sent"), formats.whole(standing.sent()))
                .fact(getTranslation("notification.mail.given-up"), formats.whole(standing.givenUp()));
        return new Card(getTranslation("notification.mail.server"), facts)
                .hint(getTranslation("notification.mail.server.hint"));
    }

    private String security() {
        return settings.security() == MailSettings.Security.NONE
                ? getTranslation("notification.mail.security.none")
                : settings.security().name();
    }

    private String signIn() {
        return settings.user().isEmpty() ? getTranslation("notification.mail.user.none") : settings.user();
    }

    private Card trial() {
        address.setLabel(getTranslation("notification.mail.test.address"));
        address.setAutocomplete(Autocomplete.EMAIL);
        address.setWidthFull();
        Button send = new Button(getTranslation("notification.mail.test.send"), click -> send());
        Div actions = new Div(send);
        actions.addClassName("form-actions");
        return new Card(getTranslation("notification.mail.test"), address, actions, outcome);
    }

    private void send() {
        outcome.removeAll();
        try {
            outcome.add(new AnswerPanel<>(
                    getTranslation("notification.mail.test"),
                    administration.test(address.getValue(), UI.getCurrent().getLocale()),
                    this::told));
        } catch (Problem problem) {
            outcome.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }

    private Component told(Optional<MailFailure> failure) {
        return failure.map(why -> new Banner(
                        Tone.BAD,
                        getTranslation(
                                "notification.mail.failed." + why.key(), settings.host(), settings.port(), signIn())))
                .orElseGet(() -> new Banner(Tone.GOOD, getTranslation("notification.mail.test.sent", settings.host())));
    }
}
