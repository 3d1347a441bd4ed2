package org.clientele.strategy;

import java.util.List;
import org.clientele.plugins.api.StrategyDefinition;

/**
 * A strategy of a segment that a customer is in.
 *
 * @param plays its plays, in its order, with their days for this customer
 */
public record CustomerStrategy(StrategyDefinition strategy, List<PlannedPlay> plays) {
    public CustomerStrategy {
        plays = List.copyOf(plays);
    }
}
