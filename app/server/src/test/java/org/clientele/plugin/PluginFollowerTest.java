package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes on one database. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PluginFollowerTest {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final TestDatabase.Kind kind;
    private final Work work = new Work();
    private TestDatabase database;
    private PluginPortal here;
    private PluginPortal there;

    PluginFollowerTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create(kind);
        here = node().start();
        there = node().work(work).start();
        here.service.upload(LifeJars.first().stream());
    }

    @AfterEach
    void stop() throws Exception {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void shouldFollowWhatAnotherNodeEnablesAndDisables() throws Exception {
        BlockingQueue<VerticalsChanged> told = new LinkedBlockingQueue<>();
        there.announcements.listen(VerticalsChanged.class, told::add);

        here.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);

        within(SOON, () -> there.verticals.find("club").isPresent());
        assertThat(there.verticals.get("club").tables())
                .isEqualTo(here.verticals.get("club").tables());
        assertThat(there.runtime.isLoaded("club")).isTrue();
        assertThat(told.poll(2, TimeUnit.SECONDS)).isEqualTo(new VerticalsChanged("club"));

        here.service.disable("club");

        within(SOON, () -> there.verticals.find("club").isEmpty());
        assertThat(there.runtime.isLoaded("club")).isFalse();
        assertThat(told.poll(2, TimeUnit.SECONDS)).isEqualTo(new VerticalsChanged("club"));
    }

    @Test
    void shouldFollowAnUpgradeAndTheWayBack() {
        here.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
        within(SOON, () -> there.verticals.find("club").isPresent());
        new ClubData(database).fill(here.verticals.get("club"));

        here.service.upload(LifeJars.second().stream());

        within(SOON, () -> hasAttribute(there, "town"));
        assertThat(there.verticals.get("club").tables())
                .isEqualTo(here.verticals.get("club").tables());
        assertThat(there.files("plugins")).containsExactly("club-1.1.0.jar");

        KeptVersion first = here.versions.list("club").getFirst();
        here.service.replace(
                here.library.open(first, here.versions.jar("club", first.digest())),
                "plugin.roll-back",
                false,
                Milestones.UNWATCHED);

        within(SOON, () -> hasAttribute(there, "city"));
    }

    @Test
    void shouldFollowSettings() {
        here.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
        within(SOON, () -> there.verticals.find("club").isPresent());

        database.transactions()
                .executeWithoutResult(
                        _ -> here.settings.changeAsOf("club", AsOfMode.FIXED, LocalDate.of(2011, 12, 10)));

        within(SOON, () -> there.verticals.get("club").asOfMode() == AsOfMode.FIXED);
    }

    @Test
    void shouldStandBackEverywhereWhileTheLastValuesAreTakenOver() {
        here.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
        within(SOON, () -> there.verticals.find("club").isPresent());
        new ClubData(database).fill(here.verticals.get("club"));
        List<Boolean> seen = new CopyOnWriteArrayList<>();

        here.service.install(here.library.judge(LifeJars.second().stream()), false, milestone -> {
            if (milestone == Milestone.LOADING) {
                seen.add(there.verticals.find("club").isPresent());
            }
        });

        assertThat(seen).containsExactly(false);
        within(SOON, () -> hasAttribute(there, "town"));
    }

    @Test
    void shouldComeBackWhenTheUpgradeFailsWhilePeopleStandBack() {
        here.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
        within(SOON, () -> there.verticals.find("club").isPresent());
        new ClubData(database).fill(here.verticals.get("club"));

        assertThatThrownBy(
                        () -> here.service.install(here.library.judge(LifeJars.second().stream()), false, milestone -> {
                            if (milestone == Milestone.LOADING) {
                                throw new IllegalStateException("injected");
                            }
                        }))
                .hasMessage("injected");

        within(SOON, () -> hasAttribute(there, "city"));
        assertThat(hasAttribute(here, "city")).isTrue();
    }

    @Test
    void shouldLetOneNodeChangePluginsAtATime() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        CompletableFuture<Void> change = CompletableFuture.runAsync(
                () -> here.service.install(here.library.judge(LifeJars.second().stream()), false, milestone -> {
                    if (milestone == Milestone.CHECKING) {
                        begun.countDown();
                        await(enough);
                    }
                }));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();

        PluginPortal hasty = node().pace(new ChangePace(Duration.ofSeconds(1), ChangePace.USUAL.grace()))
                .start();
        assertThatThrownBy(() -> hasty.service.enable("club", "EUR", AsOfMode.TODAY, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("plugin.problem.busy")
                .hasMessageContaining("club");
        hasty.close();
        enough.countDown();
        change.get(30, TimeUnit.SECONDS);

        there.service.enable("club", "EUR", AsOfMode.TODAY, null);
        assertThat(hasAttribute(there, "town")).isTrue();
    }

    @Test
    void shouldTakeBackWhatADeadNodeLeft() {
        here.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
        within(SOON, () -> there.verticals.find("club").isPresent());
        new ClubData(database).fill(here.verticals.get("club"));
        assertThatThrownBy(
                        () -> here.service.install(here.library.judge(LifeJars.second().stream()), false, milestone -> {
                            if (milestone == Milestone.LOADING) {
                                throw new SimulatedCrash();
                            }
                        }))
                .isInstanceOf(SimulatedCrash.class);
        here.crash();
        within(SOON, () -> there.verticals.find("club").isEmpty());

        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE plugin_change SET expires_at = CURRENT_TIMESTAMP - INTERVAL '1' SECOND"));

        within(SOON, () -> hasAttribute(there, "city"));
        assertThat(there.changes.underWay()).isEmpty();
        there.service.upload(LifeJars.second().stream());
        assertThat(hasAttribute(there, "town")).isTrue();
    }

    @Test
    void shouldStopWorkOfOtherNodesBeforeAChange() {
        here.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
        within(SOON, () -> there.verticals.find("club").isPresent());
        PluginPortal third = node().work(new Remote(work)).start();
        work.goOn();

        third.service.disable("club");

        assertThat(work.running(1)).isEmpty();
        assertThat(third.verticals.find("club")).isEmpty();
        third.close();
    }

    private PortalSetup node() {
        return PluginPortal.on(database).developerMode().pace(ChangePace.USUAL);
    }

    private static boolean hasAttribute(PluginPortal portal, String id) {
        return portal.verticals
                .find("club")
                .filter(club -> club.definition().attribute(id) != null)
                .isPresent();
    }

    private static void within(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within %s", limit).isLessThan(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Work that ends when it is told to. */
    private static final class Work implements VerticalWork {
        private volatile boolean going;

        void goOn() {
            going = true;
        }

        @Override
        public List<RunningWork> running(int verticalId) {
            return going ? List.of(new RunningWork("import", "file.csv", "Ann", Instant.EPOCH)) : List.of();
        }

        @Override
        public void cancel(int verticalId) {
            going = false;
        }
    }

    /** The same work as another node sees it: it cannot be stopped from there. */
    private record Remote(Work work) implements VerticalWork {
        @Override
        public List<RunningWork> running(int verticalId) {
            return work.running(verticalId);
        }

        @Override
        public void cancel(int verticalId) {}
    }
}
