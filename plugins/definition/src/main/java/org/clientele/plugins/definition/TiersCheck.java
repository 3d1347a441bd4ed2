package org.clientele.plugins.definition;

import java.util.List;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers;
import org.clientele.plugins.api.VerticalDefinition;
import tools.jackson.databind.JsonNode;

/** The borders of tiers: as many as needed and in an order that leaves no tier empty by construction. */
final class TiersCheck {
    private static final double TOLERANCE = 1e-9;

    private final String path;
    private final JsonNode node;
    private final VerticalDefinition vertical;
    private final Report report;

    TiersCheck(String path, JsonNode node, VerticalDefinition vertical, Report report) {
        this.path = path;
        this.node = node;
        this.vertical = vertical;
        this.report = report;
    }

    void check(Tiers model) {
        ModelCheck.requireNumber(path + "/metric", model.metric(), vertical, report);
        checkBorders(model);
    }

    void checkBorders(Tiers model) {
        switch (model.method()) {
            case PERCENTILE -> checkShares(model);
            case FIXED -> checkFixed(model);
            case CUMULATIVE -> checkCumulative(model);
        }
    }

    /** Looks at the file, because the record leaves the last share out. */
    private void checkShares(Tiers model) {
        if (!isGiven("shares", "borders")) {
            return;
        }
        JsonNode shares = node.path("shares");
        checkCount("shares", shares.size(), model.segments().size());
        double sum = 0;
        for (JsonNode share : shares) {
            sum += share.asDouble();
        }
        if (Math.abs(sum - 1) > TOLERANCE) {
            report.add(FindingKind.SHARES_NOT_ONE, path + "/shares", sum);
        }
    }

    private void checkFixed(Tiers model) {
        MetricDefinition metric = vertical.metric(model.metric());
        boolean lowerIsBetter = metric != null && metric.lowerIsBetter();
        checkBorders(model, lowerIsBetter);
    }

    private void checkCumulative(Tiers model) {
        checkBorders(model, true);
        for (int i = 0; i < model.borders().size(); i++) {
            double border = model.borders().get(i);
            if (border <= 0 || border >= 1) {
                report.add(FindingKind.OUT_OF_RANGE, path + "/borders/" + i, border, "> 0", "< 1");
            }
        }
    }

    private void checkBorders(Tiers model, boolean ascending) {
        if (!isGiven("borders", "shares")) {
            return;
        }
        List<Double> borders = model.borders();
        checkCount("borders", borders.size(), model.segments().size() - 1);
        for (int i = 1; i < borders.size(); i++) {
            int order = Double.compare(borders.get(i), borders.get(i - 1));
            if (ascending ? order <= 0 : order >= 0) {
                FindingKind kind = ascending ? FindingKind.NOT_ASCENDING : FindingKind.NOT_DESCENDING;
                report.add(kind, path + "/borders/" + i, borders.get(i));
            }
        }
    }

    private void checkCount(String key, int found, int expected) {
        if (found != expected) {
            report.add(FindingKind.WRONG_COUNT, path + "/" + key, found, String.valueOf(expected));
        }
    }

    private boolean isGiven(String key, String otherMethodsKey) {
        if (node.has(otherMethodsKey)) {
            report.addAtKey(FindingKind.NOT_ALLOWED_HERE, path + "/" + otherMethodsKey, otherMethodsKey, List.of(key));
        }
        if (!node.has(key)) {
            report.addAtKey(FindingKind.MISSING_KEY, path, key, List.of(key));
        }
        return node.has(key);
    }
}
