package org.clientele.dataimport;

import java.time.LocalDateTime;
import java.util.Map;
import org.clientele.engine.column.Value;

/**
 * What is recorded by hand of one activity.
 *
 * @param time the business's own time
 * @param fields values by field id; what is missing is left out
 */
public record ActivityData(LocalDateTime time, Map<String, Value> fields) {
    public ActivityData {
        fields = Map.copyOf(fields);
    }

    /** The value of a field, or {@link Value#MISSING}. */
    public Value field(String id) {
        return fields.getOrDefault(id, Value.MISSING);
    }
}
