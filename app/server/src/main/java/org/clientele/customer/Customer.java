package org.clientele.customer;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.column.Value;
import org.jspecify.annotations.Nullable;

/**
 * A customer of a vertical.
 *
 * @param ref the number the business knows the customer by, unique in the vertical; text, leading zeros count
 * @param name what the customer is called, or null: shown by {@code ref}
 * @param ownerUserId the user who looks after the customer, or null
 * @param updatedBy display name of who changed the customer last by hand, or null
 * @param version counts changes; an update of an older version is refused
 * @param attributes known values by attribute id; what is unknown is absent
 */
public record Customer(
        long id,
        int verticalId,
        String ref,
        @Nullable String name,
        @Nullable Long ownerUserId,
        Instant createdAt,
        @Nullable Instant updatedAt,
        @Nullable String updatedBy,
        int version,
        Map<String, Value> attributes) {
    public Customer {
        attributes = Map.copyOf(attributes);
    }

    /** The name, or the number where there is none. */
    public String title() {
        return name == null || name.isBlank() ? ref : name;
    }

    /** The attribute's value, {@link Value#MISSING} when unknown. */
    public Value attribute(String id) {
        return attributes.getOrDefault(id, Value.MISSING);
    }

    /** The customer without the values of some attributes. */
    Customer without(Set<String> hidden) {
        Map<String, Value> shown = new HashMap<>(attributes);
        shown.keySet().removeAll(hidden);
        return new Customer(id, verticalId, ref, name, ownerUserId, createdAt, updatedAt, updatedBy, version, shown);
    }

    /** What somebody may edit. */
    public CustomerData data() {
        return new CustomerData(ref, name, ownerUserId, attributes);
    }
}
