package org.clientele.strategy.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Duration;
import java.util.Locale;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.customer.Customer;
import org.clientele.frontend.Banner;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.Segments;
import org.clientele.strategy.TaskPortal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomerTasksTest {
    private TaskPortal portal;
    private Customer mill;

    @BeforeEach
    void start() {
        portal = TaskPortal.open(TestDatabase.Kind.HSQLDB);
        mill = portal.vital("mill");
        portal.recompute();
        TestUi.start(Locale.ENGLISH);
    }

    @AfterEach
    void stop() throws Exception {
        TestUi.stop();
        portal.close();
    }

    @Test
    void shouldTakeSkipAndUndoOnTheCustomersPage() {
        portal.startFirst();
        show();
        click("Take: mill");
        assertThat(text(show())).contains("today · yours");

        click("Skip…: mill");
        _click(_get(Button.class, spec -> spec.withText("Skip")));
        assertThat(text(_get(Banner.class))).isEqualTo("Say why the task is skipped.");
        _setValue(_get(TextArea.class), "moved abroad");
        _click(_get(Button.class, spec -> spec.withText("Skip")));
        assertThat(text(show())).contains("To do for this customer · 3");

        click("Done: mill");
        assertThat(text(show())).contains("To do for this customer · 2");
        _click(_get(Button.class, spec -> spec.withText("Undo").withPredicate(button -> isIn(button, "is done"))));
        assertThat(text(show())).contains("To do for this customer · 3");
    }

    @Test
    void shouldFollowOnTheCustomersPageWhatOthersDo() {
        Component panel = new TaskPanel(
                        portal.tasks,
                        TestWords.of(portal.shop),
                        portal.shop.rights,
                        portal.shop.announcements,
                        portal.shop.clock)
                .create(portal.shop.vertical, mill)
                .orElseThrow();
        UI.getCurrent().add(panel);
        assertThat(panel.isVisible()).as("nothing to do").isFalse();

        portal.startFirst();
        awaitText(panel, "To do for this customer · 4");
        assertThat(text(panel)).contains("Welcome call · First grade").doesNotContain("mill");
        portal.tasks.done("shop", portal.tasks.ofCustomer("shop", mill.id()).getFirst());
        awaitText(panel, "To do for this customer · 3");
    }

    private static void awaitText(Component panel, String said) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(panel).contains(said);
        });
    }

    @Test
    void shouldPostponeByADay() {
        portal.startFirst();
        show();
        click("A day later: mill");
        assertThat(text(show())).contains("21 Feb 2026, in 1 day");
    }

    @Test
    void shouldSayWhatRunningMeansBeforeItRuns() {
        StrategiesView view = strategies();
        assertThat(text(view)).contains("Its plays are advice; nobody gets tasks.");
        _click(_get(Button.class, spec -> spec.withText("Run…")));
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            _find(AnswerPanel.class).forEach(AnswerPanel::refresh);
            return text(_get(RunDialog.class)).contains("1 of 1 customers are treated");
        });
        assertThat(text(_get(RunDialog.class)))
                .contains("4 tasks in the next 8 weeks", "4 tasks are for account managers", "Week 1");
        _click(_get(Button.class, spec -> spec.withText("Run")));
        assertThat(text(view)).contains("Running", "by User 1", "no open tasks");

        portal.making.run("shop");
        MockVaadin.clientRoundtrip(false);
        _click(_get(Button.class, spec -> spec.withText("Stop")));
        assertThat(text(view)).contains("nobody gets tasks");
    }

    @Test
    void shouldLetStaffSeeThatAStrategyRunsButNotChangeIt() {
        portal.startFirst();
        portal.shop.rights.become(TestRights.user(2, new Grant(Role.STAFF, Grant.EVERYWHERE)));
        assertThat(text(strategies())).contains("Running");
        _assertNone(Button.class, spec -> spec.withText("Stop"));
        _assertNone(Button.class, spec -> spec.withText("Run…"));
    }

    private StrategiesView strategies() {
        StrategiesView view = new StrategiesView(
                portal.shop.verticals,
                portal.shop.rights,
                portal.shop.announcements,
                new Segments(portal.shop.snapshots, portal.shop.overrides, portal.shop.rights),
                portal.runs,
                portal.versions,
                portal.settings,
                TestWords.of(portal.shop));
        TestNavigation.open(view, "shop", "v/shop/strategies");
        return view;
    }

    private Component show() {
        UI.getCurrent().removeAll();
        Component panel = new TaskPanel(
                        portal.tasks,
                        TestWords.of(portal.shop),
                        portal.shop.rights,
                        portal.shop.announcements,
                        portal.shop.clock)
                .create(portal.shop.vertical, mill)
                .orElseThrow();
        UI.getCurrent().add(panel);
        return panel;
    }

    private static void click(String label) {
        _click(_find(
                        Button.class,
                        spec -> spec.withPredicate(
                                button -> label.equals(button.getAriaLabel().orElse(""))))
                .getFirst());
    }

    private static boolean isIn(Component part, String said) {
        return part.getParent()
                .map(parent -> parent instanceof Notification ? text(parent).contains(said) : isIn(parent, said))
                .orElse(false);
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
