package org.clientele.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.customer.PersonalData;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a vertical's reports for somebody who may not see some attributes: columns, groupings, orders and measures that use them are
 * taken out. A report that is about customers chosen by such an attribute would tell its value with every row, so nothing is left of it.
 */
public final class PersonalReports {
    private PersonalReports() {}

    /**
     * The report without the attributes.
     *
     * @param hidden ids of the attributes that are not to be seen
     * @return the same report when it uses none of them; nothing when it would be empty or tell them all the same
     */
    public static Optional<ReportDefinition> without(ReportDefinition report, Set<String> hidden) {
        if (hidden.isEmpty()) {
            return Optional.of(report);
        }
        if (mentions(report.when(), hidden)) {
            return Optional.empty();
        }
        return switch (report) {
            case ReportDefinition.Groups groups -> without(groups, hidden);
            case ReportDefinition.Customers customers -> Optional.of(without(customers, hidden));
            case ReportDefinition.Funnel funnel -> without(funnel, hidden);
            case ReportDefinition.Periods periods -> Optional.of(without(periods, hidden));
            // Its rows and columns are of an activity, whose fields are no attributes.
            case ReportDefinition.Pivot pivot -> Optional.of(pivot);
        };
    }

    /** Whether a tile is computed from one of the attributes; what a tile with a report shows is decided by {@link #without}. */
    public static boolean uses(TileDefinition tile, Set<String> hidden) {
        return contains(hidden, tile.by())
                || tile.measures().stream().anyMatch(measure -> uses(measure, hidden))
                || tile.steps().stream().anyMatch(step -> mentions(step.when(), hidden));
    }

    private static Optional<ReportDefinition> without(ReportDefinition.Groups report, Set<String> hidden) {
        List<String> by =
                report.by().stream().filter(one -> !hidden.contains(one)).toList();
        List<Measure> measures = report.measures().stream()
                .filter(measure -> !uses(measure, hidden))
                .toList();
        String columnsBy = seen(report.columnsBy(), hidden);
        return by.isEmpty() || measures.isEmpty()
                ? Optional.empty()
                : Optional.of(new ReportDefinition.Groups(
                        report.id(), report.when(), report.roles(), report.source(), by, columnsBy, measures));
    }

    private static ReportDefinition without(ReportDefinition.Customers report, Set<String> hidden) {
        List<String> columns =
                report.columns().stream().filter(one -> !hidden.contains(one)).toList();
        return new ReportDefinition.Customers(
                report.id(),
                report.when(),
                report.roles(),
                report.source(),
                columns,
                seen(report.sort(), hidden),
                report.descending(),
                seen(report.cumulative(), hidden));
    }

    private static Optional<ReportDefinition> without(ReportDefinition.Funnel report, Set<String> hidden) {
        boolean told = report.steps().stream().anyMatch(step -> mentions(step.when(), hidden));
        return told
                ? Optional.empty()
                : Optional.of(new ReportDefinition.Funnel(
                        report.id(),
                        report.when(),
                        report.roles(),
                        report.source(),
                        report.steps(),
                        seen(report.by(), hidden)));
    }

    private static ReportDefinition without(ReportDefinition.Periods report, Set<String> hidden) {
        return new ReportDefinition.Periods(
                report.id(),
                report.when(),
                report.roles(),
                report.source(),
                report.activity(),
                report.where(),
                report.period(),
                seen(report.by(), hidden));
    }

    private static boolean uses(Measure measure, Set<String> hidden) {
        return Stream.of(measure.field(), measure.perField()).anyMatch(field -> contains(hidden, field))
                || mentions(measure.when(), hidden)
                || mentions(measure.per(), hidden);
    }

    private static boolean mentions(@Nullable String condition, Set<String> hidden) {
        return condition != null && PersonalData.mentions(condition, hidden);
    }

    private static boolean contains(Set<String> hidden, @Nullable String field) {
        return field != null && hidden.contains(field);
    }

    private static @Nullable String seen(@Nullable String field, Set<String> hidden) {
        return contains(hidden, field) ? null : field;
    }
}
