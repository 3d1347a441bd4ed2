package org.clientele.segment.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.segment.ModelDraft;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is being edited in models; the last {@value #KEPT} saves of each are kept. */
@Repository
public class ModelDraftDao {
    private static final int KEPT = 50;

    private final Jdbi jdbi;

    public ModelDraftDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Saves a draft; false when there is one of that revision. */
    public boolean save(int verticalId, String model, ModelDraft draft) {
        adopt(verticalId, model);
        try {
            insert(verticalId, model, draft, null);
        } catch (UnableToExecuteStatementException taken) {
            if (Taken.is(taken)) {
                return false;
            }
            throw taken;
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        "DELETE FROM model_draft WHERE vertical_id = :vertical AND model_id = :model AND revision <= :old")
                .bind("vertical", verticalId)
                .bind("model", model)
                .bind("old", draft.revision() - KEPT)
                .execute());
        return true;
    }

    /** Saves a draft that an import brings back. */
    void restore(int verticalId, String model, ModelDraft draft, long importId) {
        insert(verticalId, model, draft, importId);
    }

    private void adopt(int verticalId, String model) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE model_draft SET import_id = NULL
                        WHERE vertical_id = :vertical AND model_id = :model AND import_id IS NOT NULL""")
                .bind("vertical", verticalId)
                .bind("model", model)
                .execute());
    }

    private void insert(int verticalId, String model, ModelDraft draft, @Nullable Long importId) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO model_draft (vertical_id, model_id, revision, definition, author, saved_at, import_id)
                        VALUES (:vertical, :model, :revision, :definition, :author, :at, :import)""")
                .bind("vertical", verticalId)
                .bind("model", model)
                .bind("revision", draft.revision())
                .bind("definition", draft.definition())
                .bind("author", draft.author())
                .bind("at", draft.savedAt().atOffset(ZoneOffset.UTC))
                .bind("import", importId)
                .execute());
    }

    /** The draft as saved last. */
    public Optional<ModelDraft> newest(int verticalId, String model) {
        return saves(verticalId, model).stream().findFirst();
    }

    /** Every save that is kept, newest first. */
    public List<ModelDraft> saves(int verticalId, String model) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT revision, definition, author, saved_at FROM model_draft
                        WHERE vertical_id = :vertical AND model_id = :model ORDER BY revision DESC""")
                .bind("vertical", verticalId)
                .bind("model", model)
                .map((row, context) -> read(row))
                .list());
    }

    /** Every save that is kept of every model, the oldest of each first. */
    public Map<String, List<ModelDraft>> all(int verticalId) {
        Map<String, List<ModelDraft>> all = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT revision, definition, author, saved_at, model_id FROM model_draft
                        WHERE vertical_id = :vertical ORDER BY model_id, revision""")
                .bind("vertical", verticalId)
                .map((row, context) -> Map.entry(row.getString(5), read(row)))
                .forEach(draft -> all.computeIfAbsent(draft.getKey(), model -> new ArrayList<>())
                        .add(draft.getValue())));
        return all;
    }

    private static ModelDraft read(ResultSet row) throws SQLException {
        return new ModelDraft(
                row.getInt(1),
                row.getString(2),
                row.getString(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }

    /** Forgets the draft as it was seen; false when somebody saved since. */
    public boolean discard(int verticalId, String model, int revision) {
        return jdbi.inTransaction(handle -> {
            int newest = handle.createQuery(
                            "SELECT max(revision) FROM model_draft WHERE vertical_id = :vertical AND model_id = :model")
                    .bind("vertical", verticalId)
                    .bind("model", model)
                    .mapTo(Integer.class)
                    .findOne()
                    .orElse(0);
            if (newest != revision) {
                return false;
            }
            handle.createUpdate("DELETE FROM model_draft WHERE vertical_id = :vertical AND model_id = :model"
                            + " AND revision <= :revision")
                    .bind("vertical", verticalId)
                    .bind("model", model)
                    .bind("revision", revision)
                    .execute();
            return true;
        });
    }
}
