package org.clientele.cases.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.cases.AttachmentFolder;
import org.clientele.cases.CasePriority;
import org.clientele.cases.persistence.CaseColumns.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Cases as rows: each as it stands, then what was done and what belongs to it. */
@Repository
public class CaseRecords implements VerticalRecords {
    private static final int PIECE = 500;
    private static final long BEFORE_FIRST = -1;

    private static final String NOTHING = "CAST(NULL AS VARCHAR(10))";

    /** What belongs to cases, each row with the id of its case, its part and its cells. */
    private static final List<String> PARTS = List.of(
            select(Part.EVENT, "e.case_id", "u.login", NOTHING)
                            .replace("no_state", "e.event_kind")
                            .replace("no_time", "e.happened_at")
                            .replace("no_before", "e.before_state")
                            .replace("no_after", "e.after_state")
                            .replace("no_text", "e.note")
                    + "FROM case_event e LEFT JOIN app_user u ON u.id = e.actor_id"
                    + " WHERE e.case_id IN (<ids>) ORDER BY e.case_id, e.id",
            select(Part.STEP, "p.case_id", "u.login", NOTHING)
                            .replace("no_state", "p.step")
                            .replace("no_time", "p.done_at")
                            .replace("no_text", "p.note")
                    + "FROM case_step p JOIN app_user u ON u.id = p.done_by"
                    + " WHERE p.case_id IN (<ids>) ORDER BY p.case_id, p.done_at, p.step",
            select(Part.CONTACT, "l.case_id", NOTHING, "i.request_key")
                    + "FROM case_interaction l JOIN interaction i ON i.id = l.interaction_id"
                    + " WHERE l.case_id IN (<ids>) ORDER BY l.case_id, i.id",
            select(Part.WATCHER, "w.case_id", "u.login", NOTHING)
                    + "FROM case_watcher w JOIN app_user u ON u.id = w.user_id"
                    + " WHERE w.case_id IN (<ids>) ORDER BY w.case_id, u.login",
            select(Part.RELATED, "r.case_id", NOTHING, number("s"))
                    + "FROM case_relation r JOIN service_case s ON s.id = r.related_id"
                    + " WHERE r.case_id IN (<ids>) AND r.related_id < r.case_id ORDER BY r.case_id, s.id",
            select(Part.MERGED, "s.id", NOTHING, number("m"))
                    + "FROM service_case s JOIN service_case m ON m.id = s.merged_into"
                    + " WHERE s.id IN (<ids>) AND m.id < s.id",
            select(Part.TOOK_IN, "m.id", NOTHING, number("s"))
                    + "FROM service_case s JOIN service_case m ON m.id = s.merged_into"
                    + " WHERE m.id IN (<ids>) AND s.id < m.id ORDER BY m.id, s.id");

    private final Jdbi jdbi;
    private final CaseDao cases;
    private final CaseRowsDao rows;
    private final AttachmentDao attachments;
    private final AttachmentFolder folder;

    public CaseRecords(Jdbi jdbi, CaseDao cases, CaseRowsDao rows, AttachmentDao attachments, AttachmentFolder folder) {
        this.attachments = attachments;
        this.folder = folder;
        this.jdbi = jdbi;
        this.cases = cases;
        this.rows = rows;
    }

    private static String select(Part part, String caseId, String person, String other) {
        return "SELECT %s AS case_id, '%s' AS part_name, %s AS person, %s AS other_name, no_state AS state_name, no_time AS happened, "
                        .formatted(caseId, part, person, other)
                + "no_before AS before_text, no_after AS after_text, no_text AS note_text ";
    }

    private static String number(String table) {
        return "CAST(%s.case_number AS VARCHAR(20))".formatted(table);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CASES;
    }

    @Override
    public List<String> columns() {
        return CaseColumns.ALL;
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        jdbi.useHandle(handle -> {
            List<Row> piece = cases(handle, verticalId, BEFORE_FIRST);
            while (!piece.isEmpty()) {
                List<Long> ids = piece.stream().map(Row::caseId).toList();
                Map<Long, List<Row>> parts = parts(handle, ids);
                for (Row one : piece) {
                    rows.accept(one.cells());
                    parts.getOrDefault(one.caseId(), List.of()).stream()
                            .map(part -> part.belongingTo(one))
                            .forEach(rows);
                }
                piece = cases(handle, verticalId, ids.getLast());
            }
        });
    }

    /** A row of the file in the making. */
    private record Row(long caseId, Map<String, String> values) {
        List<String> cells() {
            return CaseColumns.ALL.stream()
                    .map(column -> values.getOrDefault(column, ""))
                    .toList();
        }

        List<String> belongingTo(Row one) {
            values.put(CaseColumns.RECORD, one.values().getOrDefault(CaseColumns.RECORD, ""));
            return cells();
        }
    }

