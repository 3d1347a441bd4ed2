package org.clientele.segment.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What consultants changed in models: every version is kept, the newest applies. */
@Repository
public class ModelOverrideDao {
    private final Jdbi jdbi;

    public ModelOverrideDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Adds a version; without definition the plugin's own applies again. */
    public long add(int verticalId, String model, @Nullable String definition, String author, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO model_override (vertical_id, model_id, definition, author, created_at)
                        VALUES (:vertical, :model, :definition, :author, :now)""")
                .bind("vertical", verticalId)
                .bind("model", model)
                .bind("definition", definition)
                .bind("author", author)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** The definitions that apply, by model; models without one follow the plugin. */
    public Map<String, String> current(int verticalId) {
        return jdbi.withHandle(handle -> {
            Map<String, String> definitions = new HashMap<>();
            handle.createQuery("""
                            SELECT model_id, definition FROM model_override
                            WHERE id IN (SELECT max(id) FROM model_override WHERE vertical_id = :vertical GROUP BY model_id)
                              AND definition IS NOT NULL""")
                    .bind("vertical", verticalId)
                    .map((row, context) -> Map.entry(row.getString(1), row.getString(2)))
                    .forEach(entry -> definitions.put(entry.getKey(), entry.getValue()));
            return definitions;
        });
    }
}
