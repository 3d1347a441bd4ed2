package org.clientele.cases.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.cases.CaseAttachment;
import org.clientele.cases.FileKind;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Which files belong to cases. */
@Repository
public class AttachmentDao {
    private static final String SELECT = """
            SELECT a.id, a.case_id, a.file_name, a.file_kind, a.file_size, a.stored_name, u.display_name, a.added_at
            FROM case_attachment a JOIN app_user u ON u.id = a.added_by
            """;

    private final Jdbi jdbi;

    public AttachmentDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public void insert(long caseId, String name, FileKind kind, long size, String storedName, long user, Instant at) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO case_attachment (case_id, file_name, file_kind, file_size, stored_name, added_by, added_at)
                        VALUES (:case, :name, :kind, :size, :stored, :user, :at)""")
                .bind("case", caseId)
                .bind("name", name)
                .bind("kind", kind.name())
                .bind("size", size)
                .bind("stored", storedName)
                .bind("user", user)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** A file on its way out or in. @param caseKey what tells the case apart in every portal */
    public record Transfer(
            long id,
            String caseKey,
            String name,
            FileKind kind,
            long size,
            String storedName,
            String login,
            Instant at) {}

    /** Some of the files of a vertical, in the order in which they were added. */
    public List<Transfer> transfers(int verticalId, long after, int limit) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT a.id, s.request_key, a.file_name, a.file_kind, a.file_size, a.stored_name, u.login, a.added_at
                        FROM case_attachment a JOIN service_case s ON s.id = a.case_id JOIN app_user u ON u.id = a.added_by
                        WHERE s.vertical_id = :vertical AND a.id > :after ORDER BY a.id FETCH FIRST :limit ROWS ONLY""")
                .bind("vertical", verticalId)
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new Transfer(
                        row.getLong("id"),
                        row.getString("request_key"),
                        row.getString("file_name"),
                        FileKind.valueOf(row.getString("file_kind")),
                        row.getLong("file_size"),
                        row.getString("stored_name"),
                        row.getString("login"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /** Notes that an import brought the file back that was inserted under the name. */
    public void setImport(String storedName, long importId) {
        jdbi.useHandle(
                h -> h.execute("UPDATE case_attachment SET import_id = ? WHERE stored_name = ?", importId, storedName));
    }

    /** Generated names of some of the files that an import brought back. */
    public List<String> importedNames(long importId, int limit) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT stored_name FROM case_attachment WHERE import_id = :import ORDER BY id FETCH FIRST :limit ROWS ONLY")
                .bind("import", importId)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    /** Ids of a vertical's cases by what tells them apart in every portal. */
    public Map<String, Long> cases(int verticalId) {
        Map<String, Long> cases = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("SELECT request_key, id FROM service_case WHERE vertical_id = :vertical")
                .bind("vertical", verticalId)
                .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(found -> cases.put(found.getKey(), found.getValue())));
        return cases;
    }

    /** In the order in which they were added. */
    public List<CaseAttachment> of(long caseId) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "WHERE a.case_id = :case ORDER BY a.id")
                .bind("case", caseId)
                .map((row, _) -> read(row))
                .list());
    }

    public Optional<CaseAttachment> find(long caseId, long id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "WHERE a.case_id = :case AND a.id = :id")
                .bind("case", caseId)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne());
    }

    public void delete(long id) {
        jdbi.useHandle(h -> h.execute("DELETE FROM case_attachment WHERE id = ?", id));
    }

    /** Generated names of some of a vertical's files. */
    public List<String> storedNames(int verticalId, int limit) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT a.stored_name FROM case_attachment a JOIN service_case s ON s.id = a.case_id
                        WHERE s.vertical_id = :vertical ORDER BY a.id FETCH FIRST :limit ROWS ONLY""")
                .bind("vertical", verticalId)
                .bind("limit", limit)
                .mapTo(String.class)
                .list());
    }

    public int deleteAll(List<String> storedNames) {
        return storedNames.isEmpty()
                ? 0
                : jdbi.withHandle(h -> h.createUpdate("DELETE FROM case_attachment WHERE stored_name IN (<names>)")
                        .bindList("names", storedNames)
                        .execute());
    }

    private static CaseAttachment read(ResultSet row) throws SQLException {
        return new CaseAttachment(
                row.getLong("id"),
                row.getLong("case_id"),
                row.getString("file_name"),
                FileKind.valueOf(row.getString("file_kind")),
                row.getLong("file_size"),
                row.getString("stored_name"),
                row.getString("display_name"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
