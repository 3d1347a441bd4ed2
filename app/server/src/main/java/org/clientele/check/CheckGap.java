package org.clientele.check;

import java.util.List;
import org.clientele.customer.CustomerList.CustomerRow;
import org.clientele.engine.check.CheckState;
import org.clientele.engine.condition.Check;
import org.clientele.plugins.api.CheckDefinition;

/**
 * A customer who does not meet a check, or of whom nothing is recorded.
 *
 * @param found the comparisons that decided, with the customer's values
 */
public record CheckGap(CustomerRow customer, CheckDefinition check, CheckState state, List<Check> found) {
    public CheckGap {
        found = List.copyOf(found);
    }

    /** What tells this gap from all others of a snapshot. */
    public String key() {
        return customer.id() + "/" + check.id();
    }
}
