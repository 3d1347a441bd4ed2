package org.clientele.strategy.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.strategy.StrategiesChanged;
import org.clientele.strategy.TaskState;
import org.clientele.strategy.TasksChanged;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tasks as rows, each with what became of it. */
@Repository
public class TaskRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.TASKS.firstColumn();
    private static final String CUSTOMER = "customer";
    private static final String MODEL = "model";
    private static final String SEGMENT = "segment";
    private static final String PLAY = "play";
    private static final String PLANNED = "planned";
    private static final String COUNTED_FROM = "counted-from";
    private static final String DUE = "due";
    private static final String OWNER = "owner";
    private static final String STATE = "state";
    private static final String CREATED = "created";
    private static final String CLOSED = "closed";
    private static final String CLOSED_BY = "closed-by";
    private static final String NOTE = "note";

    private static final int ID_LENGTH = 40;
    private static final int NOTE_LENGTH = 1_000;

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public TaskRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(jdbi, new Part("task", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TASKS;
    }

    @Override
    public List<String> columns() {
        return List.of(
                RECORD,
                CUSTOMER,
                MODEL,
                SEGMENT,
                PLAY,
                PLANNED,
                COUNTED_FROM,
                DUE,
                OWNER,
                STATE,
                CREATED,
                CLOSED,
                CLOSED_BY,
                NOTE);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        String select = """
                SELECT c.ref, t.model_id, t.segment_id, t.play_id, t.planned_on, t.counted_from, t.due_on, o.login AS owner, t.task_state,
                  t.created_at, t.closed_at, u.login AS closed_by, t.note
                FROM task t JOIN customer c ON c.id = t.customer_id
                LEFT JOIN app_user o ON o.id = t.owner_id LEFT JOIN app_user u ON u.id = t.closed_by
                WHERE t.vertical_id + 0 = %d AND t.id > ? AND t.id <= ? ORDER BY t.id
                """.formatted(verticalId);
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "task", select, row -> rows.accept(cells(row))));
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                key(row),
                row.getString("ref"),
                row.getString("model_id"),
                row.getString("segment_id"),
                row.getString("play_id"),
                row.getObject("planned_on", LocalDate.class).toString(),
                text(row.getObject("counted_from", LocalDate.class)),
                row.getObject("due_on", LocalDate.class).toString(),
                text(row.getString("owner")),
                row.getString("task_state"),
                time(row, "created_at"),
                time(row, "closed_at"),
                text(row.getString("closed_by")),
                text(row.getString("note")));
    }

    private static String key(ResultSet row) throws SQLException {
        return key(
                row.getString("ref"),
                row.getString("model_id"),
                row.getString("segment_id"),
                row.getString("play_id"),
                row.getObject("planned_on", LocalDate.class));
    }

    private static String key(String customer, String model, String segment, String play, LocalDate planned) {
        return String.join(" ", customer, model, segment, play, planned.toString());
    }

    private static String time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? "" : time.toInstant().toString();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /** A play is asked for once on a day: what is here stays. */
    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT c.ref, t.model_id, t.segment_id, t.play_id, t.planned_on
                        FROM task t JOIN customer c ON c.id = t.customer_id WHERE t.vertical_id = :vertical""")
                .bind("vertical", verticalId)
                .map((row, _) -> key(row))
                .forEach(here::add));
        return RestoredRows.once(
                here,
                row -> read(known, row),
                (row, task) -> key(row.text(CUSTOMER), task.model(), task.segment(), task.play(), task.planned()),
                (fresh, importId) -> store(verticalId, fresh, importId));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new StrategiesChanged(verticalKey), new TasksChanged(verticalKey));
    }

    private record Row(
            long customer,
            String model,
            String segment,
            String play,
            LocalDate planned,
            @Nullable LocalDate countedFrom,
            LocalDate due,
            @Nullable Long owner,
            TaskState state,
            Instant created,
            @Nullable Instant closed,
            @Nullable Long closedBy,
            @Nullable String note) {}

    private static Row read(KnownNames known, RecordRow row) throws UnfitRowException {
        return new Row(
                known.customer(row, CUSTOMER),
                row.required(MODEL, ID_LENGTH),
                row.required(SEGMENT, ID_LENGTH),
                row.required(PLAY, ID_LENGTH),
                row.day(PLANNED),
                row.orNull(COUNTED_FROM, row::day),
                row.day(DUE),
                row.orNull(OWNER, column -> known.person(row, column)),
                row.choice(STATE, TaskState.class),
                row.time(CREATED),
                row.orNull(CLOSED, row::time),
                row.orNull(CLOSED_BY, column -> known.person(row, column)),
                row.textOrNull(NOTE, NOTE_LENGTH));
    }

    private void store(int verticalId, List<Row> fresh, long importId) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO task (vertical_id, customer_id, model_id, segment_id, play_id, planned_on, counted_from, due_on, owner_id,
                      task_state, created_at, closed_at, closed_by, note, import_id)
                    VALUES (:vertical, :customer, :model, :segment, :play, :planned, :countedFrom, :due, :owner,
                      :state, :created, :closed, :closedBy, :note, :import)
                    """);
            fresh.forEach(task ->
                    bind(batch, verticalId, task).bind("import", importId).add());
            batch.execute();
        });
    }

    private static PreparedBatch bind(PreparedBatch batch, int verticalId, Row task) {
        Instant closed = task.closed();
        return batch.bind("vertical", verticalId)
                .bind("customer", task.customer())
                .bind("model", task.model())
                .bind("segment", task.segment())
                .bind("play", task.play())
                .bind("planned", task.planned())
                .bind("countedFrom", task.countedFrom())
                .bind("due", task.due())
                .bind("owner", task.owner())
                .bind("state", task.state().name())
                .bind("created", task.created().atOffset(ZoneOffset.UTC))
                .bind("closed", closed == null ? null : closed.atOffset(ZoneOffset.UTC))
                .bind("closedBy", task.closedBy())
                .bind("note", task.note());
    }
}
