package org.clientele.customer;

import java.util.List;
import org.clientele.engine.check.CheckResults;
import org.clientele.engine.check.CheckState;
import org.clientele.engine.condition.Check;
import org.clientele.plugins.api.CheckDefinition;

/**
 * How a customer stands by a check that concerns them.
 *
 * @param found the comparisons that decided, with the customer's values
 */
public record CheckFinding(CheckDefinition check, CheckState state, List<Check> found) {
    public CheckFinding {
        found = List.copyOf(found);
    }

    static List<CheckFinding> of(CheckResults results, int customer) {
        return results.checks().stream()
                .flatMap(check -> results.find(check.id()).stream())
                .filter(result -> result.state(customer) != CheckState.NOT_CONCERNED)
                .map(result -> new CheckFinding(result.check(), result.state(customer), result.found(customer)))
                .toList();
    }
}
