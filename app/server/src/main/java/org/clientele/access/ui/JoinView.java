package org.clientele.access.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.clientele.access.Joining;
import org.clientele.access.Joining.Invitation;
import org.clientele.access.Passwords;
import org.clientele.common.Problem;

/** Sets a password from a one-time link that an administrator passed on. */
@Route(value = "join/:token", autoLayout = false)
@AnonymousAllowed
class JoinView extends Gate implements BeforeEnterObserver, HasDynamicTitle {
    private final Joining joining;
    private final Sessions sessions;
    private final NewPassword password;
    private final Div remark = Remarks.place();

    JoinView(Joining joining, Sessions sessions, Passwords passwords) {
        this.joining = joining;
        this.sessions = sessions;
        this.password = new NewPassword(passwords, "access.join.password");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getRouteParameters().get("token").orElse(""));
    }

    void open(String token) {
        joining.invitation(token)
                .ifPresentOrElse(
                        invitation -> showForm(token, invitation),
                        () -> show(
                                getTranslation("access.link.dead-title"),
                                getTranslation("access.join.dead"),
                                Remarks.toLogin(this)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.join.title") + " · " + getTranslation("common.product");
    }

    private void showForm(String token, Invitation invitation) {
        String login = invitation.user().login();
        TextField shown = new TextField(getTranslation("access.login.name"));
        shown.setValue(login);
        shown.setReadOnly(true);
        shown.setAutocomplete(Autocomplete.USERNAME);
        shown.setWidthFull();
        password.setAutofocus(true);
        Button set = new Button(getTranslation("access.join.submit"), click -> join(token, login));
        set.addThemeVariants(ButtonVariant.PRIMARY);
        set.addClickShortcut(Key.ENTER);
        set.setWidthFull();
        show(
                getTranslation("access.join.greeting", invitation.user().displayName()),
                getTranslation(invitation.reset() ? "access.join.reset" : "access.join.first"),
                remark,
                shown,
                password,
                set);
    }

    private void join(String token, String login) {
        if (!password.accepts(login)) {
            return;
        }
        try {
            sessions.start(joining.join(token, password.getValue()));
        } catch (Problem problem) {
            Remarks.show(remark, problem);
        }
    }
}
