package org.clientele.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.LocatorJ;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.clientele.access.Audit;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.access.Role;
import org.clientele.access.RoleLimits;
import org.clientele.access.TestRights;
import org.clientele.access.User;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.ClienteleProperties;
import org.clientele.common.Jobs;
import org.clientele.common.TemporaryFiles;
import org.clientele.common.TestJobs;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.ChartCard;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.CustomerService;
import org.clientele.customer.OwnCustomers;
import org.clientele.frontend.Chart;
import org.clientele.plugin.ClusterFixture;
import org.clientele.plugin.Nodes;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.segment.Memberships;
import org.clientele.segment.ModelOverrides;
import org.clientele.segment.ModelVersions;
import org.clientele.segment.Recompute;
import org.clientele.segment.RecomputeProperties;
import org.clientele.segment.RecomputeWork;
import org.clientele.segment.Recomputes;
import org.clientele.segment.SegmentUses;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.segment.Snapshots;
import org.clientele.segment.Studio;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.BeanDefinitionDefaults;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Every screen of the retail vertical, as the beans of the portal make it, for somebody who looks after three of 1,067 customers: no name of
 * another customer, and no figure that counts them, is on it or in the data of its charts.
 */
class OwnScreensTest {
    private static final String STRANGER = "stranger";
    private static final int STRANGERS = 1_064;
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final List<String> OF_ALL = List.of("1,067", "1067", "1,064", "1064", STRANGER);
    private static final List<String> BY_MODEL =
            List.of("v/:vertical/segments", "v/:vertical/segments/movement", "v/:vertical/strategies");

    /** Imports are not for staff; a plugin's own screen has what the plugin asks its host for. */
    private static final List<String> OTHERS =
            List.of("v/:vertical/data", "v/:vertical/data/import", "v/:vertical/screens/:screen");

    private static ShopPortal portal;
    private static AnnotationConfigApplicationContext beans;
    private static User staff;
    private static Map<String, Long> ids;

    /** A screen as an address leads to it. */
    record Screen(Class<? extends VerticalPage> view, String address, Map<String, String> parameters) {
        @Override
        public String toString() {
            return address;
        }
    }

