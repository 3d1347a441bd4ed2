package org.clientele.plugin.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.NavigationEvent;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouteParameters;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.TestUi;
import org.clientele.plugin.ClubPlugin;
import org.clientele.plugin.PluginPortal;
import org.clientele.plugin.Vertical;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A page that somebody has open on one node while the vertical goes on another. */
class VerticalPageTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    private TestDatabase database;
    private PluginPortal here;
    private PluginPortal there;

    @BeforeEach
    void start() {
        database = TestDatabase.create(TestDatabase.Kind.POSTGRESQL);
        here = PluginPortal.on(database).developerMode().start();
        there = PluginPortal.on(database).developerMode().start();
        new ClubPlugin(here, database).enableFilled();
        until(Duration.ofSeconds(5), () -> there.isShown("club"));
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        here.close();
        there.close();
        database.close();
    }

    @Test
    void shouldSayWhoDisabledItWhenAndWhy() {
        open(Locale.ENGLISH);

        here.life.disable("club", "The books are <b>closed</b>", false);

        until(SOON, () -> shown().contains("Club is disabled"));
        assertThat(shown())
                .contains(
                        here.rights.user().displayName(),
                        "22 Nov 2026",
                        "Reason: The books are <b>closed</b>",
                        "Its data are kept",
                        "To the start page");
    }

    @Test
    void shouldSayThatTheDataAreGone() {
        open(Locale.SIMPLIFIED_CHINESE);

        here.life.uninstall("club", true, null, true);

        until(Duration.ofSeconds(10), () -> shown().contains("已删除"));
        assertThat(shown()).contains("插件及其全部数据已不存在").doesNotContain("原因");
    }

    @Test
    void shouldComeBackWithTheVertical() {
        there.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        open(Locale.ENGLISH);
        here.life.uninstall("club", false, null, true);
        until(SOON, () -> shown().contains("Club was uninstalled"));
        _assertNone(Button.class, spec -> spec.withText("Plugins"));

        new ClubPlugin(here, database).enable();

        until(Duration.ofSeconds(5), () -> there.isShown("club"));
        TestNavigation.open(new ClubPage(), "club", "v/club/page");
        assertThat(shown()).contains("The page of club");
    }

    @Test
    void shouldHearWhatHappensBetweenReadingAndBeingThere() {
        TestUi.start(Locale.ENGLISH);

        UI ui = UI.getCurrent();
        LatePage page = new LatePage();
        var navigation = new NavigationEvent(
                ui.getInternals().getRouter(), new Location("v/club/page"), ui, NavigationTrigger.PROGRAMMATIC);
        page.beforeEnter(new BeforeEnterEvent(
                navigation, LatePage.class, new RouteParameters(Map.of("vertical", "club")), List.of()));
        ui.add(page);

        until(SOON, () -> shown().contains("Heard"));
    }

    private void open(Locale locale) {
        TestUi.start(locale);
        TestNavigation.open(new ClubPage(), "club", "v/club/page");
        assertThat(_get(Paragraph.class).getText()).isEqualTo("The page of club");
    }

    private static String shown() {
        return UI.getCurrent().getElement().getTextRecursively();
    }

    private static void until(Duration time, BooleanSupplier condition) {
        long end = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("%s have passed", time).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            if (UI.getCurrent() != null) {
                MockVaadin.clientRoundtrip(true);
            }
        }
    }

    private record News() {}

    private final class LatePage extends VerticalPage {
        LatePage() {
            super(there.shown(), there.rights, there.announcements);
            hear(News.class, news -> add(new Paragraph("Heard")));
        }

        @Override
        protected void show(Vertical vertical, BeforeEnterEvent event) {
            there.announcements.publish(new News());
        }

        @Override
        protected String title() {
            return "Late";
        }
    }

    private final class ClubPage extends VerticalPage {
        ClubPage() {
            super(there.shown(), there.rights, there.announcements);
        }

        @Override
        protected void show(Vertical vertical, BeforeEnterEvent event) {
            add(new Paragraph("The page of " + vertical.key()));
        }

        @Override
        protected String title() {
            return "Page";
        }
    }
}
