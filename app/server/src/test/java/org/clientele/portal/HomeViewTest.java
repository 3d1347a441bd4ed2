package org.clientele.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.router.RouteParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.portal.screen.PluginScreens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomeViewTest {
    private final TestRights rights = TestRights.of(Role.ADMINISTRATOR);
    private final Announcements announcements = new Announcements();
    private final Enabled verticals = new Enabled();
    private final List<String> entered = new ArrayList<>();
    private TestDatabase database;

    @BeforeEach
    void start() {
        database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        database.close();
    }

    @Test
    void shouldLeadWhoeverWaitsToTheIndustryThatSomebodyElseEnables() throws Exception {
        open();
        assertThat(shown()).contains("No industry yet");

        enable();

        assertThat(entered).containsExactly("v/shop/overview");
    }

    @Test
    void shouldKeepWaitingForAnIndustryThatIsOpenToThePerson() throws Exception {
        rights.become(TestRights.user(2, new Grant(Role.MANAGER, "telecom")));
        open();

        enable();

        assertThat(shown()).contains("No industry yet");
        assertThat(entered).isEmpty();
    }

    private void open() {
        TestUi.start(Locale.ENGLISH);
        RouteConfiguration.forSessionScope().setRoute("v/:vertical/overview", Div.class);
        HomeView view = new HomeView(
                new SideNavigation(verticals, rights, new Translations(), new PluginScreens(rights)),
                rights,
                announcements);
        UI ui = UI.getCurrent();
        ui.addBeforeEnterListener(enter -> entered.add(enter.getLocation().getPath()));
        ui.removeAll();
        ui.add(view);
        view.beforeEnter(new BeforeEnterEvent(
                new NavigationEvent(
                        ui.getInternals().getRouter(), new Location(""), ui, NavigationTrigger.PROGRAMMATIC),
                HomeView.class,
                RouteParameters.empty(),
                List.of()));
    }

    private void enable() throws InterruptedException {
        CountDownLatch told = new CountDownLatch(1);
        announcements.listen(VerticalsChanged.class, change -> told.countDown());
        verticals.all.add(VerticalFixture.shop(database));
        announcements.publish(new VerticalsChanged("shop"));
        assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
        MockVaadin.clientRoundtrip(false);
    }

    private static String shown() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    private static final class Enabled implements Verticals {
        private final List<Vertical> all = new ArrayList<>();

        @Override
        public List<Vertical> enabled() {
            return List.copyOf(all);
        }

        @Override
        public Optional<Vertical> find(String key) {
            return all.stream().filter(vertical -> vertical.key().equals(key)).findFirst();
        }

        @Override
        public Vertical get(String key) {
            return find(key).orElseThrow();
        }
    }
}
