package org.clientele.cases.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clientele.cases.CasePortal;
import org.clientele.cases.ServiceCase;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerSearch;
import org.clientele.interaction.ui.ContactScreens;
import org.clientele.plugin.ui.TestNavigation;
import org.junit.jupiter.api.AfterEach;

/** The screens of cases over a real database, opened as their addresses say. */
abstract class CaseScreens {
    final CasePortal portal = new CasePortal(TestDatabase.Kind.HSQLDB);
    final CaseServices services = new CaseServices(
            portal.cases,
            portal.lists,
            portal.links,
            portal.files,
            portal.policies,
            portal.complaints,
            portal.colleagues,
            portal.shop.rights,
            portal.shop.announcements,
            portal.shop.clock);

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    final void settings() {
        TestUi.stop();
        TestUi.start(Locale.ENGLISH);
        PolicyView view =
                new PolicyView(portal.shop.verticals, portal.shop.rights, portal.shop.announcements, services);
        TestNavigation.open(view, "shop", "v/shop/cases/settings");
    }

    final void list(Locale locale, String parameters) {
        TestUi.start(locale);
        CasesView view = new CasesView(
                portal.shop.verticals,
                portal.shop.rights,
                portal.shop.announcements,
                services,
                new CustomerSearch(portal.shop.snapshots, portal.shop.rights));
        TestNavigation.open(view, "shop", "v/shop/cases" + parameters);
    }

    final void page(ServiceCase one) {
        page(Locale.ENGLISH, String.valueOf(one.number()));
    }

    final void page(Locale locale, String number) {
        TestUi.stop();
        TestUi.start(locale);
        UI ui = UI.getCurrent();
        CaseView view = new CaseView(
                portal.shop.verticals,
                portal.shop.rights,
                portal.shop.announcements,
                services,
                ContactScreens.navigation(portal.interactions, portal.shop),
                List.of());
        ui.add(view);
        var navigation = new NavigationEvent(
                ui.getInternals().getRouter(),
                new Location("v/shop/cases/" + number),
                ui,
                NavigationTrigger.PROGRAMMATIC);
        view.beforeEnter(new BeforeEnterEvent(
                navigation,
                CaseView.class,
                new RouteParameters(Map.of("vertical", "shop", "case", number)),
                List.of()));
    }

    static Button button(String label) {
        return _get(Button.class, spec -> spec.withText(label));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static <T> Select<T> select(String label) {
        List<Select> selects = _find(Select.class);
        return selects.stream()
                .filter(select -> label.equals(select.getAriaLabel().orElse(null)) || label.equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    static void choose(String field, String item) {
        Select<Object> select = select(field);
        select.setValue(select.getListDataView()
                .getItems()
                .filter(one -> select.getItemLabelGenerator().apply(one).equals(item))
                .findFirst()
                .orElseThrow());
    }

    static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
