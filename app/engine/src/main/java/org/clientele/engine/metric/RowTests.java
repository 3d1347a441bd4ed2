package org.clientele.engine.metric;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.engine.activity.RowSet;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.RowVariables;
import org.clientele.engine.condition.Variables;
import org.clientele.plugins.definition.CheckedExpression;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of metrics on the rows of one kind of activity as of a day. One that several metrics share is computed once for all
 * rows, a bit each.
 */
final class RowTests {
    private final Variables variables;
    private final ActivityColumns rows;
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, RowSet.RowTest> shared = new HashMap<>();

    RowTests(ActivityColumns rows, int asOf, List<CheckedExpression> conditions) {
        this.rows = rows;
        this.variables = new RowVariables(rows, "", LocalDate.ofEpochDay(asOf));
        conditions.forEach(condition -> uses.merge(condition.text(), 1, Integer::sum));
    }

    ActivityColumns rows() {
        return rows;
    }

    RowSet.@Nullable RowTest where(@Nullable CheckedExpression expression) {
        if (expression == null) {
            return null;
        }
        return uses.getOrDefault(expression.text(), 1) == 1
                ? condition(expression)::holds
                : shared.computeIfAbsent(expression.text(), text -> bits(condition(expression)));
    }

    private RowSet.RowTest bits(Condition condition) {
        BitSet holding = condition.holding(rows.size());
        return holding::get;
    }

    Condition condition(CheckedExpression expression) {
        return Conditions.bind(expression, variables);
    }
}
