package org.clientele.portal;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.Translations;
import org.clientele.frontend.Icon;
import org.clientele.loyalty.Programmes;
import org.clientele.notification.ui.NotificationNavigation;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.portal.screen.PluginScreens;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands at the side: the industry, its loop from overview to cases, and the system's pages by right. */
@Component
class SideNavigation {
    private final Verticals verticals;
    private final Rights rights;
    private final Translations translations;
    private final PluginScreens screens;

    SideNavigation(Verticals verticals, Rights rights, Translations translations, PluginScreens screens) {
        this.screens = screens;
        this.verticals = verticals;
        this.rights = rights;
        this.translations = translations;
    }

    boolean mayView(Vertical vertical) {
        return rights.may(Permission.VIEW_PORTAL, vertical.key());
    }

    Optional<Vertical> first() {
        return visible().stream().findFirst();
    }

    Div build(@Nullable Vertical vertical, Locale locale) {
        Div drawer = new Div(brand());
        drawer.addClassName("shell-drawer");
        if (vertical != null) {
            drawer.add(industry(vertical, locale), loop(vertical, locale));
        }
        SideNav system = system(vertical, locale);
        if (!system.getItems().isEmpty()) {
            H2 heading = new H2(text(locale, "portal.nav.system"));
            heading.addClassName("nav-heading");
            drawer.add(heading, system);
        }
        return drawer;
    }

    private List<Vertical> visible() {
        return verticals.enabled().stream().filter(this::mayView).toList();
    }

    private static Anchor brand() {
        Div mark = new Div();
        mark.addClassName("brand-mark");
        mark.getElement().setAttribute("aria-hidden", "true");
        Anchor brand = new Anchor("", mark, new Span("Clientele"));
        brand.getElement().setAttribute("router-link", true);
        brand.addClassName("brand");
        return brand;
    }

    private NativeButton industry(Vertical vertical, Locale locale) {
        Span name = new Span(vertical.name(locale));
        name.addClassName("industry-name");
        Span detail = new Span(vertical.currency());
        detail.addClassName("industry-detail");
        Div names = new Div(name, detail);
        names.addClassName("grow");
        NativeButton button = new NativeButton();
        button.addClassName("industry");
        button.add(
                Icon.named(vertical.definition().icon()).orElse(Icon.STORE).create(),
                names,
                Icon.CHEVRONS_UP_DOWN.create());
        button.getElement().setAttribute("aria-haspopup", "menu");
        ContextMenu menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        for (Vertical other : visible()) {
            MenuItem item = menu.addItem(other.name(locale), click -> button.getUI()
                    .ifPresent(ui -> ui.navigate("v/" + other.key() + "/overview")));
            item.setCheckable(true);
            item.setChecked(other.key().equals(vertical.key()));
        }
        return button;
    }

    private SideNav loop(Vertical vertical, Locale locale) {
        String root = "v/" + vertical.key() + "/";
        SideNav nav = new SideNav();
        nav.addClassName("nav");
        nav.addItem(item(locale, "portal.nav.overview", root + "overview", Icon.LAYOUT_DASHBOARD));
        nav.addItem(item(locale, "portal.nav.customers", root + "customers", Icon.USERS));
        nav.addItem(item(locale, "portal.nav.segments", root + "segments", Icon.SHAPES));
        if (!vertical.definition().checks().isEmpty()) {
            nav.addItem(item(locale, "portal.nav.checks", root + "checks", Icon.SHIELD_CHECK));
        }
        nav.addItem(item(locale, "portal.nav.strategies", root + "strategies", Icon.ROUTE));
        nav.addItem(item(locale, "portal.nav.churn", root + "churn", Icon.TRENDING_DOWN));
        if (Programmes.isOffered(vertical.definition())) {
            nav.addItem(item(locale, "portal.nav.loyalty", root + "loyalty", Icon.GIFT));
        }
        nav.addItem(item(locale, "portal.nav.stakeholders", root + "stakeholders", Icon.BUILDING_2));
        if (!vertical.definition().guides().isEmpty()) {
            nav.addItem(item(locale, "portal.nav.guides", root + "guides", Icon.BOOK_OPEN));
        }
        nav.addItem(item(locale, "knowledge.title", root + "knowledge", Icon.GRADUATION_CAP));
        if (!vertical.definition().workflows().isEmpty()) {
            nav.addItem(item(locale, "portal.nav.workflows", root + "workflows", Icon.WORKFLOW));
        }
        if (rights.may(Permission.ANALYSE_SEGMENTS, vertical.key())) {
            nav.addItem(item(locale, "portal.nav.market", root + "market", Icon.TARGET));
        }
        nav.addItem(item(locale, "portal.nav.worklist", root + "worklist", Icon.LIST_CHECKS));
        nav.addItem(item(locale, "portal.nav.cases", root + "cases", Icon.LIFE_BUOY));
        nav.addItem(item(locale, "portal.nav.surveys", root + "surveys", Icon.SMILE));
        screens.of(vertical).forEach(screen -> nav.addItem(screen(vertical, screen, locale)));
        boolean reports = !vertical.definition().reports().isEmpty();
        if (reports && rights.may(Permission.SEE_REPORTS, vertical.key())) {
            nav.addItem(item(locale, "portal.nav.reports", root + "reports", Icon.FILE_CHART_COLUMN));
        }
        return nav;
    }

    private SideNav system(@Nullable Vertical vertical, Locale locale) {
        SideNav nav = new SideNav();
        nav.addClassName("nav");
        if (vertical != null && rights.may(Permission.IMPORT_DATA, vertical.key())) {
            nav.addItem(item(locale, "portal.nav.data", "v/" + vertical.key() + "/data", Icon.DATABASE));
        }
        if (rights.user().mayAnywhere(Permission.MANAGE_PLUGINS)) {
            nav.addItem(item(locale, "portal.nav.plugins", "plugins", Icon.PUZZLE));
        }
        if (rights.may(Permission.MANAGE_USERS, Grant.EVERYWHERE)) {
            nav.addItem(item(locale, "portal.nav.users", "admin/users", Icon.SHIELD));
            nav.addItem(item(locale, "notification.mail.title", NotificationNavigation.MAIL, Icon.MAIL));
        }
        return nav;
    }

    private SideNavItem item(Locale locale, String key, String path, Icon icon) {
        SideNavItem item = new SideNavItem(text(locale, key), path, icon.create());
        item.setMatchNested(true);
        return item;
    }

    private static SideNavItem screen(Vertical vertical, ScreenDefinition screen, Locale locale) {
        return new SideNavItem(
                vertical.text(locale, Texts.screen(screen.id())),
                "v/" + vertical.key() + "/screens/" + screen.id(),
                Icon.named(screen.icon()).orElse(Icon.PUZZLE).create());
    }

    private String text(Locale locale, String key) {
        return translations.getTranslation(key, locale);
    }
}
