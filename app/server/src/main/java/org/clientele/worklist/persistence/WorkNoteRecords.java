package org.clientele.worklist.persistence;

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
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkOutcome;
import org.clientele.worklist.Worklist;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Notes on work as rows. */
@Repository
public class WorkNoteRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.WORK_NOTES.firstColumn();
    private static final String CUSTOMER = "customer";
    private static final String KIND = "kind";
    private static final String ITEM = "item";
    private static final String AUTHOR = "author";
    private static final String WRITTEN = "written";
    private static final String ACT = "act";
    private static final String OUTCOME = "outcome";
    private static final String PERSON = "person";
    private static final String UNTIL = "until";
    private static final String NOTE = "note";
    private static final int KIND_LENGTH = 20;
    private static final int KEY_LENGTH = 200;

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public WorkNoteRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(jdbi, new Part("work_note", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.WORK_NOTES;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, CUSTOMER, KIND, ITEM, AUTHOR, WRITTEN, ACT, OUTCOME, PERSON, UNTIL, NOTE);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        String select = """
                SELECT c.ref, n.kind, n.item_key, a.login AS author, n.written_at, n.act, n.outcome, p.login AS person, n.until_day, n.note
                FROM work_note n JOIN customer c ON c.id = n.customer_id JOIN app_user a ON a.id = n.author_id
                LEFT JOIN app_user p ON p.id = n.person_id
                WHERE n.vertical_id + 0 = %d AND n.id > ? AND n.id <= ? ORDER BY n.id
                """.formatted(verticalId);
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "work_note", select, row -> rows.accept(cells(row))));
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                key(row),
                row.getString("ref"),
                row.getString("kind"),
                row.getString("item_key"),
                row.getString("author"),
                written(row).toString(),
                row.getString("act"),
                text(row.getString("outcome")),
                text(row.getString("person")),
                text(row.getObject("until_day", LocalDate.class)),
                row.getString("note"));
    }

    private static String key(ResultSet row) throws SQLException {
        return key(row.getString("ref"), row.getString("kind"), row.getString("item_key"), written(row));
    }

    private static String key(String customer, String kind, String item, Instant written) {
        return String.join(" ", customer, kind, item, written.toString());
    }

    private static Instant written(ResultSet row) throws SQLException {
        return row.getObject("written_at", OffsetDateTime.class).toInstant();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT c.ref, n.kind, n.item_key, n.written_at FROM work_note n JOIN customer c ON c.id = n.customer_id
                        WHERE n.vertical_id = :vertical""")
                .bind("vertical", verticalId)
                .map((row, context) -> key(row))
                .forEach(here::add));
        return RestoredRows.once(
                here,
                row -> read(known, row),
                (row, note) -> key(row.text(CUSTOMER), note.kind(), note.item(), note.written()),
                (fresh, importId) -> store(verticalId, fresh, importId));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    private record Row(
            long customer,
            String kind,
            String item,
            long author,
            Instant written,
            WorkAct.Kind act,
            @Nullable WorkOutcome outcome,
            @Nullable Long person,
            @Nullable LocalDate until,
            String note) {}

    private static Row read(KnownNames known, RecordRow row) throws UnfitRowException {
        return new Row(
                known.customer(row, CUSTOMER),
                row.required(KIND, KIND_LENGTH),
                row.required(ITEM, KEY_LENGTH),
                known.person(row, AUTHOR),
                row.time(WRITTEN),
                row.choice(ACT, WorkAct.Kind.class),
                row.orNull(OUTCOME, column -> row.choice(column, WorkOutcome.class)),
                row.orNull(PERSON, column -> known.person(row, column)),
                row.orNull(UNTIL, row::day),
                row.text(NOTE, Worklist.NOTE_LENGTH));
    }

    private void store(int verticalId, List<Row> fresh, long importId) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO work_note (vertical_id, customer_id, kind, item_key, author_id, written_at, act, outcome, person_id,
                      until_day, note, import_id)
                    VALUES (:vertical, :customer, :kind, :item, :author, :written, :act, :outcome, :person, :until, :note, :import)
                    """);
            fresh.forEach(note -> bind(batch, verticalId, note, importId).add());
            batch.execute();
        });
    }

    private static PreparedBatch bind(PreparedBatch batch, int verticalId, Row note, long importId) {
        WorkOutcome outcome = note.outcome();
        return batch.bind("vertical", verticalId)
                .bind("customer", note.customer())
                .bind("kind", note.kind())
                .bind("item", note.item())
                .bind("author", note.author())
                .bind("written", note.written().atOffset(ZoneOffset.UTC))
                .bind("act", note.act().name())
                .bind("outcome", outcome == null ? null : outcome.name())
                .bind("person", note.person())
                .bind("until", note.until())
                .bind("note", note.note())
                .bind("import", importId);
    }
}
