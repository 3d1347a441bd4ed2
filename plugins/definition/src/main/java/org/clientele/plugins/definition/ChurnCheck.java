package org.clientele.plugins.definition;

import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition.Churn;
import org.clientele.plugins.api.VerticalDefinition;

/** The features of a churn model can be counted or standardised, and its borders cut probabilities into its segments. */
final class ChurnCheck {
    private final String path;
    private final VerticalDefinition vertical;
    private final Report report;

    ChurnCheck(String path, VerticalDefinition vertical, Report report) {
        this.path = path;
        this.vertical = vertical;
        this.report = report;
    }

    void check(Churn model, Declared declared) {
        Scope scope = Scope.model(vertical, model.id(), Map.of());
        report.check(path + "/population", model.population(), scope);
        report.check(path + "/outcome", model.outcome(), scope);
        for (int i = 0; i < model.features().size(); i++) {
            String feature = model.features().get(i);
            String place = path + "/features/" + i;
            if (declared.requireVariable(place, feature) && !isFeature(feature)) {
                report.add(FindingKind.WRONG_KIND, place, feature, Words.NUMBER, Words.CHOICE, Words.TRUTH);
            }
        }
        checkBorders(model);
        checkLeft(model);
    }

    /** A text has as many values as customers, and a date is no quantity. */
    private boolean isFeature(String id) {
        AttributeDefinition attribute = vertical.attribute(id);
        MetricDefinition metric = vertical.metric(id);
        return attribute != null
                ? attribute.type() != FieldType.TEXT && attribute.type() != FieldType.DATE
                : metric != null && metric.type() != ValueType.DATE;
    }

    private void checkBorders(Churn model) {
        List<Double> borders = model.borders();
        int expected = model.segments().size() - (model.left() == null ? 1 : 2);
        if (borders.size() != expected) {
            report.add(FindingKind.WRONG_COUNT, path + "/borders", borders.size(), String.valueOf(expected));
        }
        for (int i = 1; i < borders.size(); i++) {
            if (borders.get(i) <= borders.get(i - 1)) {
                report.add(FindingKind.NOT_ASCENDING, path + "/borders/" + i, borders.get(i));
            }
        }
    }

    private void checkLeft(Churn model) {
        String left = model.left();
        String last = model.segments().getLast().id();
        if (left != null
                && report.requireReference(path + "/left", left, ModelCheck.segmentIds(model))
                && !left.equals(last)) {
            report.add(FindingKind.WRONG_KIND, path + "/left", left, last);
        }
    }
}
