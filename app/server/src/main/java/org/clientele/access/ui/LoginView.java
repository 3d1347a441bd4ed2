package org.clientele.access.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The door of the portal. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, LocaleChangeObserver, HasDynamicTitle {
    private final LoginForm form = new LoginForm();

    LoginView() {
        addClassName("gate");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        Div card = new Div(form);
        card.addClassName("card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        form.setI18n(texts());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.login.title");
    }

    private LoginI18n texts() {
        LoginI18n texts = LoginI18n.createDefault();
        texts.getForm().setTitle(getTranslation("access.login.title"));
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
