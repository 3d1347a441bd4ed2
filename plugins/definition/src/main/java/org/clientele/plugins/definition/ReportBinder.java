package org.clientele.plugins.definition;

import static org.clientele.plugins.definition.Nodes.list;
import static org.clientele.plugins.definition.Nodes.optional;
import static org.clientele.plugins.definition.Nodes.text;
import static org.clientele.plugins.definition.Nodes.texts;
import static org.clientele.plugins.definition.Nodes.word;

import java.util.List;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.ReportDefinition.Customers;
import org.clientele.plugins.api.ReportDefinition.Funnel;
import org.clientele.plugins.api.ReportDefinition.Groups;
import org.clientele.plugins.api.ReportDefinition.Periods;
import org.clientele.plugins.api.ReportDefinition.Pivot;
import org.clientele.plugins.api.RoleName;
import org.clientele.plugins.api.TileDefinition;
import tools.jackson.databind.JsonNode;

/** Makes reports and tiles of the nodes that the schema has accepted. */
final class ReportBinder {
    private static final int PIVOT_ROWS = 50;
    private static final int PIVOT_COLUMNS = 12;

    private ReportBinder() {}

    static ReportDefinition report(JsonNode node) {
        return switch (text(node, "kind")) {
            case "groups" -> groups(node);
            case "customers" -> customers(node);
            case "periods" -> periods(node);
            case "pivot" -> pivot(node);
            case "funnel" -> funnel(node);
            default -> throw new IllegalStateException("The schema let report kind " + text(node, "kind") + " pass");
        };
    }

    private static Groups groups(JsonNode node) {
        return new Groups(
                text(node, "id"),
                optional(node, "when"),
                roles(node),
                optional(node, "source"),
                texts(node, "by"),
                optional(node, "columnsBy"),
                list(node, "measures", ReportBinder::measure));
    }

    private static Customers customers(JsonNode node) {
        return new Customers(
                text(node, "id"),
                optional(node, "when"),
                roles(node),
                optional(node, "source"),
                texts(node, "columns"),
                optional(node, "sort"),
                node.path("descending").asBoolean(false),
                optional(node, "cumulative"));
    }

    private static Periods periods(JsonNode node) {
        return new Periods(
                text(node, "id"),
                optional(node, "when"),
                roles(node),
                optional(node, "source"),
                text(node, "activity"),
                optional(node, "where"),
                word(Periods.Period.class, node, "period"),
                optional(node, "by"));
    }

    private static Pivot pivot(JsonNode node) {
        return new Pivot(
                text(node, "id"),
                optional(node, "when"),
                roles(node),
                optional(node, "source"),
                text(node, "activity"),
                optional(node, "where"),
                text(node, "field"),
                optional(node, "sum"),
                node.path("rows").asInt(PIVOT_ROWS),
                node.path("columns").asInt(PIVOT_COLUMNS));
    }

    private static Funnel funnel(JsonNode node) {
        return new Funnel(
                text(node, "id"),
                optional(node, "when"),
                roles(node),
                optional(node, "source"),
                list(node, "steps", ReportBinder::step),
                optional(node, "by"));
    }

    static TileDefinition tile(JsonNode node) {
        return new TileDefinition(
                text(node, "id"),
                word(TileDefinition.Kind.class, node, "kind"),
                optional(node, "activity"),
                optional(node, "model"),
                optional(node, "segment"),
                optional(node, "by"),
                list(node, "measures", ReportBinder::measure),
                optional(node, "report"),
                list(node, "steps", ReportBinder::step),
                optional(node, "group"),
                node.path("lowerIsBetter").asBoolean(false));
    }

    private static Measure measure(JsonNode node) {
        return new Measure(
                text(node, "id"),
                word(Measure.Kind.class, node, "kind"),
                optional(node, "field"),
                optional(node, "when"),
                optional(node, "per"),
                optional(node, "perField"));
    }

    private static Funnel.Step step(JsonNode node) {
        return new Funnel.Step(text(node, "id"), text(node, "when"));
    }

    private static List<RoleName> roles(JsonNode node) {
        return Nodes.words(RoleName.class, node, "roles");
    }
}
