package org.clientele.plugins.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition.Rfm;
import org.clientele.plugins.api.VerticalDefinition;

/** The metrics, cut points and grid of an RFM model. */
final class RfmCheck {
    private final String path;
    private final VerticalDefinition vertical;
    private final Report report;

    RfmCheck(String path, VerticalDefinition vertical, Report report) {
        this.path = path;
        this.vertical = vertical;
        this.report = report;
    }

    void check(Rfm model) {
        checkRecency(model.recency());
        ModelCheck.requireNumber(path + "/frequency", model.frequency(), vertical, report);
        ModelCheck.requireNumber(path + "/monetary", model.monetary(), vertical, report);
        checkCuts("recencyCuts", model.recencyCuts());
        checkCuts("frequencyCuts", model.frequencyCuts());
        checkCuts("monetaryCuts", model.monetaryCuts());
        checkGrid(model);
    }

    private void checkRecency(String id) {
        List<String> days = vertical.metrics().stream()
                .filter(m -> m.type() == ValueType.DAYS)
                .map(MetricDefinition::id)
                .toList();
        MetricDefinition metric = vertical.metric(id);
        if (metric != null && metric.type() != ValueType.DAYS) {
            report.add(FindingKind.WRONG_KIND, path + "/recency", id, Words.DAYS);
        } else {
            report.requireReference(path + "/recency", id, days);
        }
    }

    private void checkCuts(String key, List<Double> cuts) {
        for (int i = 1; i < cuts.size(); i++) {
            if (cuts.get(i) <= cuts.get(i - 1)) {
                report.add(FindingKind.NOT_ASCENDING, path + "/" + key + "/" + i, cuts.get(i));
            }
        }
    }

    private void checkGrid(Rfm model) {
        List<String> segments = ModelCheck.segmentIds(model);
        Set<String> reached = new HashSet<>();
        for (int row = 0; row < model.grid().size(); row++) {
            List<String> cells = model.grid().get(row);
            for (int column = 0; column < cells.size(); column++) {
                report.requireReference(path + "/grid/" + row + "/" + column, cells.get(column), segments);
                reached.add(cells.get(column));
            }
        }
        ModelCheck.checkReached(path, model, reached, report);
    }
}
