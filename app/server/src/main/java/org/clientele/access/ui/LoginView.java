package org.clientele.access.ui;

import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.clientele.access.Joining;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;
import org.springframework.beans.factory.ObjectProvider;

/** The door of the portal. */
@Route(value = LoginView.PATH, autoLayout = false)
@AnonymousAllowed
class LoginView extends Gate implements BeforeEnterObserver, HasDynamicTitle {
    static final String PATH = "login";
    static final String ERROR = "error";
    static final String BUSY = "busy";
    static final String FULL = "full";
    static final String EXPIRED = "expired";

    private final LoginForm form = new LoginForm();
    private final Joining joining;
    private final ObjectProvider<DemoDoor> demo;

    LoginView(Joining joining, ObjectProvider<DemoDoor> demo) {
        this.joining = joining;
        this.demo = demo;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open(event.getLocation().getQueryParameters());
    }

    void open(QueryParameters query) {
        form.setAction(PATH);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(texts());
        form.setError(query.getParameters().containsKey(ERROR));
        show(getTranslation("access.login.title"), getTranslation("access.login.subtitle"), form);
        if (joining.isAwaitingFirst()) {
            remark(new Banner(Tone.ACCENT, getTranslation("access.login.nobody")));
        }
        if (query.getParameters().containsKey(EXPIRED)) {
            remark(new Banner(Tone.ACCENT, getTranslation("access.login.expired")));
        }
        if (query.getParameters().containsKey(BUSY)) {
            remark(new Banner(Tone.WARN, getTranslation("access.login.busy")));
        }
        if (query.getParameters().containsKey(FULL)) {
            remark(new Banner(Tone.BAD, getTranslation("access.login.full")));
        }
        demo.ifAvailable(door -> showBelow(door.create()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.login.title") + " · " + getTranslation("common.product");
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle("");
        texts.getForm().setUsername(getTranslation("access.login.name"));
        texts.getForm().setPassword(getTranslation("access.login.password"));
        texts.getForm().setSubmit(getTranslation("access.login.submit"));
        texts.getErrorMessage().setTitle(getTranslation("access.login.refused"));
        texts.getErrorMessage().setMessage(getTranslation("access.login.refused-hint"));
        texts.getErrorMessage().setUsername(getTranslation("access.login.name-missing"));
        texts.getErrorMessage().setPassword(getTranslation("access.login.password-missing"));
        return texts;
    }
}
