package org.clientele.benchmarks;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.access.VerticalStaff;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.BulkInsert;
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
import org.clientele.strategy.Enrolments;
import org.clientele.strategy.PublishedStrategies;
import org.clientele.strategy.RunningStrategy;
import org.clientele.strategy.StrategyEntries;
import org.clientele.strategy.Task;
import org.clientele.strategy.TaskMaking;
import org.clientele.strategy.Tasks;
import org.clientele.strategy.TreatmentOrder;
import org.clientele.strategy.persistence.EnrolmentDao;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.StrategyEntryDao;
import org.clientele.strategy.persistence.StrategySettingDao;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.clientele.strategy.persistence.TaskDao;
import org.clientele.strategy.persistence.TreatmentOrderDao;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.Worklist;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** Strategies and tasks over a shop's database. */
final class StoredTasks {
    private static final int USERS = 10;
    private static final int PAGE = 51;
    private static final List<String> COLUMNS = List.of(
            "vertical_id",
            "customer_id",
            "model_id",
            "segment_id",
            "play_id",
            "planned_on",
            "due_on",
            "owner_id",
            "task_state",
            "created_at");

    final TaskMaking making;
    final Tasks tasks;
    private final RunningStrategyDao running;
    private final Vertical vertical;
    private final Jdbi jdbi;
    private final Dialect dialect;

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
        this.dialect = dialect;
        this.vertical = vertical;
        Announcements silent = new Announcements();
        OwnCustomers own = new OwnCustomers(new CustomerDao(jdbi, dialect), rights);
        running = new RunningStrategyDao(jdbi);
        TaskDao dao = new TaskDao(jdbi, dialect);
        making = new TaskMaking(
                running,
                dao,
                snapshots,
                new StrategyEntries(
                        new Memberships(memberships, verticals, own, rights), new StrategyEntryDao(jdbi, dialect)),
                new Enrolments(new EnrolmentDao(jdbi, dialect)),
                new TreatmentOrder(
                        new TreatmentOrderDao(jdbi),
                        new Segments(snapshots, overrides, rights),
                        new PublishedStrategies(new StrategyVersionDao(jdbi), new StrategySettingDao(jdbi), clock),
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

    /**
     * Writes so many further open tasks, spread over customers and half a year; half of them are nobody's, the others those of ten users, the one who
     * asks first.
     */
    void fill(int customers, int tasks, LocalDate from) {
        int piece = 50_000;
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        for (int begin = 0; begin < tasks; begin += piece) {
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int task = begin; task < Math.min(tasks, begin + piece); task++) {
                LocalDate day = from.plusDays((task * 7919L) % 180);
                rows.add(new @Nullable Object[] {
                    vertical.id(),
                    1L + task % customers,
                    "rfm",
                    "champions",
                    "p" + task / customers,
                    day,
                    day,
                    task % 2 == 0 ? null : (Long) (long) (1 + task / 2 % USERS),
                    "OPEN",
                    now
                });
            }
            jdbi.useTransaction(handle -> BulkInsert.insert(handle, dialect, "task", COLUMNS, rows));
        }
        jdbi.useHandle(handle -> {
            if (dialect == Dialect.POSTGRESQL) {
                handle.execute("ANALYZE task");
            }
        });
    }

    /** Makes the users who have tasks, unless they are there. */
    void users() {
        for (int user = 1; user <= USERS; user++) {
            int id = user;
            jdbi.useHandle(handle -> {
                boolean there = handle.createQuery("SELECT count(*) FROM app_user WHERE id = ?")
                                .bind(0, id)
                                .mapTo(Integer.class)
                                .one()
                        > 0;
                if (!there) {
                    handle.execute(
                            "INSERT INTO app_user (id, login, display_name, active, created_at) VALUES (?, ?, ?, TRUE, CURRENT_TIMESTAMP)",
                            id,
                            "user" + id,
                            "User " + id);
                }
            });
        }
    }

    /** A page of the worklist. */
    List<Task> page(WorkQuery query) {
        return tasks.open("retail", query, PAGE);
    }

    /** A count of the worklist's head. */
    int count(WorkQuery query) {
        return tasks.count("retail", query, Worklist.MOST_COUNTED);
    }

    /** What the team's page counts. */
    List<WorkLoad> load() {
        return tasks.load("retail", LocalDate.now(ZoneOffset.UTC));
    }
}
