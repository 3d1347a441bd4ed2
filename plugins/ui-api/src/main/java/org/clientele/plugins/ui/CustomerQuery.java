package org.clientele.plugins.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which customers are wanted, in which order. Immutable.
 *
 * @param conditions all must hold; empty: all customers
 * @param search text that number or name contains; empty: no search
 * @param sort id of the attribute or metric sorted by, {@code $ref} for the number, {@code $name} for the name, or null: in the order in
 *     which they became known
 * @param descending whether the largest comes first
 */
public record CustomerQuery(
        List<Condition> conditions, String search, @Nullable String sort, boolean descending) {
    /** All customers. */
    public static final CustomerQuery ALL = new CustomerQuery(List.of(), "", null, false);

    public CustomerQuery {
        conditions = List.copyOf(conditions);
    }

    /** The customers for whom all of these hold. */
    public static CustomerQuery of(Condition... conditions) {
        return new CustomerQuery(List.of(conditions), "", null, false);
    }

    /** The same customers in another order. */
    public CustomerQuery sortedBy(@Nullable String field, boolean largestFirst) {
        return new CustomerQuery(conditions, search, field, largestFirst);
    }

    /** Those of the customers whose number or name contains the text. */
    public CustomerQuery matching(String text) {
        return new CustomerQuery(conditions, text, sort, descending);
    }
}
