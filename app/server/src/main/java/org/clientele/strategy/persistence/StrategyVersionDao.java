package org.clientele.strategy.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.StrategyDraft;
import org.clientele.strategy.StrategyMoment;
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.StrategyVersion.Decision;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Versions and drafts of strategies. There is no statement that changes what a version says; who decides finds it waiting still. */
@Repository
public class StrategyVersionDao {
    private static final String COLUMNS =
            "model_id, segment_id, version_number, version_kind, version_status, content, note, author, created_at,"
                    + " decided_by, decided_at, decision_note, effective_at";
    private static final String ONE = " WHERE vertical_id = :vertical AND model_id = :model AND segment_id = :segment";
    private static final String INSERT_DRAFT =
            "INSERT INTO strategy_draft (vertical_id, model_id, segment_id, revision, content, author, saved_at, import_id)"
                    + " VALUES (:vertical, :model, :segment, :revision, :content, :author, :saved, :import)";
    private static final String INTEGRITY = "23";

    private final Jdbi jdbi;

    public StrategyVersionDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds a version; false when there is one of that number. What an import brought of the strategy is the portal's own from now on. */
    public boolean add(int verticalId, StrategyVersion version) {
        jdbi.useHandle(handle -> of(
                        handle.createUpdate(
                                "UPDATE strategy_version SET import_id = NULL" + ONE + " AND import_id IS NOT NULL"),
                        verticalId,
                        version.segment())
                .execute());
        return insert(verticalId, version, null);
    }

    /** Adds a version, as an import brings it back when it says so. */
    boolean insert(int verticalId, StrategyVersion version, @Nullable Long importId) {
        Decision decision = version.decision();
        try {
            jdbi.useHandle(handle -> of(
                            handle.createUpdate(
                                    "INSERT INTO strategy_version (vertical_id, " + COLUMNS
                                            + ", import_id) VALUES (:vertical, :model, :segment, :number, :kind, :status,"
                                            + " :content, :note, :author, :created, :decidedBy, :decidedAt, :why, :effective, :import)"),
                            verticalId,
                            version.segment())
                    .bind("number", version.number())
                    .bind("kind", version.kind().name())
                    .bind("status", version.status().name())
                    .bind("content", version.content())
                    .bind("note", version.note())
                    .bind("author", version.author())
                    .bind("created", version.createdAt().atOffset(ZoneOffset.UTC))
                    .bind("decidedBy", decision == null ? null : decision.by())
                    .bind("decidedAt", decision == null ? null : decision.at().atOffset(ZoneOffset.UTC))
                    .bind("why", decision == null ? "" : decision.why())
                    .bind("effective", stamp(version.effectiveAt()))
                    .bind("import", importId)
                    .execute());
            return true;
        } catch (UnableToExecuteStatementException failure) {
            return notTaken(failure);
        }
    }

    private static boolean notTaken(UnableToExecuteStatementException failure) {
        if (failure.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith(INTEGRITY)) {
            return false;
        }
        throw failure;
    }

    /** Every version of a strategy, newest first. */
    public List<StrategyVersion> history(int verticalId, SegmentName segment) {
        return jdbi.withHandle(handle -> of(
                        handle.createQuery(
                                "SELECT " + COLUMNS + " FROM strategy_version" + ONE + " ORDER BY version_number DESC"),
                        verticalId,
                        segment)
                .map((row, context) -> version(row))
                .list());
    }

