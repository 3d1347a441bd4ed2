package org.clientele.strategy.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.TextField;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.access.Colleagues;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.TestUi;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.LeftOut;
import org.clientele.frontend.Banner;
import org.clientele.plugin.ui.TestNavigation;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.strategy.Strategies;
import org.clientele.strategy.TaskPortal;
import org.clientele.strategy.TestTreatments;
import org.clientele.worklist.NextActions;
import org.clientele.worklist.PlayAnswerCounts;
import org.clientele.worklist.PlayAnswers;
import org.clientele.worklist.Worklist;
import org.clientele.worklist.persistence.WorkNoteDao;
import org.clientele.worklist.ui.NextActionPanel;
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
    void shouldTakeRejectAndUndoOnTheCustomersPage() {
        portal.startFirst();
        show();
        click("Take: Welcome call · First grade");
        assertThat(text(show())).contains("20 Feb 2026, today · User 1");

        click("Skip: Welcome call · First grade");
        _click(_get(Button.class, spec -> spec.withText("Skip").withPredicate(CustomerTasksTest::isInDialog)));
        assertThat(text(_get(Banner.class))).isEqualTo("Say why it is skipped.");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Why")), "moved abroad");
        _click(_get(Button.class, spec -> spec.withText("Skip").withPredicate(CustomerTasksTest::isInDialog)));
        assertThat(text(show())).doesNotContain("Welcome call");

        _click(_get(Button.class, spec -> spec.withText("Undo").withPredicate(button -> isIn(button, "skipped"))));
        assertThat(text(show())).contains("Welcome call");
    }

    @Test
    void shouldSayWhyEachStandsWhereItDoes() {
        portal.startFirst();
        assertThat(text(show()))
                .contains("What to do next", "Why here: task of a strategy (30), today (+30); 60 points", "All 4");
    }

    @Test
    void shouldAdviseThePlaysOfAStrategyThatDoesNotRunAndCountTheAnswers() {
        assertThat(text(show())).contains("advice of the strategy (10), today (+30)");
        click("Accept: Welcome call · First grade");
        assertThat(text(show())).contains("User 1");
        click("Reject: Welcome call · First grade");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Why")), "on holiday");
        _click(_get(Button.class, spec -> spec.withText("Reject").withPredicate(CustomerTasksTest::isInDialog)));
        assertThat(text(show())).doesNotContain("Welcome call");
        assertThat(new PlayAnswerCounts(new WorkNoteDao(portal.shop.database.jdbi()), portal.shop.rights)
                        .of(portal.shop.vertical, Set.of(TaskWork.KIND, PlannedActions.KIND), "importance", "first"))
                .containsExactly(entry("welcome", new PlayAnswers(1, 0, 1)));
    }

    @Test
    void shouldSayThatThereIsNothingToDo() {
        mill = portal.shop.customer("idle", "Idle", Map.of());
        assertThat(text(show())).contains("Nothing to do now");
    }

    @Test
    void shouldFollowOnTheCustomersPageWhatOthersDo() {
        Component panel = show();
        assertThat(text(panel)).contains("advice of the strategy");

        portal.startFirst();
        awaitText(panel, "task of a strategy");
        assertThat(text(panel)).contains("Welcome call · First grade", "All 4").doesNotContain("advice of");
        portal.tasks.done("shop", portal.tasks.ofCustomer("shop", mill.id()).getFirst());
        awaitGone(panel, "All 4");
    }

    private static void awaitText(Component panel, String said) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return text(panel).contains(said);
        });
    }

    private static void awaitGone(Component panel, String said) {
        await().pollInSameThread().atMost(Duration.ofSeconds(20)).until(() -> {
            MockVaadin.clientRoundtrip(false);
            return !text(panel).contains(said);
        });
    }

    @Test
    void shouldPostponeByADay() {
        portal.startFirst();
        show();
        click("Postpone: Welcome call · First grade");
        _click(_get(Button.class, spec -> spec.withText("Postpone").withPredicate(CustomerTasksTest::isInDialog)));
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
        ShopPortal shop = portal.shop;
        WorkNoteDao notes = new WorkNoteDao(shop.database.jdbi());
        Colleagues colleagues = new Colleagues(new UserDao(shop.database.jdbi()), shop.rights);
        CustomerLists lists = new CustomerLists(shop.snapshots, shop.rights, shop.audit);
        TaskWork work = new TaskWork(portal.tasks, TestWords.of(shop), shop.rights, new Translations(), shop.clock);
        PlannedActions planned = new PlannedActions(
                new Strategies(
                        lists, shop.memberships, TestTreatments.entries(shop), TestTreatments.of(shop), shop.rights),
                portal.runs,
                TestTreatments.holdouts(shop),
                shop.customers,
                lists,
                TestWords.of(shop),
                shop.rights,
                shop.clock);
        Worklist worklist = new Worklist(
                List.of(work),
                notes,
                colleagues,
                shop.rights,
                new Jobs(shop.clock),
                Objects.requireNonNull(shop.database.transactions().getTransactionManager()),
                shop.clock);
        NextActions actions = new NextActions(
                List.of(work, planned),
                worklist,
                notes,
                shop.own,
                LeftOut.NOBODY,
                shop.rights,
                shop.announcements,
                shop.clock);
        Component panel = new NextActionPanel(actions, worklist, colleagues, shop.announcements, shop.clock)
                .create(shop.vertical, mill)
                .orElseThrow();
        UI.getCurrent().add(panel);
        return panel;
    }

    private static boolean isInDialog(Component part) {
        return part.getParent()
                .map(parent -> parent instanceof Dialog || isInDialog(parent))
                .orElse(false);
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
