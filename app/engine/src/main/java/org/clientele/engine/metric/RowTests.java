package org.clientele.engine.metric;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.engine.activity.RowSet;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.DayRange;
import org.clientele.engine.condition.RowVariables;
import org.clientele.engine.condition.Variables;
import org.clientele.plugins.definition.CheckedExpression;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of metrics on the rows of one kind of activity as of a day. One that several metrics share is computed once for all
 * rows, a bit each, and kept for other days where it does not depend on the day.
 */
final class RowTests {
    private final DayWatch variables;
    private final ActivityColumns rows;
    private final int asOf;
    private final KeptRows kept;
    private final Map<String, Integer> uses = new HashMap<>();
    private final Map<String, Optional<RowSet.RowTest>> shared = new HashMap<>();

    RowTests(ActivityColumns rows, int asOf, List<DayRange> conditions, KeptRows kept) {
        this.rows = rows;
        this.asOf = asOf;
        this.kept = kept;
        this.variables = new DayWatch(new RowVariables(rows, "", LocalDate.ofEpochDay(asOf)));
        conditions.forEach(condition -> uses.merge(condition.rest(), 1, Integer::sum));
    }

    ActivityColumns rows() {
        return rows;
    }

    RowSet.Where where(@Nullable DayRange range) {
        return range == null
                ? RowSet.Where.ALL
                : new RowSet.Where(test(range), range.firstDay(asOf), range.lastDay(asOf));
    }

    private RowSet.@Nullable RowTest test(DayRange range) {
        String rest = range.rest();
        if (rest.isEmpty()) {
            return null;
        }
        if (uses.getOrDefault(rest, 1) > 1) {
            return shared.computeIfAbsent(rest, text -> test(bits(range))).orElse(null);
        }
        Condition condition = range.bind(variables);
        return condition == null ? null : condition::holds;
    }

    /** What all rows meet need not be asked of each. */
    private Optional<RowSet.RowTest> test(BitSet holding) {
        return holding.cardinality() == rows.size() ? Optional.empty() : Optional.of(holding::get);
    }

    private BitSet bits(DayRange range) {
        String name = rows.activity() + " " + range.rest();
        BitSet known = kept.of(name);
        if (known != null) {
            return known;
        }
        variables.dayAsked = false;
        Condition condition = range.bind(variables);
        BitSet holding = condition == null ? new BitSet() : condition.holding(rows.size());
        if (!variables.dayAsked) {
            kept.keep(name, holding);
        }
        return holding;
    }

    Condition condition(CheckedExpression expression) {
        return Conditions.bind(expression, variables);
    }

    /** Notes whether what is bound depends on the day. */
    private static final class DayWatch implements Variables {
        private final RowVariables rows;
        private boolean dayAsked;

        DayWatch(RowVariables rows) {
            this.rows = rows;
        }

        @Override
        public LocalDate asOf() {
            dayAsked = true;
            return rows.asOf();
        }

        @Override
        public @Nullable Column column(String name) {
            return rows.column(name);
        }

        @Override
        public @Nullable RowNumber computed(String name) {
            RowNumber computed = rows.computed(name);
            dayAsked |= computed != null;
            return computed;
        }
    }
}
