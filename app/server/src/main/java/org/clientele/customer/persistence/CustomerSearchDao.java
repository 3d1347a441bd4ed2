package org.clientele.customer.persistence;

import java.util.List;
import java.util.Locale;
import org.clientele.customer.CustomerHit;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Finds customers by a fragment of number or name. */
@Repository
public class CustomerSearchDao {
    private final Jdbi jdbi;

    public CustomerSearchDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The whole number first, then what begins with the fragment, then what holds it; upper and lower case alike. */
    public List<CustomerHit> search(int verticalId, String fragment, int limit) {
        String text = escape(fragment.toLowerCase(Locale.ROOT));
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT id, ref, name FROM customer
                        WHERE vertical_id = :vertical
                          AND (lower(ref) LIKE :anywhere ESCAPE '!' OR lower(name) LIKE :anywhere ESCAPE '!')
                        ORDER BY CASE WHEN lower(ref) = :text THEN 0
                                      WHEN lower(ref) LIKE :start ESCAPE '!' THEN 1
                                      WHEN lower(name) LIKE :start ESCAPE '!' THEN 2
                                      ELSE 3 END, ref
                        FETCH FIRST :limit ROWS ONLY
                        """)
                .bind("vertical", verticalId)
                .bind("text", fragment.toLowerCase(Locale.ROOT))
                .bind("start", text + "%")
                .bind("anywhere", "%" + text + "%")
                .bind("limit", limit)
                .map((row, _) -> new CustomerHit(row.getLong("id"), row.getString("ref"), row.getString("name")))
                .list());
    }

    private static String escape(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
