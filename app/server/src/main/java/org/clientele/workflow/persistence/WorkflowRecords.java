package org.clientele.workflow.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Workflows as rows: one for everything that happened, the start first. */
@Repository
public class WorkflowRecords implements VerticalRecords {
    private final Jdbi jdbi;
    private final OwnedRows imported;

    public WorkflowRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(
                jdbi,
                new Part(
                        "workflow_step", "run_id", "run_id IN (SELECT id FROM workflow_run WHERE import_id = :id)", ""),
                new Part("workflow_run", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.WORKFLOWS;
    }

    @Override
    public List<String> columns() {
        return WorkflowColumns.ALL;
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        String select = """
                SELECT c.ref, r.workflow_id, begun.recorded_at AS begun_at, s.place, r.proposed, r.run_state, r.next_step,
                  s.step_kind, s.step_id, s.happened_on, s.recorded_at, u.login, s.document, s.note
                FROM workflow_run r JOIN customer c ON c.id = r.customer_id
                JOIN workflow_step begun ON begun.run_id = r.id AND begun.place = 0
                JOIN workflow_step s ON s.run_id = r.id JOIN app_user u ON u.id = s.actor_id
                WHERE r.vertical_id + 0 = %d AND r.id > ? AND r.id <= ? ORDER BY r.id, s.place
                """.formatted(verticalId);
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "workflow_run", select, row -> rows.accept(cells(row))));
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                record(row),
                row.getString("place"),
                row.getString("ref"),
                row.getString("workflow_id"),
                text(row, "proposed"),
                row.getString("run_state"),
                text(row, "next_step"),
                row.getString("step_kind"),
                text(row, "step_id"),
                row.getObject("happened_on", LocalDate.class).toString(),
                time(row, "recorded_at").toString(),
                row.getString("login"),
                row.getString("document"),
                row.getString("note"));
    }

    private static String record(ResultSet row) throws SQLException {
        return record(row.getString("ref"), row.getString("workflow_id"), time(row, "begun_at"));
    }

    static String record(String customer, String workflow, Instant begun) {
        return "%s %s %s".formatted(customer, workflow, begun);
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNullElse(row.getString(column), "");
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        Set<String> running = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT c.ref, r.workflow_id, s.recorded_at AS begun_at, r.open_for
                        FROM workflow_run r JOIN customer c ON c.id = r.customer_id
                        JOIN workflow_step s ON s.run_id = r.id AND s.place = 0
                        WHERE r.vertical_id = :vertical
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> {
                    running.add(text(row, "open_for"));
                    return record(row);
                })
                .forEach(here::add));
        return new WorkflowRestoring(jdbi, verticalId, known, here, running);
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }
}
