package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class NightlyRecomputeTest {
    private static final LocalDate BOUGHT = LocalDate.of(2026, 2, 27);
    private static final Duration HALF_A_YEAR = Duration.ofDays(184);

    private final ShopPortal portal;
    private final NightlyRecompute nightly;

    NightlyRecomputeTest(TestDatabase.Kind kind) {
        portal = ShopPortal.countingFromToday(kind);
        nightly = new NightlyRecompute(portal.verticals, portal.recompute);
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldMoveCustomersAsTimePassesThoughNobodyLooks() {
        long anna = id(portal.purchases(List.of(new Purchase("anna", BOUGHT, 5000))));
        nightly.run(() -> false);
        portal.clock.forward(HALF_A_YEAR);

        nightly.run(() -> false);

        LocalDate today = LocalDate.now(portal.clock);
        assertThat(portal.memberships.history("shop", anna))
                .filteredOn(m -> m.segment().model().equals("life_cycle"))
                .extracting(
                        m -> m.segment().segment(), Memberships.Membership::validFrom, Memberships.Membership::validTo)
                .containsExactly(tuple("lapsed", today, null), tuple("new", LocalDate.of(2026, 3, 1), today));
    }

    @Test
    void shouldLeaveTheMembershipsOfAVerticalThatFailsAndSayWhich() {
        long anna = id(portal.purchases(List.of(new Purchase("anna", BOUGHT, 5000))));
        nightly.run(() -> false);
        portal.clock.forward(HALF_A_YEAR);
        portal.database
                .jdbi()
                .useHandle(h -> h.execute("ALTER TABLE membership ADD CONSTRAINT still CHECK (valid_to IS NULL)"));

        assertThatThrownBy(() -> nightly.run(() -> false)).hasMessageContaining("[shop]");

        assertThat(portal.memberships.history("shop", anna)).allMatch(m -> m.validTo() == null);
    }

    @Test
    void shouldRunOncePerNightOnWhicheverNodeComesFirst() {
        id(portal.purchases(List.of(new Purchase("anna", BOUGHT, 5000))));
        SettableClock time = new SettableClock();
        time.set(Instant.parse("2026-03-01T23:00:00Z"));
        ManualScheduler one = node(time);
        ManualScheduler other = node(time);

        time.set(Instant.parse("2026-03-02T00:11:00Z"));
        other.runAnyDueExecutions();
        one.runAnyDueExecutions();

        assertThat(portal.recompute.history("shop", 10)).hasSize(1);
        assertThat(nextNight(one)).isEqualTo(Instant.parse("2026-03-03T00:10:00Z"));
    }

    @Test
    void shouldCatchUpOnANightWhenNoNodeWasUp() {
        id(portal.purchases(List.of(new Purchase("anna", BOUGHT, 5000))));
        SettableClock time = new SettableClock();
        time.set(Instant.parse("2026-03-01T23:00:00Z"));
        node(time).stop();

        time.set(Instant.parse("2026-03-04T09:00:00Z"));
        node(time).runAnyDueExecutions();

        assertThat(portal.recompute.history("shop", 10)).hasSize(1);
    }

    @Test
    void shouldTryAgainTheSameNightAfterAFailure() {
        id(portal.purchases(List.of(new Purchase("anna", BOUGHT, 5000))));
        SettableClock time = new SettableClock();
        time.set(Instant.parse("2026-03-01T23:00:00Z"));
        ManualScheduler node = node(time);
        portal.database
                .jdbi()
                .useHandle(h -> h.execute("ALTER TABLE membership ADD CONSTRAINT none CHECK (customer_id < 0)"));

        time.set(Instant.parse("2026-03-02T00:11:00Z"));
        node.runAnyDueExecutions();

        assertThat(nextNight(node)).isEqualTo(Instant.parse("2026-03-02T00:21:00Z"));
    }

    private ManualScheduler node(SettableClock time) {
        RecurringTask<Void> task = new RecomputeConfiguration()
                .nightlyTask(nightly, new RecomputeProperties(LocalTime.of(0, 10)), portal.clock);
        ManualScheduler scheduler = TestHelper.createManualScheduler(portal.database.dataSource())
                .clock(time)
                .startTasks(List.of(task))
                .build();
        scheduler.start();
        return scheduler;
    }

    private static Instant nextNight(ManualScheduler scheduler) {
        return scheduler.getScheduledExecutions().getFirst().getExecutionTime();
    }

    private static long id(Map<String, Long> made) {
        return made.values().iterator().next();
    }
}
