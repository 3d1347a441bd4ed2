package org.clientele.plugins.definition;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** Ids stand once and do not take a name the portal or the condition language needs; the vertical's own references exist. */
final class IdCheck implements DefinitionCheck {
    /** Keywords and type names of CEL, and our functions: a condition could not name such a variable. */
    static final Set<String> LANGUAGE = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while",
            "bool",
            "bytes",
            "double",
            "dyn",
            "int",
            "list",
            "map",
            "null_type",
            "string",
            "type",
            "uint",
            Dialect.DATE,
            Dialect.MISSING,
            Dialect.DAYS_UNTIL,
            Dialect.IN_DAYS,
            Dialect.IN_MONTHS);

    /** What an import may fill besides attributes and fields. */
    static final Set<String> COLUMNS = Set.of("customer", "name", "time");

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        checkVariables(vertical, report);
        checkActivities(vertical.activities(), report);
        checkOnce(report, "/models/%d/id", vertical.models().stream().map(ModelDefinition::id));
        for (int i = 0; i < vertical.models().size(); i++) {
            Stream<String> segments =
                    vertical.models().get(i).segments().stream().map(SegmentDefinition::id);
            checkOnce(report, "/models/" + i + "/segments/%d/id", segments);
        }
        checkOnce(report, "/imports/%d/id", vertical.imports().stream().map(i -> i.id()));
        checkOnce(report, "/tiles/%d/id", vertical.tiles().stream().map(t -> t.id()));
        checkVertical(vertical, report);
    }

    private static void checkVertical(VerticalDefinition vertical, Report report) {
        checkCurrency("/currency", vertical.currency(), report);
        List<String> activities =
                vertical.activities().stream().map(ActivityDefinition::id).toList();
        if (report.requireReference("/primaryActivity", vertical.primaryActivity(), activities)) {
            ActivityDefinition activity = vertical.activity(vertical.primaryActivity());
            if (activity != null && activity.amount() == null) {
                report.add(FindingKind.WRONG_KIND, "/primaryActivity", activity.id(), "amount");
            }
        }
        List<String> metrics =
                vertical.metrics().stream().map(MetricDefinition::id).toList();
        if (report.requireReference("/valueMetric", vertical.valueMetric(), metrics)) {
            MetricDefinition metric = vertical.metric(vertical.valueMetric());
            if (metric != null && metric.type() == MetricDefinition.ValueType.DATE) {
                report.add(FindingKind.WRONG_KIND, "/valueMetric", metric.id(), Words.NUMBER);
            }
        }
    }

    static void checkCurrency(String path, String code, Report report) {
        boolean known = Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code));
        if (!known) {
            report.add(FindingKind.BAD_FORMAT, path, code, "ISO 4217");
        }
    }

    /** Attributes and metrics are variables of the same conditions. */
    private static void checkVariables(VerticalDefinition vertical, Report report) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < vertical.attributes().size(); i++) {
            checkVariable(
                    report,
                    "/attributes/" + i + "/id",
                    vertical.attributes().get(i).id(),
                    seen);
        }
        for (int i = 0; i < vertical.metrics().size(); i++) {
            checkVariable(
                    report, "/metrics/" + i + "/id", vertical.metrics().get(i).id(), seen);
        }
    }

    private static void checkVariable(Report report, String path, String id, Set<String> seen) {
        if (LANGUAGE.contains(id) || COLUMNS.contains(id) || id.startsWith(Scope.SEGMENT_PREFIX)) {
            report.add(FindingKind.RESERVED_ID, path, id);
        }
        if (!seen.add(id)) {
            report.add(FindingKind.DUPLICATE_ID, path, id);
        }
    }

    private static void checkActivities(List<ActivityDefinition> activities, Report report) {
        checkOnce(report, "/activities/%d/id", activities.stream().map(ActivityDefinition::id));
        for (int i = 0; i < activities.size(); i++) {
            if (activities.get(i).id().equals("customer")) {
                report.add(FindingKind.RESERVED_ID, "/activities/" + i + "/id", "customer");
            }
            checkFields(activities.get(i), "/activities/" + i + "/fields/", report);
        }
    }

    private static void checkFields(ActivityDefinition activity, String path, Report report) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < activity.fields().size(); i++) {
            String id = activity.fields().get(i).id();
            if (id.equals(Scope.DAYS_AGO)) {
                report.add(FindingKind.RESERVED_ID, path + i + "/id", id);
            }
            checkVariable(report, path + i + "/id", id, seen);
        }
    }

    private static void checkOnce(Report report, String path, Stream<String> ids) {
        Set<String> seen = new HashSet<>();
        int i = 0;
        for (String id : ids.toList()) {
            if (!seen.add(id)) {
                report.add(FindingKind.DUPLICATE_ID, path.formatted(i), id);
            }
            i++;
        }
    }
}
