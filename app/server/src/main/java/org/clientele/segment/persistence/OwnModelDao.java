package org.clientele.segment.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.segment.StoredModel;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The models that consultants made in the portal. */
@Repository
public class OwnModelDao {
    private static final String COLUMNS = "model_id, definition, texts, author, created_at, deleted_at";

    private final Jdbi jdbi;

    public OwnModelDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Every one of a vertical in the order in which they were made, deleted ones too. */
    public List<StoredModel> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT " + COLUMNS + " FROM own_model WHERE vertical_id = :vertical ORDER BY id")
                .bind("vertical", verticalId)
                .map((row, context) -> model(row))
                .list());
    }

    /** Adds one; false when its id is taken, also by a deleted one. */
    public boolean add(int verticalId, StoredModel model) {
        return insert(verticalId, model, null);
    }

    /** Adds one that an import brings back. */
    boolean restore(int verticalId, StoredModel model, long importId) {
        return insert(verticalId, model, importId);
    }

    private boolean insert(int verticalId, StoredModel model, @Nullable Long importId) {
        try {
            return jdbi.withHandle(handle -> handle.createUpdate("INSERT INTO own_model (vertical_id, " + COLUMNS
                                    + ", import_id) VALUES (:vertical, :model, :definition, :texts, :author, :created,"
                                    + " :deleted, :import)")
                            .bind("vertical", verticalId)
                            .bind("model", model.model())
                            .bind("definition", model.definition())
                            .bind("texts", model.texts())
                            .bind("author", model.author())
                            .bind("created", stamp(model.createdAt()))
                            .bind("deleted", stamp(model.deletedAt()))
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

    /** Puts what a model is made of and called in place of what it was, unless somebody else did so meanwhile: false then. */
    public boolean replace(int verticalId, StoredModel before, StoredModel after) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE own_model SET definition = :definition, texts = :texts, import_id = NULL
                        WHERE vertical_id = :vertical AND model_id = :model AND deleted_at IS NULL
                          AND definition = :definitionBefore AND texts = :textsBefore""")
                        .bind("vertical", verticalId)
                        .bind("model", before.model())
                        .bind("definition", after.definition())
                        .bind("texts", after.texts())
                        .bind("definitionBefore", before.definition())
                        .bind("textsBefore", before.texts())
                        .execute())
                == 1;
    }

    /** Deletes a model, or brings it back. @param at since when it is deleted; null: it is not */
    public void setDeleted(int verticalId, String model, @Nullable Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE own_model SET deleted_at = :at, import_id = NULL
                        WHERE vertical_id = :vertical AND model_id = :model""")
                .bind("at", stamp(at))
                .bind("vertical", verticalId)
                .bind("model", model)
                .execute());
    }

    private static StoredModel model(ResultSet row) throws SQLException {
        OffsetDateTime deleted = row.getObject("deleted_at", OffsetDateTime.class);
        return new StoredModel(
                row.getString("model_id"),
                row.getString("definition"),
                row.getString("texts"),
                row.getString("author"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                deleted == null ? null : deleted.toInstant());
    }

    private static @Nullable OffsetDateTime stamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
