package org.clientele.engine.model;

import java.util.List;
import org.clientele.engine.condition.Check;

/**
 * How one rule came out for a customer.
 *
 * @param segment id of the segment it leads to
 * @param holds whether it holds; where the first rule decides, later ones that hold do not count
 * @param decides whether it put the customer into the segment
 * @param checks the comparisons that decided, from left to right; none for a rule without a condition
 */
public record RuleOutcome(String segment, boolean holds, boolean decides, List<Check> checks) {
    public RuleOutcome {
        checks = List.copyOf(checks);
    }
}
