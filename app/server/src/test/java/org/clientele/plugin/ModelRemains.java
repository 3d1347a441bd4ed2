package org.clientele.plugin;

import org.jdbi.v3.core.Handle;

/** Puts a row into every table that holds something of a vertical's models. */
final class ModelRemains {
    private ModelRemains() {}

    static void fill(Handle handle, int id) {
        handle.execute(
                "INSERT INTO recompute_run (vertical_id, as_of, run_state, started_at) VALUES (?, DATE '2024-01-01', 'DONE', CURRENT_TIMESTAMP)",
                id);
        handle.execute(
                "INSERT INTO model_version (vertical_id, model_id, version_number, version_kind, version_status, author, created_at) VALUES (?, 'spend', 2, 'SET', 'PUBLISHED', 'Ann', CURRENT_TIMESTAMP)",
                id);
        handle.execute(
                "INSERT INTO own_model (vertical_id, model_id, definition, texts, author, created_at) VALUES (?, 'own_spend', '{}', '{}', 'Ann', CURRENT_TIMESTAMP)",
                id);
        handle.execute(
                "INSERT INTO model_draft (vertical_id, model_id, revision, definition, author, saved_at) VALUES (?, 'spend', 1, '{}', 'Ann', CURRENT_TIMESTAMP)",
                id);
        handle.execute("INSERT INTO model_review (vertical_id, required) VALUES (?, TRUE)", id);
    }
}
