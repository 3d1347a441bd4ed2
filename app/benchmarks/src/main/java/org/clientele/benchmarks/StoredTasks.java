package org.clientele.benchmarks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.access.VerticalStaff;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.Dialect;
import org.clientele.customer.OwnCustomers;
import org.clientele.customer.persistence.CustomerDao;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.Memberships;
import org.clientele.segment.ModelOverrides;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.segment.Snapshots;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.strategy.RunningStrategy;
import org.clientele.strategy.TaskMaking;
import org.clientele.strategy.Tasks;
import org.clientele.strategy.TreatmentOrder;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.TaskDao;
import org.clientele.strategy.persistence.TreatmentOrderDao;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Strategies and tasks over a shop's database. */
final class StoredTasks {
    final TaskMaking making;
    final Tasks tasks;
    private final RunningStrategyDao running;
    private final Vertical vertical;
    private final Jdbi jdbi;

    StoredTasks(
            Jdbi jdbi,
            Dialect dialect,
            Vertical vertical,
            Verticals verticals,
            Snapshots snapshots,
            ModelOverrides overrides,
            MembershipDao memberships,
            Rights rights,
            Audit audit,
            Clock clock,
            DataSourceTransactionManager transactions) {
        this.jdbi = jdbi;
        this.vertical = vertical;
        Announcements silent = new Announcements();
        OwnCustomers own = new OwnCustomers(new CustomerDao(jdbi, dialect), rights);
        running = new RunningStrategyDao(jdbi);
        TaskDao dao = new TaskDao(jdbi, dialect);
        making = new TaskMaking(
                running,
                dao,
                snapshots,
                new Memberships(memberships, verticals, own, rights),
                new TreatmentOrder(
                        new TreatmentOrderDao(jdbi),
                        new Segments(snapshots, overrides, rights),
                        verticals,
                        rights,
                        audit),
                new VerticalStaff(new UserDao(jdbi)),
                silent,
                clock,
                transactions);
        tasks = new Tasks(dao, own, verticals, rights, audit, silent, clock);
    }

    /** Runs every strategy that has plays. */
    void runAll(LocalDate from) {
        vertical.definition().strategies().stream()
                .filter(strategy -> !strategy.plays().isEmpty())
                .map(strategy -> new SegmentName(strategy.model(), strategy.segment()))
                .distinct()
                .forEach(segment -> running.insert(
                        vertical.id(),
                        new RunningStrategy(
                                segment, from, "Benchmark", from.atStartOfDay().toInstant(ZoneOffset.UTC))));
    }

    /** Writes so many further open tasks, spread over customers and half a year. */
    void fill(int customers, int tasks, LocalDate from) {
        int piece = 50_000;
        for (int begin = 0; begin < tasks; begin += piece) {
            int first = begin;
            jdbi.useTransaction(handle -> {
                var batch = handle.prepareBatch("""
                        INSERT INTO task (vertical_id, customer_id, model_id, segment_id, play_id, planned_on, due_on, task_state, created_at)
                        VALUES (:vertical, :customer, 'rfm', 'champions', :play, :day, :day, 'OPEN', CURRENT_TIMESTAMP)""");
                for (int task = first; task < Math.min(tasks, first + piece); task++) {
                    batch.bind("vertical", vertical.id())
                            .bind("customer", 1L + task % customers)
                            .bind("play", "p" + task / customers)
                            .bind("day", from.plusDays((task * 7919L) % 180))
                            .add();
                }
                batch.execute();
            });
        }
    }

    /** What the worklist asks for. */
    List<?> worklist(boolean onlyMine) {
        return tasks.openUntil("retail", LocalDate.now(ZoneOffset.UTC).plusDays(14), onlyMine, 51);
    }
}
