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
import org.clientele.access.Passwords;
import org.clientele.common.Problem;

/** Makes the first administrator from the link that the first start printed. */
@Route(value = "setup/:token", autoLayout = false)
@AnonymousAllowed
class SetupView extends Gate implements BeforeEnterObserver, HasDynamicTitle {
    private final Joining joining;
    private final Sessions sessions;
    private final TextField name = new TextField();
    private final TextField login = new TextField();
    private final NewPassword password;
    private final Div remark = Remarks.place();

    SetupView(Joining joining, Sessions sessions, Passwords passwords) {
        this.joining = joining;
        this.sessions = sessions;
        this.password = new NewPassword(passwords, "access.setup.password");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getRouteParameters().get("token").orElse(""));
    }

    void open(String token) {
        if (joining.isSetup(token)) {
            showForm(token);
        } else {
            String next = joining.isAwaitingFirst() ? "access.setup.dead" : "access.setup.done";
            show(getTranslation("access.link.dead-title"), getTranslation(next), Remarks.toLogin(this));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.setup.title") + " · " + getTranslation("common.product");
    }

    private void showForm(String token) {
        name.setLabel(getTranslation("access.user.name"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setWidthFull();
        name.setAutofocus(true);
        login.setLabel(getTranslation("access.login.name"));
        login.setHelperText(getTranslation("access.user.login-hint"));
        login.setAutocomplete(Autocomplete.USERNAME);
        login.setWidthFull();
        Button make = new Button(getTranslation("access.setup.submit"), click -> make(token));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        make.addClickShortcut(Key.ENTER);
        make.setWidthFull();
        show(
                getTranslation("access.setup.title"),
                getTranslation("access.setup.subtitle"),
                remark,
                name,
                login,
                password,
                make);
    }

    private void make(String token) {
        boolean good = password.accepts(login.getValue());
        good &= isFilled(login);
        good &= isFilled(name);
        if (!good) {
            return;
        }
        try {
            sessions.start(joining.setUp(token, login.getValue(), name.getValue(), password.getValue()));
        } catch (Problem problem) {
            Remarks.show(remark, problem);
        }
    }

    /** Asked from the last field to the first, so that the cursor ends in the first one to be mended. */
    private boolean isFilled(TextField field) {
        boolean filled = !field.getValue().isBlank();
        field.setErrorMessage(filled ? "" : getTranslation("access.setup.missing"));
        field.setInvalid(!filled);
        if (!filled) {
            field.focus();
        }
        return filled;
    }
}
