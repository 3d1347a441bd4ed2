package org.clientele.strategy.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.LoadSql;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.KnownTask;
import org.clientele.strategy.MadeTask;
import org.clientele.strategy.NewTask;
import org.clientele.strategy.Task;
import org.clientele.strategy.TaskPlay;
import org.clientele.strategy.TaskState;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tasks. */
@Repository
public class TaskDao {
    private static final int FETCH = 10_000;
    private static final List<String> COLUMNS = List.of(
            "vertical_id",
            "customer_id",
            "model_id",
            "segment_id",
            "play_id",
            "planned_on",
            "counted_from",
            "due_on",
            "owner_id",
            "task_state",
            "created_at");
    private static final String SELECT_OF = """
            SELECT t.id, t.customer_id, COALESCE(c.name, c.ref) AS customer, t.model_id, t.segment_id, t.play_id, t.planned_on, t.due_on,
              t.owner_id, u.display_name AS owner, t.task_state, t.version
            FROM %s t JOIN customer c ON c.id = t.customer_id LEFT JOIN app_user u ON u.id = t.owner_id
            """;
    private static final String SELECT = SELECT_OF.formatted("task");

    private final Jdbi jdbi;
    private final Dialect dialect;

    public TaskDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** The tasks that are open, or were planned on the day or later. */
    public List<KnownTask> known(int verticalId, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, customer_id, model_id, segment_id, play_id, planned_on, task_state, owner_id, closed_at, import_id
                        FROM task WHERE vertical_id = :vertical AND (task_state = 'OPEN' OR planned_on >= :from)""")
                .bind("vertical", verticalId)
                .bind("from", from)
                .setFetchSize(FETCH)
                .map((row, context) -> new KnownTask(
                        row.getLong("id"),
                        row.getLong("customer_id"),
                        play(row),
                        row.getObject("planned_on", LocalDate.class),
                        TaskState.valueOf(row.getString("task_state")),
                        row.getObject("owner_id", Long.class),
                        instant(row, "closed_at"),
                        row.getObject("import_id", Long.class) != null))
                .list());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** When the house was in touch with customers from a moment on, by call, message or survey, whether a task asked for it or not; not when nobody was reached. */
    public List<Contact> contacts(int verticalId, Instant from) {
        return contacts(verticalId, from, "", query -> {});
    }

    /** The same of one customer. */
    public List<Contact> contacts(int verticalId, Instant from, long customer) {
        return contacts(verticalId, from, "AND customer_id = :customer", query -> query.bind("customer", customer));
    }

    private List<Contact> contacts(int verticalId, Instant from, String whose, Consumer<Query> bound) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery("""
                            SELECT customer_id, happened_at AS contacted_at FROM interaction
                            WHERE vertical_id = :vertical AND happened_at >= :from AND direction = 'OUTGOING'
                              AND (outcome IS NULL OR outcome <> 'NOT_REACHED') %1$s
                            UNION ALL
                            SELECT customer_id, invited_at FROM survey_invitation
                            WHERE vertical_id = :vertical AND invited_at >= :from %1$s""".formatted(whose))
                    .bind("vertical", verticalId)
                    .bind("from", from.atOffset(ZoneOffset.UTC))
                    .setFetchSize(FETCH);
            bound.accept(query);
            return query.map((row, context) -> new Contact(
                            row.getLong("customer_id"),
                            row.getObject("contacted_at", OffsetDateTime.class).toInstant()))
                    .list();
        });
    }

    /** That the house was in touch with a customer. */
    public record Contact(long customerId, Instant at) {}

    /** When tasks of a strategy were planned, and from which days they were counted; those of which the latter is not known are left out. */
    public List<MadeTask> made(int verticalId, SegmentName segment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT customer_id, model_id, segment_id, play_id, planned_on, counted_from FROM task
                        WHERE vertical_id = :vertical AND model_id = :model AND segment_id = :segment
                          AND counted_from IS NOT NULL AND task_state <> 'STOPPED'""")
                .bind("vertical", verticalId)
                .bind("model", segment.model())
                .bind("segment", segment.segment())
                .setFetchSize(FETCH)
                .map((row, context) -> new MadeTask(
                        row.getLong("customer_id"),
                        play(row),
                        row.getObject("planned_on", LocalDate.class),
                        row.getObject("counted_from", LocalDate.class)))
                .list());
    }

    /** Where some customers had tasks planned on a day or later, whatever became of them but what was stopped. */
    public List<PlannedTask> planned(int verticalId, List<Long> customers, LocalDate from) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT customer_id, model_id, segment_id, play_id, planned_on FROM task
                        WHERE vertical_id = :vertical AND customer_id IN (<customers>)
                          AND planned_on >= :from AND task_state <> 'STOPPED'""")
                .bind("vertical", verticalId)
                .bindList("customers", customers)
                .bind("from", from)
                .map((row, _) -> new PlannedTask(
                        row.getLong("customer_id"), play(row), row.getObject("planned_on", LocalDate.class)))
                .list());
    }

    /** A task that was made, by its play's day. */
    public record PlannedTask(long customerId, TaskPlay play, LocalDate plannedOn) {}

    /** Whose customers are whose: those who have somebody looking after them. */
    public Map<Long, Long> accountManagers(int verticalId) {
        Map<Long, Long> managers = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT c.id, c.owner_user_id FROM customer c JOIN app_user u ON u.id = c.owner_user_id
                        WHERE c.vertical_id = :vertical AND u.active""")
                .bind("vertical", verticalId)
                .setFetchSize(FETCH)
                .map((row, context) -> Map.entry(row.getLong(1), row.getLong(2)))
                .forEach(entry -> managers.put(entry.getKey(), entry.getValue())));
        return managers;
    }

    /** Display names of users. */
    public Map<Long, String> people() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id, display_name FROM app_user")
                .map((row, context) -> Map.entry(row.getLong(1), row.getString(2)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    public void insert(int verticalId, List<NewTask> tasks, Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        List<@Nullable Object[]> rows = tasks.stream()
                .map(task -> new @Nullable Object[] {
                    verticalId,
                    task.due().customerId(),
                    task.due().segment().model(),
                    task.due().segment().segment(),
                    task.due().play().id(),
                    task.due().day(),
                    task.due().countedFrom(),
                    task.dueOn(),
                    task.ownerId(),
                    TaskState.OPEN.name(),
                    at
                })
                .toList();
        jdbi.useHandle(handle -> BulkInsert.insert(handle, dialect, "task", COLUMNS, rows));
    }

    /** Ends open tasks that there is no reason for any more. */
    public void stop(List<Long> ids, Instant now) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    UPDATE task SET task_state = 'STOPPED', closed_at = :at, version = version + 1
                    WHERE id = :id AND task_state = 'OPEN'""");
            ids.forEach(id -> batch.bind("id", id)
                    .bind("at", now.atOffset(ZoneOffset.UTC))
                    .add());
            batch.execute();
        });
    }

    /**
     * Open tasks, the earliest first. What somebody has and what nobody has are read apart, each along its index.
     *
     * @param onlyOwn only tasks of customers whom this user looks after; null: of all
     */
    public List<Task> open(int verticalId, WorkQuery asked, @Nullable Long onlyOwn, int limit) {
        return jdbi.withHandle(handle -> TaskSql.all(asked, onlyOwn).stream()
                .flatMap(sql -> sql
                        .bind(handle.createQuery(sql.open(SELECT_OF, limit)), verticalId)
                        .map((row, context) -> read(row))
                        .list()
                        .stream())
                .sorted(Comparator.comparing(Task::dueOn).thenComparing(Task::id))
                .limit(limit)
                .toList());
    }

    /** How many tasks are open, counted no further than {@code most}. */
    public int count(int verticalId, WorkQuery asked, @Nullable Long onlyOwn, int most) {
        int counted = jdbi.withHandle(handle -> TaskSql.all(asked, onlyOwn).stream()
                .mapToInt(sql -> sql.bind(handle.createQuery(sql.count(most)), verticalId)
                        .mapTo(Integer.class)
                        .one())
                .sum());
        return Math.min(counted, most);
    }

    /** Who has how many, and how long those that were done took since they were made. */
    public List<WorkLoad> load(int verticalId, LocalDate today) {
        LoadSql load = new LoadSql("t.owner_id", "t.task_state = 'OPEN'", "t.due_on", "t.created_at", "t.closed_at");
        String sql = load.select(dialect, "task t", "t.vertical_id = :vertical", "t.task_state = 'DONE'");
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("vertical", verticalId)
                .bindMap(LoadSql.days(today))
                .map((row, context) -> LoadSql.read(row, WorkLoad::new))
                .list());
    }

    /** A customer's open tasks, the earliest first. */
    public List<Task> openOf(int verticalId, long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE t.customer_id = :customer AND t.vertical_id = :vertical AND t.task_state = 'OPEN'
                        ORDER BY t.due_on, t.id""")
                .bind("customer", customerId)
                .bind("vertical", verticalId)
                .map((row, context) -> read(row))
                .list());
    }

    public Optional<Task> find(int verticalId, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE t.vertical_id = :vertical AND t.id = :id")
                .bind("vertical", verticalId)
                .bind("id", id)
                .map((row, context) -> read(row))
                .findOne());
    }

    /** Sets what became of a task; false when somebody else changed it since. */
    public boolean close(Task seen, TaskState state, @Nullable Long by, @Nullable Instant at, @Nullable String note) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE task SET task_state = :state, closed_by = :by, closed_at = :at, note = :note,
                                  version = version + 1, import_id = NULL
                                WHERE id = :id AND version = :version""")
                        .bind("state", state.name())
                        .bind("by", by)
                        .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                        .bind("note", note)
                        .bind("id", seen.id())
                        .bind("version", seen.version())
                        .execute()
                > 0);
    }

    /** Sets who does a task and when; false when somebody else changed it since. */
    public boolean plan(Task seen, LocalDate dueOn, @Nullable Long owner) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE task SET due_on = :due, owner_id = :owner, version = version + 1, import_id = NULL
                                WHERE id = :id AND version = :version AND task_state = 'OPEN'""")
                        .bind("due", dueOn)
                        .bind("owner", owner)
                        .bind("id", seen.id())
                        .bind("version", seen.version())
                        .execute()
                > 0);
    }

    /** Makes what imports brought of a strategy's tasks the portal's own. */
    public void adopt(int verticalId, SegmentName segment) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE task SET import_id = NULL
                        WHERE vertical_id = :vertical AND model_id = :model AND segment_id = :segment
                          AND import_id IS NOT NULL""")
                .bind("vertical", verticalId)
                .bind("model", segment.model())
                .bind("segment", segment.segment())
                .execute());
    }

    /** How many tasks of each strategy are open, by its segment; strategies without any are left out. */
    public Map<SegmentName, Integer> countOpen(int verticalId) {
        Map<SegmentName, Integer> counts = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT model_id, segment_id, count(*) FROM task
                        WHERE vertical_id = :vertical AND task_state = 'OPEN' GROUP BY model_id, segment_id""")
                .bind("vertical", verticalId)
                .map((row, context) -> Map.entry(new SegmentName(row.getString(1), row.getString(2)), row.getInt(3)))
                .forEach(count -> counts.put(count.getKey(), count.getValue())));
        return counts;
    }

    /** When the last task of a segment's strategy was made, whatever became of it; empty when none ever was. */
    public Optional<Instant> lastMade(int verticalId, SegmentName segment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT created_at FROM task
                        WHERE vertical_id = :vertical AND model_id = :model AND segment_id = :segment
                        ORDER BY vertical_id DESC, model_id DESC, segment_id DESC, created_at DESC
                        FETCH FIRST 1 ROW ONLY""")
                .bind("vertical", verticalId)
                .bind("model", segment.model())
                .bind("segment", segment.segment())
                .map((row, context) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .findOne());
    }

    private static TaskPlay play(ResultSet row) throws SQLException {
        return new TaskPlay(
                new SegmentName(row.getString("model_id"), row.getString("segment_id")), row.getString("play_id"));
    }

    private static Task read(ResultSet row) throws SQLException {
        return new Task(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getString("customer"),
                play(row),
                row.getObject("planned_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("owner_id", Long.class),
                row.getString("owner"),
                TaskState.valueOf(row.getString("task_state")),
                row.getInt("version"));
    }
}
