package org.clientele.segment.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.segment.ModelVersion;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The versions of models. There is no statement that changes what a version says. */
@Repository
public class ModelVersionDao {
    private static final String COLUMNS =
            "model_id, version_number, version_kind, version_status, definition, note, author,"
                    + " created_at, decided_by, decided_at, decision_note, effective_at";

    private final Jdbi jdbi;

    public ModelVersionDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds a version; false when there is one of that number. What an import brought of the model is the portal's own from now on. */
    public boolean add(int verticalId, ModelVersion version) {
        adopt(verticalId, version.model());
        return insert(verticalId, version, null);
    }

    /** Adds a version that an import brings back; false when there is one of that number. */
    boolean restore(int verticalId, ModelVersion version, long importId) {
        return insert(verticalId, version, importId);
    }

    private void adopt(int verticalId, String model) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE model_version SET import_id = NULL
                        WHERE vertical_id = :vertical AND model_id = :model AND import_id IS NOT NULL""")
                .bind("vertical", verticalId)
                .bind("model", model)
                .execute());
    }

    private boolean insert(int verticalId, ModelVersion version, @Nullable Long importId) {
        try {
            return jdbi.withHandle(handle -> handle.createUpdate(
                                    "INSERT INTO model_version (vertical_id, " + COLUMNS + ", import_id)"
                                            + " VALUES (:vertical, :model, :number, :kind, :status, :definition, :note, :author,"
                                            + " :created, :decidedBy, :decidedAt, :decisionNote, :effective, :import)")
                            .bind("vertical", verticalId)
                            .bind("model", version.model())
                            .bind("number", version.number())
                            .bind("kind", version.kind().name())
                            .bind("status", version.status().name())
                            .bind("definition", version.definition())
                            .bind("note", version.note())
                            .bind("author", version.author())
                            .bind("created", stamp(version.createdAt()))
                            .bind("decidedBy", version.decidedBy())
                            .bind("decidedAt", stamp(version.decidedAt()))
                            .bind("decisionNote", version.decisionNote())
                            .bind("effective", stamp(version.effectiveAt()))
                            .bind("import", importId)
                            .execute())
                    == 1;
        } catch (UnableToExecuteStatementException taken) {
            if (Taken.is(taken)) {
                return false;
            }
            throw taken;
        }
    }

    /** Every version of a model, newest first. */
    public List<ModelVersion> history(int verticalId, String model) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM model_version"
                        + " WHERE vertical_id = :vertical AND model_id = :model ORDER BY version_number DESC")
                .bind("vertical", verticalId)
                .bind("model", model)
                .map((row, context) -> version(row))
                .list());
    }

    /** Every version of every model, oldest first. */
    public List<ModelVersion> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + " FROM model_version"
                        + " WHERE vertical_id = :vertical ORDER BY model_id, version_number")
                .bind("vertical", verticalId)
                .map((row, context) -> version(row))
                .list());
    }

    /** One version. */
    public Optional<ModelVersion> find(int verticalId, String model, int number) {
        return history(verticalId, model).stream()
                .filter(version -> version.number() == number)
                .findFirst();
    }

    /** The versions that apply at a moment, by model; models without one follow the plugin. */
    public Map<String, ModelVersion> current(int verticalId, Instant now) {
        return jdbi.withHandle(handle -> {
            Map<String, ModelVersion> current = new HashMap<>();
            handle.createQuery("SELECT " + COLUMNS + " FROM model_version WHERE vertical_id = :vertical"
                            + " AND version_status = 'PUBLISHED' AND effective_at <= :now"
                            + " ORDER BY effective_at, version_number")
                    .bind("vertical", verticalId)
                    .bind("now", stamp(now))
                    .map((row, context) -> version(row))
                    .forEach(version -> current.put(version.model(), version));
            return current;
        });
    }

    /**
     * Decides on a version that has not applied yet.
     *
     * @param from what it must still be
     * @return false when somebody decided before
     */
    public boolean decide(int verticalId, ModelVersion decided, ModelVersion.Status from) {
        adopt(verticalId, decided.model());
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE model_version SET version_status = :status, decided_by = :by, decided_at = :at,
                          decision_note = :why, effective_at = :effective
                        WHERE vertical_id = :vertical AND model_id = :model AND version_number = :number
                          AND version_status = :from
                          AND (effective_at IS NULL OR effective_at > :at OR version_status = 'REVIEW')""")
                        .bind("status", decided.status().name())
                        .bind("by", decided.decidedBy())
                        .bind("at", stamp(decided.decidedAt()))
                        .bind("why", decided.decisionNote())
                        .bind("effective", stamp(decided.effectiveAt()))
                        .bind("vertical", verticalId)
                        .bind("model", decided.model())
                        .bind("number", decided.number())
                        .bind("from", from.name())
                        .execute())
                == 1;
    }

    /** Whether somebody else has to approve versions in the vertical. */
    public boolean reviewRequired(int verticalId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT required FROM model_review WHERE vertical_id = :vertical")
                        .bind("vertical", verticalId)
                        .mapTo(Boolean.class)
                        .findOne()
                        .orElse(false));
    }

    /** Sets whether somebody else has to approve versions in the vertical. */
    public void requireReview(int verticalId, boolean required) {
        jdbi.useTransaction(handle -> {
            int updated = handle.createUpdate(
                            "UPDATE model_review SET required = :required, import_id = NULL WHERE vertical_id = :vertical")
                    .bind("required", required)
                    .bind("vertical", verticalId)
                    .execute();
            if (updated == 0) {
                handle.createUpdate("INSERT INTO model_review (vertical_id, required) VALUES (:vertical, :required)")
                        .bind("required", required)
                        .bind("vertical", verticalId)
                        .execute();
            }
        });
    }

    /** Asks for somebody else's approval, as an import brings it back; what stood there before said no. */
    void restoreReview(int verticalId, long importId) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("DELETE FROM model_review WHERE vertical_id = :vertical")
                    .bind("vertical", verticalId)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO model_review (vertical_id, required, import_id) VALUES (:vertical, TRUE, :import)""")
                    .bind("vertical", verticalId)
                    .bind("import", importId)
                    .execute();
        });
    }

    private static ModelVersion version(ResultSet row) throws SQLException {
        return new ModelVersion(
                row.getString("model_id"),
                row.getInt("version_number"),
                ModelVersion.Kind.valueOf(row.getString("version_kind")),
                ModelVersion.Status.valueOf(row.getString("version_status")),
                row.getString("definition"),
                row.getString("note"),
                row.getString("author"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("decided_by"),
                instant(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("decision_note"),
                instant(row.getObject("effective_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime stamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
