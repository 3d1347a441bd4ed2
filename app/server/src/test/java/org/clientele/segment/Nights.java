package org.clientele.segment;

import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.ClusterFixture;
import org.clientele.plugin.Verticals;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.segment.persistence.RecomputeRunDao;
import org.clientele.segment.persistence.StagedRunDao;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The portal's recurring work on a clock of the test's own: each night comes when it is called. */
public final class Nights {
    private static final Instant EVENING = Instant.parse("2026-03-01T23:00:00Z");

    private final SettableClock time = new SettableClock();
    private final ManualScheduler scheduler;
    private int nights;

    public Nights(TestDatabase database, Verticals verticals, Snapshots snapshots, Rights rights, Clock clock) {
        time.set(EVENING);
        MembershipDao memberships = new MembershipDao(database.jdbi(), database.dialect());
        RecomputeRunDao runs = new RecomputeRunDao(database.jdbi());
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database.dataSource());
        MembershipWriter writer = new MembershipWriter(
                memberships, new StagedRunDao(database.jdbi(), database.dialect()), transactions, 50_000);
        RecomputeWork work = new RecomputeWork(runs, ClusterFixture.silentNode(database), new Announcements(), clock);
        Recompute recompute = new Recompute(
                snapshots, memberships, writer, runs, rights, new Announcements(), clock, transactions, work);
        scheduler = TestHelper.createManualScheduler(database.dataSource())
                .clock(time)
                .startTasks(List.of(new RecomputeConfiguration()
                        .nightlyTask(
                                new NightlyRecompute(verticals, recompute),
                                new RecomputeProperties(LocalTime.of(0, 10)),
                                clock)))
                .build();
        scheduler.start();
    }

    /** Runs what is due in the next night. Returns whether it succeeded. */
    public boolean pass() {
        nights++;
        time.set(EVENING.plus(Duration.ofDays(nights)));
        scheduler.runAnyDueExecutions();
        return time.now().equals(scheduler.getScheduledExecutions().getFirst().getLastSuccess());
    }

    /** Names of all that waits for its time. */
    public List<String> waiting() {
        return scheduler.getScheduledExecutions().stream()
                .map(execution -> execution.getTaskInstance().getTaskName() + " "
                        + execution.getTaskInstance().getId())
                .toList();
    }
}
