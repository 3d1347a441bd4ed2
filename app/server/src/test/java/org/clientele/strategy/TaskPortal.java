package org.clientele.strategy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.access.Colleagues;
import org.clientele.access.VerticalStaff;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Jobs;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.customer.LeftOut;
import org.clientele.engine.column.Value;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.segment.ShopPortal.Purchase;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.StrategySettingDao;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.clientele.strategy.persistence.TaskDao;
import org.clientele.worklist.WorkQuery;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The small power company with strategies that run; its data end on {@link #TODAY}, and so says the clock. */
public final class TaskPortal implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 2, 20);
    static final SegmentName FIRST = new SegmentName("importance", "first");
    static final SegmentName SECOND = new SegmentName("importance", "second");

    public final ShopPortal shop;
    public final StrategyRuns runs;
    public final Tasks tasks;
    public final TaskMaking making;
    public final StrategyVersions versions;
    final StrategyDefaults defaults;
    public final PublishedStrategies published;
    public final StrategySettings settings;
    private final RunningStrategyDao running;
    private final TaskDao dao;

    private TaskPortal(ShopPortal shop) {
        this.shop = shop;
        running = new RunningStrategyDao(shop.database.jdbi());
        dao = new TaskDao(shop.database.jdbi(), shop.database.dialect());
        runs = new StrategyRuns(
                running,
                dao,
                new Segments(shop.snapshots, shop.overrides, shop.rights),
                TestTreatments.entries(shop),
                TestTreatments.of(shop),
                shop.verticals,
                shop.rights,
                shop.audit,
                shop.announcements,
                new Jobs(shop.clock),
                shop.clock,
                HouseTime.of(shop.clock));
        tasks = new Tasks(dao, shop.own, shop.verticals, shop.rights, shop.audit, shop.announcements, shop.clock);
        making = node();
        published = TestTreatments.published(shop);
        settings = new StrategySettings(
                new StrategySettingDao(shop.database.jdbi()),
                published,
                shop.verticals,
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
        StrategyVersionDao history = new StrategyVersionDao(shop.database.jdbi());
        defaults = new StrategyDefaults(history, shop.verticals, shop.announcements, shop.clock);
        versions = new StrategyVersions(
                history,
                running,
                published,
                shop.versions,
                shop.verticals,
                new Colleagues(new UserDao(shop.database.jdbi()), shop.rights),
                shop.rights,
                shop.audit,
                shop.announcements,
                shop.clock);
    }

    public static TaskPortal open(TestDatabase.Kind kind) {
        return over(ShopPortal.power(kind));
    }

    public static TaskPortal over(ShopPortal shop) {
        TaskPortal portal = new TaskPortal(shop);
        shop.clock.forward(
                Duration.between(shop.clock.instant(), TODAY.atTime(9, 0).toInstant(ZoneOffset.UTC)));
        portal.user(1);
        portal.user(2);
        return portal;
    }

    /** What makes tasks on another node. */
    TaskMaking node() {
        return leavingOut(LeftOut.NOBODY);
    }

    /** The same, leaving customers out. */
    public TaskMaking leavingOut(LeftOut leftOut) {
        return new TaskMaking(
                running,
                dao,
                shop.snapshots,
                TestTreatments.entries(shop),
                TestTreatments.enrolments(shop),
                TestTreatments.of(shop),
                new VerticalStaff(new UserDao(shop.database.jdbi())),
                shop.announcements,
                shop.clock,
                new DataSourceTransactionManager(shop.database.dataSource()),
                leftOut,
                HouseTime.of(shop.clock));
    }

    private void user(int id) {
        shop.database.jdbi().useHandle(handle -> handle.createUpdate("""
                        INSERT INTO app_user (id, login, display_name, active, created_at)
                        VALUES (:id, :login, :name, TRUE, :now)""")
                .bind("id", id)
                .bind("login", "user" + id)
                .bind("name", "User " + id)
                .bind("now", shop.clock.instant().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Has every task be as an import brings it back. */
    void importedTasks() {
        shop.database.jdbi().useHandle(handle -> handle.execute("UPDATE task SET import_id = 1"));
    }

    void staff(int user) {
        shop.database
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO user_grant (user_id, user_role, vertical_key) VALUES (?, 'STAFF', ?)",
                        user,
                        shop.vertical.key()));
    }

    /** A vital customer with a purchase today and a contract that ends on 25 March. */
    public Customer vital(String ref) {
        long id = shop.purchases(List.of(new Purchase(ref, TODAY.minusDays(10), 100), new Purchase(ref, TODAY, 100)))
                .getOrDefault(ref, 0L);
        shop.customers.setAttribute(shop.vertical, id, "demand", new Value.Text("vital"));
        return shop.customers.setAttribute(
                shop.vertical, id, "contract_end", new Value.Date(LocalDate.of(2026, 3, 25)));
    }

    /** Publishes a change at once, upon the newest version. */
    void publish(StrategyChange change) {
        int newest = versions.history("shop", change.segment()).getFirst().number();
        versions.publish("shop", change, "why", null, newest, 0);
    }

    void lookAfter(Customer customer, long user) {
        shop.database
                .jdbi()
                .useHandle(handle ->
                        handle.execute("UPDATE customer SET owner_user_id = ? WHERE id = ?", user, customer.id()));
    }

    /** Reads and computes everything, and stores the memberships. */
    public void recompute() {
        shop.snapshots.reload("shop");
        shop.recompute.store(shop.snapshot(), () -> false);
    }

    /** Starts the strategy of the first grade and makes its tasks. */
    public TaskMaking.Made startFirst() {
        runs.start("shop", FIRST);
        return making.run("shop");
    }

    List<Task> open() {
        return tasks.open("shop", new WorkQuery(WorkQuery.Whose.EVERYBODY, null, LocalDate.of(2027, 1, 1), null), 100);
    }

    Task task(String play) {
        return open().stream()
                .filter(task -> task.play().play().equals(play))
                .findFirst()
                .orElseThrow();
    }

    Map<String, Long> states() {
        return shop.database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT task_state, CAST(count(*) AS BIGINT) FROM task GROUP BY task_state")
                .reduceRows(new TreeMap<>(), (counts, row) -> {
                    counts.put(row.getColumn(1, String.class), row.getColumn(2, Long.class));
                    return counts;
                }));
    }

    @Override
    public void close() throws Exception {
        shop.close();
    }
}
