package org.clientele.customer;

import java.util.Set;
import org.clientele.plugin.Vertical;

/** Customers who are not to be treated by segment, nor to stand in lists that leave the portal, because they said so. */
@FunctionalInterface
public interface LeftOut {
    /** Nobody. */
    LeftOut NOBODY = vertical -> Set.of();

    /** Their ids; nobody is asked for rights. */
    Set<Long> of(Vertical vertical);
}