    private static List<Row> cases(Handle handle, int verticalId, long after) {
        return handle.createQuery("""
                        SELECT s.id, s.request_key, s.case_number, c.ref, s.case_type, s.subject, s.description, s.priority,
                          u.login AS owner, s.team, s.case_state, s.reason, o.login AS opener, s.opened_at, s.answered_at, s.solved_at, s.due_on, s.tier, s.cost_minor
                        FROM service_case s JOIN customer c ON c.id = s.customer_id JOIN app_user o ON o.id = s.opened_by
                        LEFT JOIN app_user u ON u.id = s.owner_id
                        WHERE s.vertical_id = :vertical AND s.id > :after ORDER BY s.id FETCH FIRST :limit ROWS ONLY""")
                .bind("vertical", verticalId)
                .bind("after", after)
                .bind("limit", PIECE)
                .map((row, _) -> ofCase(row))
                .list();
    }

    private static Row ofCase(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        values.put(CaseColumns.RECORD, row.getString("request_key"));
        values.put(CaseColumns.PART, Part.CASE.name());
        values.put(CaseColumns.NUMBER, row.getString("case_number"));
        values.put(CaseColumns.CUSTOMER, row.getString("ref"));
        values.put(CaseColumns.TYPE, row.getString("case_type"));
        values.put(CaseColumns.SUBJECT, row.getString("subject"));
        values.put(CaseColumns.TEXT, row.getString("description"));
        values.put(CaseColumns.PRIORITY, CasePriority.values()[row.getInt("priority")].name());
        values.put(CaseColumns.PERSON, text(row.getString("owner")));
        values.put(CaseColumns.TEAM, text(row.getString("team")));
        values.put(CaseColumns.STATE, row.getString("case_state"));
        values.put(CaseColumns.REASON, text(row.getString("reason")));
        values.put(CaseColumns.OPENED_BY, row.getString("opener"));
        values.put(CaseColumns.TIME, time(row, "opened_at"));
        values.put(CaseColumns.ANSWERED, time(row, "answered_at"));
        values.put(CaseColumns.SOLVED, time(row, "solved_at"));
        values.put(CaseColumns.TIER, text(row.getString("tier")));
        values.put(CaseColumns.COST, text(row.getString("cost_minor")));
        values.put(CaseColumns.DUE, Objects.toString(row.getObject("due_on", LocalDate.class), ""));
        return new Row(row.getLong("id"), values);
    }

    private static Map<Long, List<Row>> parts(Handle handle, List<Long> ids) {
        Map<Long, List<Row>> parts = new HashMap<>();
        for (String select : PARTS) {
            handle.createQuery(complete(select))
                    .bindList("ids", ids)
                    .map((row, _) -> ofPart(row))
                    .forEach(part -> parts.computeIfAbsent(part.caseId(), id -> new ArrayList<>())
                            .add(part));
        }
        return parts;
    }

    /** What the part does not have is nothing, of the type that the column has. */
    private static String complete(String select) {
        return select.replace("no_time", "CAST(NULL AS TIMESTAMP WITH TIME ZONE)")
                .replaceAll("\\bno_\\w+", NOTHING);
    }

    private static Row ofPart(ResultSet row) throws SQLException {
        Map<String, String> values = new HashMap<>();
        values.put(CaseColumns.PART, row.getString("part_name"));
        values.put(CaseColumns.PERSON, text(row.getString("person")));
        values.put(CaseColumns.STATE, text(row.getString("state_name")));
        values.put(CaseColumns.TIME, time(row, "happened"));
        values.put(CaseColumns.BEFORE, text(row.getString("before_text")));
        values.put(CaseColumns.AFTER, text(row.getString("after_text")));
        values.put(CaseColumns.TEXT, text(row.getString("note_text")));
        values.put(CaseColumns.OTHER, text(row.getString("other_name")));
        return new Row(row.getLong("case_id"), values);
    }

    private static String time(ResultSet row, String column) throws SQLException {
        Instant time = CaseDao.instant(row, column);
        return time == null ? "" : time.toString();
    }

    private static String text(@Nullable String value) {
        return Objects.toString(value, "");
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = strings("SELECT request_key FROM service_case");
        Set<String> numbers =
                strings("SELECT CAST(case_number AS VARCHAR(20)) FROM service_case WHERE vertical_id = " + verticalId);
        return new CaseRestoring(jdbi, cases, verticalId, known, here, numbers);
    }

    private Set<String> strings(String select) {
        return jdbi.withHandle(
                handle -> handle.createQuery(select).mapTo(String.class).set());
    }

    /** With the files that were brought back to them: whoever adds one makes the case the portal's own. */
    @Override
    public int takeBack(long importId) {
        List<String> files = rows.importedFiles(importId, PIECE);
        files.forEach(folder::delete);
        return files.isEmpty() ? rows.imported().deletePiece(importId) : attachments.deleteAll(files);
    }
}
