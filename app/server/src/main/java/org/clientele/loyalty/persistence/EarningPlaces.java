package org.clientele.loyalty.persistence;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Tells the rows of an activity by what outlives an export and import: whose, when, and which of those of that time. */
final class EarningPlaces {
    private static final int PIECE = 500;

    private EarningPlaces() {}

    /**
     * What a row is known by.
     *
     * @param place among the customer's rows of that time, from 0
     */
    record Place(long customer, LocalDateTime time, int place) {}

    /** The rows of some customers. */
    static Map<Long, Place> of(Handle handle, String table, Collection<Long> customers) {
        Map<Long, Place> places = new HashMap<>();
        Map<Place, Integer> next = new HashMap<>();
        List<Long> all = List.copyOf(customers);
        for (int from = 0; from < all.size(); from += PIECE) {
            handle.createQuery("SELECT id, customer_id, happened_at FROM " + table
                            + " WHERE customer_id IN (<ids>) ORDER BY customer_id, id")
                    .bindList("ids", new ArrayList<>(all.subList(from, Math.min(from + PIECE, all.size()))))
                    .map((row, _) -> Map.entry(
                            row.getLong(1), new Place(row.getLong(2), row.getObject(3, LocalDateTime.class), 0)))
                    .forEach(row -> {
                        Place first = row.getValue();
                        int place = next.merge(first, 1, Integer::sum) - 1;
                        places.put(row.getKey(), new Place(first.customer(), first.time(), place));
                    });
        }
        return places;
    }
}
