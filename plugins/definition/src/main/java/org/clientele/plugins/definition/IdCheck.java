package org.clientele.plugins.definition;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
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

    /** The target of the customers themselves. */
    static final String CUSTOMER = "customer";

    /** What an import fills of a reference besides its fields. */
    static final String KEY = "key";

    @Override
    public void check(VerticalDefinition vertical, Report report) {
        checkVariables(vertical, report);
        checkReferences(vertical, report);
        checkVertical(vertical, report);
    }

    private static void checkVertical(VerticalDefinition vertical, Report report) {
        checkCurrency("/currency", vertical.currency(), report);
        new Declared(vertical, report).requireRevenue("/primaryActivity", vertical.primaryActivity());
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

    /** Activities and references are both targets of imports, as customers are. */
    private static void checkReferences(VerticalDefinition vertical, Report report) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < vertical.activities().size(); i++) {
            ActivityDefinition activity = vertical.activities().get(i);
            checkTarget("/activities/" + i + "/id", activity.id(), seen, report);
            checkFields(activity, "/activities/" + i + "/fields/", report);
        }
        for (int i = 0; i < vertical.references().size(); i++) {
            ReferenceDefinition reference = vertical.references().get(i);
            checkTarget("/references/" + i + "/id", reference.id(), seen, report);
            checkFields(reference, "/references/" + i + "/fields/", report);
        }
    }

    private static void checkTarget(String path, String id, Set<String> seen, Report report) {
        if (id.equals(CUSTOMER)) {
            report.add(FindingKind.RESERVED_ID, path, id);
        }
        if (!seen.add(id)) {
            report.add(FindingKind.DUPLICATE_ID, path, id);
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

    private static void checkFields(ReferenceDefinition reference, String path, Report report) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < reference.fields().size(); i++) {
            String id = reference.fields().get(i).id();
            if (id.equals(KEY)) {
                report.add(FindingKind.RESERVED_ID, path + i + "/id", id);
            }
            if (!seen.add(id)) {
                report.add(FindingKind.DUPLICATE_ID, path + i + "/id", id);
            }
        }
    }
}
