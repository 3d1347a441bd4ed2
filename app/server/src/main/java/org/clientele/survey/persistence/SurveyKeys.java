package org.clientele.survey.persistence;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What tells a vertical's surveys apart after an export and import, too: when they were made, and which of those of that moment. */
final class SurveyKeys {
    private SurveyKeys() {}

    /** The keys by id, the oldest first. */
    static Map<Long, String> of(Handle handle, int verticalId) {
        Map<Long, String> keys = new LinkedHashMap<>();
        Map<String, Integer> moments = new HashMap<>();
        handle.createQuery("SELECT id, created_at FROM survey WHERE vertical_id = :vertical ORDER BY created_at, id")
                .bind("vertical", verticalId)
                .map((row, _) -> Map.entry(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant().toString()))
                .forEach(survey -> {
                    int number = moments.merge(survey.getValue(), 1, Integer::sum);
                    keys.put(survey.getKey(), number == 1 ? survey.getValue() : survey.getValue() + " " + number);
                });
        return keys;
    }
}
