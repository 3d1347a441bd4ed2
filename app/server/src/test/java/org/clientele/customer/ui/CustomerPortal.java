package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.clientele.access.Colleagues;
import org.clientele.access.Role;
import org.clientele.access.TestAudit;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerService;
import org.clientele.customer.CustomerSnapshot;
import org.clientele.customer.SavedViews;
import org.clientele.customer.TestSnapshot;
import org.clientele.customer.TestVertical;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.TimelineSource;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.customer.persistence.SavedViewDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.ui.VerticalPage;

/** The customers' screens over {@link TestSnapshot#small} without a server. */
final class CustomerPortal implements AutoCloseable {
    final TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    final Vertical vertical = TestVertical.create(database);
    final CustomerSnapshot snapshot = TestSnapshot.small(vertical);
    final Clock clock = Clock.fixed(Instant.parse("2026-04-01T08:00:00Z"), ZoneOffset.UTC);
    final CustomerDao customerDao = new CustomerDao(database.jdbi(), database.dialect());
    final TestRights rights = TestRights.of(Role.MANAGER);
    final TestAudit audit = new TestAudit();
    final Announcements announcements = new Announcements();
    final CustomerLists lists = new CustomerLists(key -> snapshot, rights, audit);
    final SavedViews views = new SavedViews(new SavedViewDao(database.jdbi()), rights, clock);
    final Colleagues colleagues = new Colleagues(new UserDao(database.jdbi()), rights);

    final CustomerService customers = new CustomerService(customerDao, rights, audit, announcements, clock);
    final List<TimelineEntry> happened = new ArrayList<>();

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
        CustomersView view = new CustomersView(
                VerticalFixture.verticals(vertical),
                rights,
                announcements,
                customers,
                lists,
                colleagues,
                views,
                TestJobs.atOnce());
        show(view, address, new RouteParameters("vertical", "shop"));
        return view;
    }

    /** Opens a customer's page, with whatever stands in {@link #happened} as timeline and a text field as composer. */
    CustomerView customer(String address, long id) {
        return customer(address, String.valueOf(id));
    }

    CustomerView customer(String address, String id) {
        CustomerView view = new CustomerView(
                VerticalFixture.verticals(vertical),
                rights,
                announcements,
                customers,
                lists,
                colleagues,
                List.of(new Happened()),
                List.of(new Composer()),
                clock);
        show(view, address, new RouteParameters(Map.of("vertical", "shop", "customer", id)));
        return view;
    }

    /** Makes the row of a customer of the snapshot in the database. */
    void store(long id, String ref, String name) {
        database.jdbi().useHandle(h -> h.createUpdate("""
                        INSERT INTO customer (id, vertical_id, ref, name, created_at)
                        VALUES (:id, :vertical, :ref, :name, CURRENT_TIMESTAMP)
                        """)
                .bind("id", id)
                .bind("vertical", vertical.id())
                .bind("ref", ref)
                .bind("name", name)
                .execute());
    }

    private final class Happened implements TimelineSource {
        @Override
        public List<Kind> kinds(Vertical shown, Locale locale) {
            return List.of(new Kind("purchase", "Purchases"), new Kind("contact", "Contacts"));
        }

        @Override
        public List<TimelineEntry> newest(Vertical shown, long customer, String kind, int limit, Locale locale) {
            return happened.stream()
                    .filter(entry -> entry.kind().equals(kind))
                    .limit(limit)
                    .toList();
        }
    }

    private static final class Composer implements CustomerPanel {
        @Override
        public Place place() {
            return Place.COMPOSER;
        }

        @Override
        public Optional<Component> create(Vertical vertical, Customer customer) {
            return Optional.of(new TextField("What was it about?"));
        }
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
