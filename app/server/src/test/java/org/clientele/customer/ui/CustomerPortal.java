package org.clientele.customer.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.util.List;
import java.util.Locale;
import org.clientele.access.Colleagues;
import org.clientele.access.Role;
import org.clientele.access.TestAudit;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.customer.SavedViews;
import org.clientele.customer.TestSnapshot;
import org.clientele.customer.TestVertical;
import org.clientele.customer.persistence.SavedViewDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.ui.VerticalPage;

/** The customers' screens over {@link TestSnapshot#small} without a server. */
final class CustomerPortal implements AutoCloseable {
    final TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    final Vertical vertical = TestVertical.create(database);
    final CustomerSnapshot snapshot = TestSnapshot.small(vertical);
    final TestRights rights = TestRights.of(Role.MANAGER);
    final TestAudit audit = new TestAudit();
    final Announcements announcements = new Announcements();
    final CustomerLists lists = new CustomerLists(key -> snapshot, rights, audit);
    final SavedViews views = new SavedViews(new SavedViewDao(database.jdbi()), rights);
    final Colleagues colleagues = new Colleagues(new UserDao(database.jdbi()), rights);

    private CustomerPortal(Locale locale) {
        database.jdbi().useHandle(h -> h.execute("""
                INSERT INTO app_user (id, login, display_name, active, created_at)
                VALUES (1, 'wang', 'Wang Qiang', TRUE, CURRENT_TIMESTAMP)
                """));
        TestUi.start(locale);
    }

    static CustomerPortal start(Locale locale) {
        return new CustomerPortal(locale);
    }

    /** Opens the list at an address, as a link would. */
    CustomersView list(String address) {
        CustomersView view =
                new CustomersView(VerticalFixture.verticals(vertical), rights, announcements, lists, colleagues, views);
        show(view, address, new RouteParameters("vertical", "shop"));
        return view;
    }

    private static void show(VerticalPage view, String address, RouteParameters parameters) {
        UI ui = UI.getCurrent();
        ui.removeAll();
        ui.add(view);
        var navigation = new NavigationEvent(
                ui.getInternals().getRouter(), new Location(address), ui, NavigationTrigger.PROGRAMMATIC);
        view.beforeEnter(new BeforeEnterEvent(navigation, view.getClass(), parameters, List.of()));
    }

    @Override
    public void close() throws Exception {
        TestUi.stop();
        database.close();
    }
}
