package org.clientele.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Dates that a metric counts the days from or to, which is one fact said twice. */
final class DayCounts {
    private static final Map<Aggregate, Aggregate> COUNTED = Map.of(
            Aggregate.DAYS_SINCE_FIRST, Aggregate.FIRST_DATE,
            Aggregate.DAYS_SINCE_LAST, Aggregate.LAST_DATE);
    private static final Pattern UNTIL = Pattern.compile("\\s*(?:0\\s*-|-)?\\s*days_until\\(\\s*(\\w+)\\s*\\)\\s*");

    private DayCounts() {}

    /** The dates among the fields whose days are counted by another one of them. */
    static Set<String> dates(VerticalDefinition definition, Collection<String> fields) {
        List<MetricDefinition> counts = definition.metrics().stream()
                .filter(metric -> fields.contains(metric.id()))
                .toList();
        return fields.stream()
                .filter(field -> counts.stream().anyMatch(count -> counts(count, field, definition.metric(field))))
                .collect(Collectors.toSet());
    }

    private static boolean counts(MetricDefinition count, String field, @Nullable MetricDefinition date) {
        if (count.aggregate() == Aggregate.FORMULA && count.formula() != null) {
            Matcher until = UNTIL.matcher(count.formula());
            return until.matches() && until.group(1).equals(field);
        }
        return date != null
                && date.aggregate() == COUNTED.get(count.aggregate())
                && Objects.equals(date.activity(), count.activity())
                && Objects.equals(date.where(), count.where())
                && Objects.equals(date.windowDays(), count.windowDays());
    }
}
