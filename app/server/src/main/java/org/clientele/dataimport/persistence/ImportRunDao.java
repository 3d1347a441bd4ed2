package org.clientele.dataimport.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.dataimport.ImportRun;
import org.clientele.dataimport.ImportState;
import org.clientele.dataimport.UnknownKeys;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ReferenceDefinition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The history of imports. */
@Repository
public class ImportRunDao {
    private static final String COLUMNS = """
            id, vertical_id, target, file_name, file_size, run_state, rows_read, rows_new, rows_changed, rows_unchanged,
            rows_rejected, customers_created, customers_changed, rejected_file, started_by, started_at, finished_at, undone_by,
            undone_at, failure, notices
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;

    public ImportRunDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What is known of an import when it begins.
     *
     * @param plan how the file is read, as JSON; empty when there is no file
     * @param by display name of who started it
     */
    public record Beginning(String target, String fileName, String digest, long size, String plan, String by) {}

    /** Notes the beginning of an import and returns its id; empty when another one goes on in the vertical. */
    public Optional<Long> begin(int verticalId, Beginning beginning, Instant now) {
        if (running(verticalId).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(insert(verticalId, beginning, now));
        } catch (UnableToExecuteStatementException failure) {
            if (running(verticalId).isPresent()) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private long insert(int verticalId, Beginning beginning, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO import_run (vertical_id, running_for, target, file_name, file_digest, file_size, plan,
                          run_state, started_by, started_at)
                        VALUES (:vertical, :vertical, :target, :fileName, :digest, :size, :plan, 'RUNNING', :by, :now)
                        """)
                .bind("vertical", verticalId)
                .bindMethods(beginning)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** Notes the currency that the vertical had before the import changed it. */
    public void setCurrencyBefore(long id, String currency) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE import_run SET currency_before = :currency WHERE id = :id")
                .bind("currency", currency)
                .bind("id", id)
                .execute());
    }

    /** The currency that the vertical had before the import changed it; empty when it did not. */
    public Optional<String> currencyBefore(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT currency_before FROM import_run WHERE id = :id AND currency_before IS NOT NULL")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    /** Notes who carries the import out, or takes it back. */
    public void setNode(long id, String node) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE import_run SET node = :node WHERE id = :id")
                .bind("node", node)
                .bind("id", id)
                .execute());
    }

    /** Goes on with an unfinished import that belongs to a node; false when it is finished, or somebody else did. */
    public boolean takeOver(long id, String from, String node) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE import_run SET node = :node
                        WHERE id = :id AND COALESCE(node, '') = :from AND running_for IS NOT NULL
                        """)
                        .bind("node", node)
                        .bind("id", id)
                        .bind("from", from)
                        .execute())
                == 1;
    }

    /** Who carries the import out; empty when that was a process of long ago. */
    public String node(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT COALESCE(node, '') FROM import_run WHERE id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    /** The import of the vertical that goes on or is being taken back. */
    public Optional<ImportRun> running(int verticalId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT " + COLUMNS + " FROM import_run WHERE running_for = :vertical")
                        .bind("vertical", verticalId)
                        .map((row, _) -> run(row))
                        .findOne());
    }

    public Optional<ImportRun> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM import_run WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> run(row))
                .findOne());
    }

    /** The latest imports of a vertical, newest first. */
    public List<ImportRun> list(int verticalId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS
                                + " FROM import_run WHERE vertical_id = :vertical ORDER BY id DESC FETCH FIRST :limit ROWS ONLY")
                .bind("vertical", verticalId)
                .bind("limit", limit)
                .map((row, _) -> run(row))
                .list());
    }

    /**
     * What is known of an import at its end.
     *
     * @param rejectedFile name of the file with the rejected rows, or null
     * @param failure why it failed, or null
     */
    public record Ending(
            ImportState state,
            ImportRun.Counts counts,
            @Nullable String rejectedFile,
            List<UnknownKeys> unknown,
            ImportRun.@Nullable Failure failure) {
        public Ending {
            unknown = List.copyOf(unknown);
        }
    }

    /** Notes the end of an import; in the transaction of its last rows. */
    public void end(long id, Ending ending, Instant now) {
        ImportRun.Failure failure = ending.failure();
        List<UnknownKeys> unknown = ending.unknown();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE import_run
                        SET run_state = :state, running_for = NULL, rows_read = :read, rows_new = :fresh,
                          rows_changed = :changed, rows_unchanged = :unchanged, rows_rejected = :rejected,
                          customers_created = :customersCreated, customers_changed = :customersChanged,
                          rejected_file = :rejectedFile, failure = :failure, notices = :notices, finished_at = :now
                        WHERE id = :id
                        """)
                .bindMethods(ending.counts())
                .bind("state", ending.state().name())
                .bind("rejectedFile", ending.rejectedFile())
                .bind("failure", failure == null ? null : text(failure))
                .bind("notices", unknown.isEmpty() ? null : JSON.writeValueAsString(unknown))
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute());
    }

    /** Begins to take a finished import back; false when it is not to be had: not finished, or another one goes on. */
    public boolean beginUndo(ImportRun run) {
        if (running(run.verticalId()).isPresent()) {
            return false;
        }
        return jdbi.withHandle(
                        handle -> handle.createUpdate("""
                        UPDATE import_run
                        SET run_state = 'UNDOING', running_for = vertical_id
                        WHERE id = :id AND run_state = 'DONE'
                        """).bind("id", run.id()).execute())
                == 1;
    }

    public void endUndo(long id, String by, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE import_run
                        SET run_state = 'UNDONE', running_for = NULL, undone_by = :by, undone_at = :now
                        WHERE id = :id
                        """)
                .bind("by", by)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("id", id)
                .execute());
    }

    /** A later import, not taken back, that changed what this one changed: it must be taken back first. */
    public Optional<Long> laterChange(Vertical vertical, long id) {
        return jdbi.withHandle(handle -> Stream.concat(
                        laterChange(handle, id).stream(),
                        vertical.definition().references().stream()
                                .flatMap(reference -> laterChange(handle, vertical, reference, id).stream()))
                .max(Comparator.naturalOrder()));
    }

    private static Optional<Long> laterChange(Handle handle, long id) {
        return handle.createQuery("""
                        SELECT max(later.import_id)
                        FROM import_change mine
                        JOIN import_change later
                          ON later.customer_id = mine.customer_id AND later.import_id > mine.import_id
                        WHERE mine.import_id = :id
                        """)
                .bind("id", id)
                .map((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .one();
    }

    private static Optional<Long> laterChange(
            Handle handle, Vertical vertical, ReferenceDefinition reference, long id) {
        return handle.createQuery("""
                        SELECT max(later.import_id)
                        FROM reference_change mine
                        JOIN reference_change later ON later.ref_key = mine.ref_key AND later.import_id > mine.import_id
                        JOIN import_run run ON run.id = later.import_id AND run.vertical_id = :vertical
                        WHERE mine.import_id = :id AND mine.reference_id IN (<names>) AND later.reference_id IN (<names>)
                        """)
                .bind("id", id)
                .bind("vertical", vertical.id())
                .bindList("names", reference.names())
                .map((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .one();
    }

    private static ImportRun run(ResultSet row) throws SQLException {
        return new ImportRun(
                row.getLong("id"),
                row.getInt("vertical_id"),
                row.getString("target"),
                row.getString("file_name"),
                row.getLong("file_size"),
                ImportState.valueOf(row.getString("run_state")),
                new ImportRun.Counts(
                        row.getLong("rows_read"),
                        row.getLong("rows_new"),
                        row.getLong("rows_changed"),
                        row.getLong("rows_unchanged"),
                        row.getLong("rows_rejected"),
                        row.getLong("customers_created"),
                        row.getLong("customers_changed")),
                row.getString("rejected_file"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                row.getString("undone_by"),
                instant(row, "undone_at"),
                failure(row.getString("failure")),
                unknown(row.getString("notices")));
    }

    private static List<UnknownKeys> unknown(@Nullable String json) {
        return json == null ? List.of() : List.of(JSON.readValue(json, UnknownKeys[].class));
    }

    /** One line for the key and each argument. */
    private static String text(ImportRun.Failure failure) {
        List<String> lines = new ArrayList<>(List.of(failure.key()));
        failure.arguments().forEach(argument -> lines.add(argument.replace('\n', ' ')));
        return String.join("\n", lines);
    }

    private static ImportRun.@Nullable Failure failure(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<String> lines = text.lines().toList();
        return new ImportRun.Failure(lines.getFirst(), lines.subList(1, lines.size()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