    @BeforeAll
    static void fill() {
        var retail = VerticalFixture.readRetail();
        portal = ShopPortal.of(TestDatabase.Kind.HSQLDB, retail.definition(), retail.texts());
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < STRANGERS; i++) {
            buy(purchases, STRANGER + i, i, 1 + i % 7);
        }
        for (int i = 0; i < 3; i++) {
            buy(purchases, "own" + i, i * 11, 2 + i);
        }
        ids = portal.purchases(purchases);
        long wang = new UserDao(portal.database.jdbi()).insert("wang", "Wang Fang", Set.of(), portal.clock.instant());
        portal.database
                .jdbi()
                .useHandle(h -> h.execute("UPDATE customer SET owner_user_id = ? WHERE ref LIKE 'own%'", wang));
        portal.snapshots.reload("retail");
        staff = TestRights.user(wang, new Grant(Role.STAFF, "retail", true));
        beans = beans();
    }

    private static void buy(List<Purchase> purchases, String customer, int shift, int times) {
        for (int i = 0; i < times; i++) {
            purchases.add(new Purchase(customer, DAY.minusDays((shift * 13L + i * 37L) % 700), 1_000 + shift * 17L));
        }
    }

    /** The services and screens of the portal over what the fixture already made. */
    private static AnnotationConfigApplicationContext beans() {
        Map<Class<?>, Object> made = new HashMap<>();
        made.put(Rights.class, portal.rights);
        made.put(Verticals.class, portal.verticals);
        made.put(Audit.class, portal.audit);
        made.put(Announcements.class, portal.announcements);
        made.put(Clock.class, portal.clock);
        made.put(CustomerService.class, portal.customers);
        made.put(OwnCustomers.class, portal.own);
        made.put(ModelOverrides.class, portal.overrides);
        made.put(SegmentUses.class, portal.uses);
        made.put(ModelVersions.class, portal.versions);
        made.put(Snapshots.class, portal.snapshots);
        made.put(Studio.class, portal.studio);
        made.put(Memberships.class, portal.memberships);
        Jobs jobs = TestJobs.atOnce();
        made.put(Jobs.class, jobs);
        made.put(Recomputes.class, portal.recomputes(jobs));
        made.put(Nodes.class, ClusterFixture.silentNode(portal.database));
        made.put(Recompute.class, portal.recompute);
        made.put(RecomputeWork.class, portal.work);
        made.put(
                ClienteleProperties.class,
                new ClienteleProperties(
                        TemporaryFiles.folder("clientele-own"),
                        false,
                        false,
                        null,
                        new ClienteleProperties.Database("", "", "")));
        made.put(Jdbi.class, portal.database.jdbi());
        made.put(Dialect.class, portal.database.dialect());
        made.put(DataSource.class, portal.database.dataSource());
        made.put(
                PlatformTransactionManager.class, portal.database.transactions().getTransactionManager());
        made.put(RecomputeProperties.class, new RecomputeProperties(LocalTime.of(0, 10)));
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        made.forEach((type, bean) -> context.getBeanFactory().registerSingleton(type.getName(), bean));
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new AnnotationTypeFilter(Configuration.class));
        made.keySet().forEach(type -> scanner.addExcludeFilter(new AssignableTypeFilter(type)));
        scanner.setBeanNameGenerator((definition, registry) -> Objects.requireNonNull(definition.getBeanClassName()));
        scanner.setResourcePattern("**/*.class");
        scanner.setBeanDefinitionDefaults(lazy());
        scanner.scan("org.clientele");
        context.refresh();
        return context;
    }

    private static BeanDefinitionDefaults lazy() {
        BeanDefinitionDefaults defaults = new BeanDefinitionDefaults();
        defaults.setLazyInit(true);
        return defaults;
    }

    @AfterAll
    static void close() throws Exception {
        beans.close();
        portal.close();
    }

    @BeforeEach
    void start() {
        TestUi.start(Locale.ENGLISH);
        portal.rights.become(staff);
    }

    @AfterEach
    void stop() {
        portal.rights.limit(RoleLimits.NONE);
        TestUi.stop();
    }

    static Stream<Screen> screens() {
        var finder = new ClassPathScanningCandidateComponentProvider(false);
        finder.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return finder.findCandidateComponents("org.clientele").stream()
                .map(found -> Objects.requireNonNull(found.getBeanClassName()))
                .sorted()
                .map(OwnScreensTest::type)
                .filter(VerticalPage.class::isAssignableFrom)
                .filter(view -> !OTHERS.contains(route(view)))
                .flatMap(view -> addresses(view.asSubclass(VerticalPage.class)));
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static String route(Class<?> view) {
        return view.getAnnotation(Route.class).value();
    }

    private static Stream<Screen> addresses(Class<? extends VerticalPage> view) {
        String route = route(view);
        var definition = VerticalFixture.readRetail().definition();
        if (route.contains(":report")) {
            return definition.reports().stream().map(ReportDefinition::id).map(id -> screen(view, "report", id, ""));
        }
        if (route.contains(":model")) {
            return Stream.of(screen(view, "model", "rfm", ""));
        }
        if (route.endsWith("/why")) {
            return definition.models().stream().map(model -> screen(view, "", "", "?model=" + model.id()));
        }
        if (BY_MODEL.contains(route)) {
            return definition.models().stream().map(model -> screen(view, "", "", "?model=" + model.id()));
        }
        return Stream.of(screen(view, "", "", route.endsWith("overview") ? "?period=all" : ""));
    }

    private static Screen screen(Class<? extends VerticalPage> view, String parameter, String value, String query) {
        Map<String, String> parameters = new HashMap<>(Map.of("vertical", "retail"));
        if (!parameter.isEmpty()) {
            parameters.put(parameter, value);
        }
        String address = route(view).replace(":vertical", "retail");
        if (!parameter.isEmpty()) {
            address = address.replace(":" + parameter, value);
        }
        return new Screen(view, address + query, parameters);
    }

    /** Staff see movements and comparisons too here, which a portal may allow them one day. */
    @ParameterizedTest
    @MethodSource("screens")
    void shouldShowNoStrangerAndNoFigureOfThem(Screen screen) {
        portal.rights.limit((permission, vertical) ->
                permission == Permission.ANALYSE_SEGMENTS ? Set.of(Role.STAFF) : permission.roles());

        assertThat(shown(screen, "own1")).as("what %s shows", screen).doesNotContain(OF_ALL);
        assertThat(LocatorJ._find(Div.class, spec -> spec.withClasses("own-customers")))
                .as("the line of %s", screen)
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void shouldNotOpenThePageOfAStranger() {
        assertThat(screens().filter(screen -> screen.address().contains(":customer")))
                .isNotEmpty()
                .allSatisfy(screen -> assertThat(shown(screen, STRANGER + 5)).doesNotContain(STRANGER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "overview?period=all",
                "segments?model=rfm",
                "customers/:customer",
                "reports/grades",
                "segments/movement?model=pyramid"
            })
    void shouldShowEverybodyToTheOthers(String address) {
        portal.rights.become(TestRights.user(77, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));

        assertThat(screens().filter(screen -> screen.address().equals("v/retail/" + address)))
                .singleElement()
                .satisfies(screen -> assertThat(OF_ALL).anyMatch(shown(screen, STRANGER + 5)::contains));
    }

    /** All that is on the screen, tables beside charts and the data of charts included. */
    private static String shown(Screen screen, String customer) {
        VerticalPage view = beans.getBeanFactory().createBean(screen.view());
        Map<String, String> parameters = new HashMap<>(screen.parameters());
        String id = String.valueOf(ids.get(customer));
        if (screen.address().contains(":customer")) {
            parameters.put("customer", id);
        }
        UI ui = UI.getCurrent();
        ui.removeAll();
        ui.add(view);
        var navigation = new NavigationEvent(
                ui.getInternals().getRouter(),
                new Location(screen.address().replace(":customer", id).replace("/:reference?", "")),
                ui,
                NavigationTrigger.PROGRAMMATIC);
        view.beforeEnter(new BeforeEnterEvent(navigation, view.getClass(), new RouteParameters(parameters), List.of()));
        LocatorJ._find(ChartCard.class).forEach(card -> card.showTable(true));
        StringBuilder shown = new StringBuilder();
        collect(view, shown);
        return shown.toString();
    }

    private static void collect(Component component, StringBuilder shown) {
        shown.append(component.getElement().getTextRecursively()).append('\n');
        LocatorJ._find(component, Chart.class)
                .forEach(chart ->
                        shown.append(chart.getElement().getPropertyRaw("data")).append('\n'));
    }
}
