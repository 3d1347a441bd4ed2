package org.clientele.access.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import jakarta.annotation.security.PermitAll;
import java.util.Locale;
import org.clientele.access.OwnAccount;
import org.clientele.access.Passwords;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Problem;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Card;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Facts;
import org.clientele.frontend.Page;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.Verticals;

/** What everybody sees and changes about themselves. */
@Route("account")
@PermitAll
class AccountView extends Page implements HasDynamicTitle {
    private final OwnAccount account;
    private final Sessions sessions;
    private final User user;
    private final Verticals verticals;
    private final PasswordField present = new PasswordField();
    private final NewPassword wanted;
    private final Div remark = Remarks.place();

    AccountView(OwnAccount account, Sessions sessions, Passwords passwords, Rights rights, Verticals verticals) {
        this.account = account;
        this.sessions = sessions;
        this.verticals = verticals;
        user = rights.user();
        wanted = new NewPassword(passwords, "access.account.password-new");
        add(
                new PageHeader(getTranslation("access.account.title"), getTranslation("access.account.subtitle")),
                new Columns(Columns.Shape.TWO, Columns.stack(person(), language()), password()).top());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("access.account.title");
    }

    private Card person() {
        Facts facts = new Facts();
        facts.fact(getTranslation("access.user.name"), user.displayName());
        facts.fact(getTranslation("access.login.name"), user.login());
        GrantTexts texts = new GrantTexts(verticals, UI.getCurrent().getLocale());
        facts.fact(getTranslation("access.user.roles"), texts.describe(user.grants()));
        return new Card(getTranslation("access.account.person"), facts);
    }

    private Card language() {
        RadioButtonGroup<Locale> choice = new RadioButtonGroup<>();
        choice.setAriaLabel(getTranslation("access.account.language"));
        choice.addClassName("choice");
        choice.setItems(Translations.ENGLISH, Translations.CHINESE);
        choice.setItemLabelGenerator(locale -> Translations.isChinese(locale) ? "简体中文" : "English");
        choice.setValue(
                Translations.isChinese(UI.getCurrent().getLocale()) ? Translations.CHINESE : Translations.ENGLISH);
        choice.addValueChangeListener(change -> {
            account.chooseLanguage(change.getValue().toLanguageTag());
            VaadinSession.getCurrent().setLocale(change.getValue());
            UI.getCurrent().getPage().reload();
        });
        return new Card(getTranslation("access.account.language"), choice);
    }

    private Card password() {
        present.setLabel(getTranslation("access.account.password-present"));
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        present.setWidthFull();
        Button change = new Button(getTranslation("access.account.password-change"), click -> changePassword());
        Div actions = new Div(change);
        actions.addClassName("form-actions");
        return new Card(getTranslation("access.account.password"), remark, present, wanted, actions)
                .hint(getTranslation("access.account.password-hint"));
    }

    private void changePassword() {
        remark.removeAll();
        if (!wanted.accepts(user.login())) {
            return;
        }
        try {
            sessions.renew(account.changePassword(present.getValue(), wanted.getValue()));
            present.clear();
            wanted.clear();
            wanted.setInvalid(false);
            Remarks.done(getTranslation("access.account.password-changed"));
        } catch (Problem problem) {
            Remarks.show(remark, problem);
        }
    }
}
