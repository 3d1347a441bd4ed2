package org.clientele.engine.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * Knows what a customer can still bring, so that nobody is told to have bought less often: counts and the days since the first event
 * never shrink, and fewer days since the last event mean one more event, today.
 */
final class Reachability {
    private final Set<String> growing = new HashSet<>();
    private final Set<String> counts = new HashSet<>();
    private final Set<String> sinceLast = new HashSet<>();

    Reachability(VerticalDefinition definition) {
        for (MetricDefinition metric : definition.metrics()) {
            boolean forEver = metric.windowDays() == null;
            switch (metric.aggregate()) {
                case COUNT, COUNT_ROWS -> {
                    counts.add(metric.id());
                    if (forEver) {
                        growing.add(metric.id());
                    }
                }
                case COUNT_DISTINCT, ACTIVE_MONTHS, FIRST_DATE, DAYS_SINCE_FIRST, LAST_DATE -> {
                    if (forEver) {
                        growing.add(metric.id());
                    }
                }
                case DAYS_SINCE_LAST -> sinceLast.add(metric.id());
                default -> {
                    // sums, means and shares go up and down
                }
            }
        }
    }

    /** Whether every gap can be closed. */
    boolean allReachable(List<Gap> gaps) {
        for (Gap gap : gaps) {
            if (growing.contains(gap.subject()) && gap.difference().asDouble() < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether what holds of a rule still does after the event that the gaps ask for, if they ask for one. */
    boolean survives(List<Gap> gaps, Supplier<List<Check>> checks) {
        return !askForEvent(gaps) || checks.get().stream().filter(Check::holds).noneMatch(this::breaks);
    }

    private boolean askForEvent(List<Gap> gaps) {
        for (Gap gap : gaps) {
            if (sinceLast.contains(gap.subject()) && gap.difference().asDouble() < 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether one more event, today, makes a comparison fail. */
    private boolean breaks(Check check) {
        double after = sinceLast.contains(check.subject())
                ? 0
                : counts.contains(check.subject()) ? check.actual().asDouble() + 1 : Double.NaN;
        double threshold = check.threshold().asDouble();
        return switch (check.operator()) {
            case EQUAL -> !Double.isNaN(after) && after != threshold;
            case AT_MOST -> after > threshold;
            case LESS -> after >= threshold;
            case AT_LEAST -> after < threshold;
            case MORE -> after <= threshold;
            default -> false;
        };
    }
}