    /** Every version of every strategy, oldest first. */
    public List<StrategyVersion> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM strategy_version"
                        + " WHERE vertical_id = :vertical ORDER BY model_id, segment_id, version_number")
                .bind("vertical", verticalId)
                .map((row, context) -> version(row))
                .list());
    }

    /** The versions that apply at a moment, where somebody ever published any. */
    public Map<SegmentName, StrategyVersion> current(int verticalId, Instant now) {
        return jdbi.withHandle(handle -> {
            Map<SegmentName, StrategyVersion> current = new HashMap<>();
            handle.createQuery("SELECT " + COLUMNS + " FROM strategy_version WHERE vertical_id = :vertical"
                            + " AND version_status = 'PUBLISHED' AND effective_at <= :now"
                            + " ORDER BY effective_at, version_number")
                    .bind("vertical", verticalId)
                    .bind("now", stamp(now))
                    .map((row, context) -> version(row))
                    .forEach(version -> current.put(version.segment(), version));
            return current;
        });
    }

    /** The published versions that wait for their moment, the next first. */
    public List<StrategyVersion> planned(int verticalId, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM strategy_version"
                        + " WHERE vertical_id = :vertical AND version_status = 'PUBLISHED' AND effective_at > :now"
                        + " ORDER BY effective_at, model_id, segment_id, version_number")
                .bind("vertical", verticalId)
                .bind("now", stamp(now))
                .map((row, context) -> version(row))
                .list());
    }

    /** From when every published version applies, or is to; cheap enough to be asked all the time. */
    public List<StrategyMoment> moments(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT model_id, segment_id, version_number, effective_at, COALESCE(decided_at, created_at) AS settled_at
                        FROM strategy_version WHERE vertical_id = :vertical AND version_status = 'PUBLISHED'
                        ORDER BY effective_at, model_id, segment_id, version_number""")
                .bind("vertical", verticalId)
                .map((row, context) -> new StrategyMoment(
                        new SegmentName(row.getString("model_id"), row.getString("segment_id")),
                        row.getInt("version_number"),
                        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                        row.getObject("settled_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /**
     * Decides on a version that waits, for approval or for its moment; what an import brought of it is the portal's own from now on.
     *
     * @param from what it must still be
     * @return false when somebody decided before, or it applies already
     */
    public boolean decide(int verticalId, StrategyVersion decided, Decision decision, StrategyVersion.Status from) {
        return jdbi.withHandle(handle -> of(
                                handle.createUpdate("UPDATE strategy_version SET version_status = :status,"
                                        + " decided_by = :by, decided_at = :at, decision_note = :why,"
                                        + " effective_at = :effective, import_id = NULL"
                                        + ONE + " AND version_number = :number AND version_status = :from"
                                        + " AND (version_status = 'REVIEW' OR effective_at > :at)"),
                                verticalId,
                                decided.segment())
                        .bind("status", decided.status().name())
                        .bind("by", decision.by())
                        .bind("at", decision.at().atOffset(ZoneOffset.UTC))
                        .bind("why", decision.why())
                        .bind("effective", stamp(decided.effectiveAt()))
                        .bind("number", decided.number())
                        .bind("from", from.name())
                        .execute())
                == 1;
    }

    /** The drafts of a vertical. */
    public List<StrategyDraft> drafts(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT model_id, segment_id, revision, content, author, saved_at FROM strategy_draft
                        WHERE vertical_id = :vertical ORDER BY saved_at DESC""")
                .bind("vertical", verticalId)
                .map((row, context) -> new StrategyDraft(
                        segment(row),
                        row.getInt("revision"),
                        row.getString("content"),
                        row.getString("author"),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    public Optional<StrategyDraft> draft(int verticalId, SegmentName segment) {
        return drafts(verticalId).stream()
                .filter(draft -> draft.segment().equals(segment))
                .findFirst();
    }

    /** Saves a draft over the revision before it; false when somebody else saved one meanwhile. */
    public boolean save(int verticalId, StrategyDraft draft) {
        String sql = draft.revision() == 1
                ? INSERT_DRAFT
                : "UPDATE strategy_draft SET revision = :revision, content = :content, author = :author,"
                        + " saved_at = :saved, import_id = NULL" + ONE + " AND revision = :revision - 1";
        try {
            return write(verticalId, draft, sql, null);
        } catch (UnableToExecuteStatementException failure) {
            return notTaken(failure);
        }
    }

    /** Stores a draft that an import brings back; there is none yet. */
    void restore(int verticalId, StrategyDraft draft, long importId) {
        write(verticalId, draft, INSERT_DRAFT, importId);
    }

    private boolean write(int verticalId, StrategyDraft draft, String sql, @Nullable Long importId) {
        return jdbi.withHandle(handle -> {
            Update update = of(handle.createUpdate(sql), verticalId, draft.segment())
                    .bind("revision", draft.revision())
                    .bind("content", draft.content())
                    .bind("author", draft.author())
                    .bind("saved", draft.savedAt().atOffset(ZoneOffset.UTC));
            if (sql.contains(":import")) {
                update.bind("import", importId);
            }
            return update.execute() == 1;
        });
    }

    /** Forgets a draft; false when somebody else saved or forgot it meanwhile. */
    public boolean discard(int verticalId, SegmentName segment, int revision) {
        return jdbi.withHandle(handle -> of(
                                handle.createUpdate("DELETE FROM strategy_draft" + ONE + " AND revision = :revision"),
                                verticalId,
                                segment)
                        .bind("revision", revision)
                        .execute())
                == 1;
    }

    private static <S extends SqlStatement<S>> S of(S statement, int verticalId, SegmentName segment) {
        return statement
                .bind("vertical", verticalId)
                .bind("model", segment.model())
                .bind("segment", segment.segment());
    }

    private static SegmentName segment(ResultSet row) throws SQLException {
        return new SegmentName(row.getString("model_id"), row.getString("segment_id"));
    }

    private static StrategyVersion version(ResultSet row) throws SQLException {
        return new StrategyVersion(
                segment(row),
                row.getInt("version_number"),
                StrategyVersion.Kind.valueOf(row.getString("version_kind")),
                StrategyVersion.Status.valueOf(row.getString("version_status")),
                row.getString("content"),
                row.getString("note"),
                row.getString("author"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                decision(row),
                instant(row.getObject("effective_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime stamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Decision decision(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        OffsetDateTime at = row.getObject("decided_at", OffsetDateTime.class);
        return by == null || at == null ? null : new Decision(by, at.toInstant(), row.getString("decision_note"));
    }
}
