package org.clientele.reference;

import java.util.Map;
import org.clientele.engine.column.Value;

/**
 * A row of a reference.
 *
 * @param key what customers and activities point to it by
 * @param values by field id; {@link Value#MISSING} where nothing is known
 */
public record ReferenceRow(String key, Map<String, Value> values) {
    public ReferenceRow {
        values = Map.copyOf(values);
    }

    /** The value of a field. */
    public Value value(String field) {
        return values.getOrDefault(field, Value.MISSING);
    }
}
