package org.clientele.portal;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Locale;
import java.util.function.Supplier;
import org.clientele.access.OwnAccount;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.ui.ContactPlace;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Theme;
import org.clientele.interaction.ui.InteractionNavigation;
import org.clientele.notification.ui.NotificationNavigation;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Component;

/** What stands on top: search, the demo mark, the bell, light or dark, language and the person. */
@Component
class TopBar {
    private final Rights rights;
    private final OwnAccount account;
    private final AuthenticationContext authentication;
    private final ClienteleProperties properties;
    private final Translations translations;
    private final Verticals verticals;
    private final SearchTargets targets;
    private final InteractionNavigation contacts;
    private final NotificationNavigation notifications;

    TopBar(
            SearchTargets targets,
            InteractionNavigation contacts,
            NotificationNavigation notifications,
            Rights rights,
            OwnAccount account,
            AuthenticationContext authentication,
            ClienteleProperties properties,
            Translations translations,
            Verticals verticals) {
        this.targets = targets;
        this.contacts = contacts;
        this.notifications = notifications;
        this.rights = rights;
        this.account = account;
        this.authentication = authentication;
        this.properties = properties;
        this.translations = translations;
        this.verticals = verticals;
    }

    Div build(Supplier<String> verticalKey) {
        Locale locale = UI.getCurrent().getLocale();
        DrawerToggle drawer = new DrawerToggle();
        drawer.setAriaLabel(text(locale, "portal.shell.menu"));
        Div end = new Div();
        end.addClassName("top-bar-end");
        if (properties.developerMode()) {
            end.add(mark(locale, "portal.shell.developer"));
        }
        if (properties.demo()) {
            end.add(mark(locale, "portal.shell.demo"));
        }
        end.add(
                logContact(verticalKey, locale),
                notifications.bell(),
                scheme(locale),
                language(locale),
                person(locale));
        Div bar = new Div(
                drawer, new SearchField(targets, verticalKey, () -> openComposer(verticalKey.get()), locale), end);
        bar.addClassName("top-bar");
        return bar;
    }

    private Button logContact(Supplier<String> verticalKey, Locale locale) {
        Button button = new Button(Icon.NOTEBOOK_PEN.create(), click -> openComposer(verticalKey.get()));
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(text(locale, "portal.shell.log"));
        button.setTooltipText(text(locale, "portal.shell.log") + "  Alt + N");
        button.addClickShortcut(Key.KEY_N, KeyModifier.ALT);
        return button;
    }

    /** On a customer's page the contact is with that customer; elsewhere the customer is asked for. */
    private void openComposer(String verticalKey) {
        boolean written = UI.getCurrent().getActiveRouterTargetsChain().stream()
                .anyMatch(view -> view instanceof ContactPlace place && place.writeContact());
        if (written) {
            return;
        }
        if (verticals.find(verticalKey).isPresent() && contacts.mayLog(verticalKey)) {
            contacts.logContact(verticalKey);
        } else {
            Messages.problem(UI.getCurrent().getTranslation("portal.shell.log.nowhere"));
        }
    }

    private Span mark(Locale locale, String key) {
        Span mark = new Span(text(locale, key));
        mark.addClassName("demo-mark");
        return mark;
    }

    private Button scheme(Locale locale) {
        Button button = new Button(Icon.MOON.create());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(text(locale, "portal.shell.scheme"));
        button.setTooltipText(text(locale, "portal.shell.scheme"));
        WebStorage.getItem(Theme.SCHEME_KEY, kept -> {
            if (kept != null) {
                useScheme(kept, button);
            }
        });
        button.addClickListener(click -> {
            boolean dark = UI.getCurrent().getPage().getColorScheme() == ColorScheme.Value.DARK;
            String next = dark ? "light" : "dark";
            WebStorage.setItem(Theme.SCHEME_KEY, next);
            useScheme(next, button);
        });
        return button;
    }

    private static void useScheme(String scheme, Button button) {
        boolean dark = scheme.equals("dark");
        UI.getCurrent().getPage().setColorScheme(dark ? ColorScheme.Value.DARK : ColorScheme.Value.LIGHT);
        button.setIcon((dark ? Icon.SUN : Icon.MOON).create());
    }

    private Button language(Locale locale) {
        boolean chinese = Translations.isChinese(locale);
        Button button = new Button(chinese ? "EN" : "中文");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.getElement().setAttribute("lang", chinese ? "en" : "zh-CN");
        button.setAriaLabel(chinese ? "EN, switch to English" : "中文，切换为中文");
        button.addClickListener(click -> {
            Locale wanted = chinese ? Translations.ENGLISH : Translations.CHINESE;
            account.chooseLanguage(wanted.toLanguageTag());
            VaadinSession.getCurrent().setLocale(wanted);
            UI.getCurrent().getPage().reload();
        });
        return button;
    }

    private NativeButton person(Locale locale) {
        User user = rights.user();
        Avatar avatar = new Avatar(user.displayName());
        avatar.setAbbreviation(Initials.of(user.displayName()));
        NativeButton button = new NativeButton();
        button.addClassName("person");
        button.add(avatar);
        button.setTitle(text(locale, "portal.shell.person", user.displayName()));
        button.getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.addItem(user.displayName()).setEnabled(false);
        menu.addItem(
                text(locale, "portal.shell.account"), click -> UI.getCurrent().navigate("account"));
        menu.addItem(text(locale, "notification.settings.title"), click -> UI.getCurrent()
                .navigate(NotificationNavigation.SETTINGS));
        menu.addItem(text(locale, "portal.shell.logout"), click -> authentication.logout());
        return button;
    }

    private String text(Locale locale, String key, Object... arguments) {
        return translations.getTranslation(key, locale, arguments);
    }
}
