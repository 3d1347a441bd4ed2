package org.clientele.customer;

import java.util.HashMap;
import java.util.Map;
import org.clientele.engine.column.Value;
import org.jspecify.annotations.Nullable;

/** What a form edits of a customer; see {@link Customer}. */
public record CustomerData(
        String ref, @Nullable String name, @Nullable Long ownerUserId, Map<String, Value> attributes) {
    public CustomerData {
        Map<String, Value> known = new HashMap<>(attributes);
        known.values().removeIf(Value::isMissing);
        attributes = Map.copyOf(known);
    }

    /** The attribute's value, {@link Value#MISSING} when unknown. */
    public Value attribute(String id) {
        return attributes.getOrDefault(id, Value.MISSING);
    }

    public CustomerData withOwner(@Nullable Long userId) {
        return new CustomerData(ref, name, userId, attributes);
    }

    public CustomerData withAttribute(String id, Value value) {
        Map<String, Value> changed = new HashMap<>(attributes);
        changed.put(id, value);
        return new CustomerData(ref, name, ownerUserId, changed);
    }
}
