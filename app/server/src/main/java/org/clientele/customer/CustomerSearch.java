package org.clientele.customer;

import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.persistence.CustomerSearchDao;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Service;

/** Finds customers while somebody types. */
@Service
public class CustomerSearch {
    private static final int LONGEST = 100;

    private final CustomerSearchDao customers;
    private final Verticals verticals;
    private final Rights rights;

    public CustomerSearch(CustomerSearchDao customers, Verticals verticals, Rights rights) {
        this.customers = customers;
        this.verticals = verticals;
        this.rights = rights;
    }

    /** The best hits for a fragment of number or name; none for a blank one. */
    public List<CustomerHit> find(String verticalKey, String fragment, int limit) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        String text = fragment.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        return customers.search(verticals.get(verticalKey).id(), text, limit);
    }
}
