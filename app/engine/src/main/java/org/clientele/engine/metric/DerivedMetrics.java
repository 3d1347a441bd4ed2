package org.clientele.engine.metric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.NumberExpression;
import org.clientele.engine.condition.Variables;
import org.clientele.engine.numeric.Blocks;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;

/** Metrics that have no rows of their own: formulas and points, from attributes and the metrics before them, and look-ups. */
final class DerivedMetrics {
    private static final double DECIMALS = 1e12;
    private static final double EXACT = 1_000;
    /** So many customers are worth a thread. */
    private static final int WORTH = 16_384;

    private final Map<String, CheckedExpression> formulas = new HashMap<>();
    private final Map<String, List<CheckedExpression>> conditions = new HashMap<>();
    private final Map<String, Lookup> lookups = new HashMap<>();

    static boolean isDerived(MetricDefinition metric) {
        return switch (metric.aggregate()) {
            case FORMULA, POINTS, LOOKUP -> true;
            default -> false;
        };
    }

    /** Takes a metric in; fails when an expression does not pass the check that reading a definition makes. */
    void check(MetricDefinition metric, VerticalDefinition vertical, List<MetricDefinition> earlier) {
        String place = "Metric " + metric.id();
        if (metric.aggregate() == Aggregate.POINTS) {
            conditions.put(metric.id(), points(metric, Scope.points(vertical, earlier), place));
            return;
        }
        if (metric.aggregate() == Aggregate.LOOKUP) {
            lookups.put(metric.id(), Lookup.of(metric, vertical));
            return;
        }
        String formula = metric.formula();
        if (formula == null) {
            throw new IllegalArgumentException(place + " needs a formula");
        }
        formulas.put(metric.id(), Conditions.checked(formula, Scope.formula(vertical, earlier), place));
    }

    private static List<CheckedExpression> points(MetricDefinition metric, Scope scope, String place) {
        List<CheckedExpression> checked = new ArrayList<>();
        for (MetricDefinition.Points points : metric.points()) {
            checked.add(Conditions.checked(points.when(), scope, place + ", points"));
        }
        return checked;
    }

    /** The attributes and metrics that a metric is computed from. */
    Set<String> reads(MetricDefinition metric) {
        Set<String> names = new LinkedHashSet<>();
        CheckedExpression formula = formulas.get(metric.id());
        if (formula != null) {
            names.addAll(formula.variables());
        }
        conditions.getOrDefault(metric.id(), List.of()).forEach(condition -> names.addAll(condition.variables()));
        return names;
    }

    MeasureColumn compute(MetricDefinition metric, Variables variables, VerticalColumns data) {
        Lookup lookup = lookups.get(metric.id());
        int customers = data.customers().size();
        if (lookup != null) {
            return lookup.column(data);
        }
        CheckedExpression formula = formulas.get(metric.id());
        return formula != null
                ? formula(Conditions.bindNumber(formula, variables), customers)
                : points(metric, conditions.getOrDefault(metric.id(), List.of()), variables, customers);
    }

    private static NumberColumn formula(NumberExpression expression, int customers) {
        double[] values = new double[customers];
        Blocks.run(customers, WORTH, (from, to) -> {
            for (int customer = from; customer < to; customer++) {
                values[customer] = asWritten(expression.at(customer));
            }
        });
        return NumberColumn.of(values);
    }

    /** As decimals are written, so that 16.08 kW for a load of 13.4 kW are the 120 % that a border asks for and not a shade less. */
    private static double asWritten(double value) {
        return Math.abs(value) < EXACT ? Math.rint(value * DECIMALS) / DECIMALS : value;
    }

    /** Added up as decimals are written, so that 0.1 and 0.2 make 0.3 in every order. */
    private static NumberColumn points(
            MetricDefinition metric, List<CheckedExpression> conditions, Variables variables, int customers) {
        List<BigDecimal> worth = metric.points().stream()
                .map(points -> BigDecimal.valueOf(points.points()))
                .toList();
        int digits =
                Math.max(0, worth.stream().mapToInt(BigDecimal::scale).max().orElse(0));
        double unit = Math.pow(10, digits);
        double[] sums = new double[customers];
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = Conditions.bind(conditions.get(i), variables);
            double steps = worth.get(i).movePointRight(digits).doubleValue();
            Blocks.run(customers, WORTH, (from, to) -> {
                for (int customer = from; customer < to; customer++) {
                    sums[customer] += condition.holds(customer) ? steps : 0;
                }
            });
        }
        for (int customer = 0; customer < customers; customer++) {
            sums[customer] /= unit;
        }
        return NumberColumn.of(sums);
    }
}
