package org.clientele.engine.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Gap;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** Knows which metrics never shrink, so that nobody is told to have bought less often. */
final class Reachability {
    private final Set<String> growing = new HashSet<>();

    Reachability(VerticalDefinition definition) {
        for (MetricDefinition metric : definition.metrics()) {
            if (neverShrinks(metric)) {
                growing.add(metric.id());
            }
        }
    }

    private static boolean neverShrinks(MetricDefinition metric) {
        return switch (metric.aggregate()) {
            case COUNT, COUNT_ROWS, COUNT_DISTINCT, ACTIVE_MONTHS, FIRST_DATE, DAYS_SINCE_FIRST, LAST_DATE ->
                metric.windowDays() == null;
            default -> false;
        };
    }

    boolean allReachable(List<Gap> gaps) {
        return gaps.stream().noneMatch(gap -> growing.contains(gap.subject()) && negative(gap.difference()));
    }

    private static boolean negative(Value difference) {
        return switch (difference) {
            case Value.Whole whole -> whole.number() < 0;
            case Value.Decimal decimal -> decimal.number() < 0;
            case Value.Money money -> money.minor() < 0;
            default -> false;
        };
    }
}
