package org.clientele.engine.condition;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.List;
import java.util.function.Function;
import org.clientele.engine.activity.DayTotals;
import org.clientele.engine.activity.RowRanges;
import org.clientele.engine.activity.RowSet;
import org.clientele.engine.activity.Scratch;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Binds the numbers of a customer's rows of an activity. Where the expression's variables remember, which rows meet a condition is found once for all
 * days, and the first row of each customer is looked for near that of a day looked at before.
 */
final class RowNumbers {
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final CheckedExpression expression;
    private final Variables variables;

    RowNumbers(CheckedExpression expression, Variables variables) {
        this.expression = expression;
        this.variables = variables;
    }

    /** {@code count(activity, days, condition)}: events, not rows. */
    NumberNode count(CelCall call) {
        List<CelExpr> args = call.args();
        Window window = window(args.getFirst().ident().name(), args);
        RowSet set = window.set();
        return kept(call, window, customer -> set.events(customer, SCRATCH.get()), remembered -> {
            RowRanges ranges = window.ranges(remembered, true);
            return near(new Counts(ranges), window.totals(remembered, ranges, null, "events"), ranges, 1);
        });
    }

    /** {@code sum(activity.field, days, condition)}. */
    NumberNode sum(CelCall call) {
        List<CelExpr> args = call.args();
        String field = args.getFirst().ident().name();
        String activity = Scope.activityOf(field).orElse(field);
        Window window = window(activity, args);
        if (!(window.rows().column(field.substring(activity.length() + 1)) instanceof MeasureColumn column)) {
            throw new IllegalArgumentException(
                    "The sum in \"%s\" needs field %s as a number: load every field that conditions name"
                            .formatted(expression.text(), field));
        }
        double unit = column instanceof MoneyColumn money ? Math.pow(10, money.fractionDigits()) : 1;
        RowSet set = window.set();
        return kept(call, window, customer -> set.total(column, customer, SCRATCH.get()) / unit, remembered -> {
            RowRanges ranges = window.ranges(remembered, false);
            DayTotals totals = window.totals(remembered, ranges, column, field);
            return near(new Totals(ranges, column, unit), totals, ranges, unit);
        });
    }

    private static NumberNode near(OfMany found, @Nullable DayTotals totals, RowRanges ranges, double unit) {
        return totals == null ? found : new Near(found, totals, ranges.firstDay(), unit);
    }

    /** A number that is found for many customers at once. */
    private interface OfMany extends NumberNode {
        @Override
        default double at(int row) {
            double[] one = new double[1];
            at(row, row + 1, one);
            return one[0];
        }

        @Override
        void at(int from, int to, double[] out);
    }

    private record Counts(RowRanges rows) implements OfMany {
        @Override
        public void at(int from, int to, double[] out) {
            rows.events(from, to, SCRATCH.get(), out);
        }
    }

    private record Totals(RowRanges rows, MeasureColumn column, double unit) implements OfMany {
        @Override
        public void at(int from, int to, double[] out) {
            rows.totals(column, from, to, SCRATCH.get(), out);
            for (int i = 0; i < to - from; i++) {
                out[i] /= unit;
            }
        }
    }

    /** Known but for some customers, who are looked for. */
    private record Near(OfMany found, DayTotals totals, int firstDay, double unit) implements OfMany {
        private static final int FEW = 8;

        @Override
        public void at(int from, int to, double[] out) {
            if (from % Scratch.CUSTOMERS != 0) {
                found.at(from, to, out);
                return;
            }
            long unknown = totals.at(firstDay, from, to, out);
            for (int i = 0; i < to - from; i++) {
                out[i] /= unit;
            }
            if (unknown != 0) {
                look(unknown, from, to, out);
            }
        }

        private void look(long unknown, int from, int to, double[] out) {
            boolean few = Long.bitCount(unknown) <= FEW;
            double[] all = SCRATCH.get().numbers();
            if (!few) {
                found.at(from, to, all);
            }
            for (long left = unknown; left != 0; left &= left - 1) {
                int which = Long.numberOfTrailingZeros(left);
                out[which] = few ? found.at(from + which) : all[which];
            }
        }
    }

    private NumberNode kept(CelCall call, Window window, NumberNode one, Function<Remembered, NumberNode> ofMany) {
        Remembered remembered = variables.remembered();
        return remembered == null
                ? one
                : new NumberNode.Kept(
                        one,
                        () -> ofMany.apply(remembered),
                        window.rows().customers(),
                        Binder.text(CelExpr.newBuilder().setCall(call).build(), expression),
                        remembered);
    }

    /** Of all days up to the as-of day, or the last ones, or some of their rows. */
    private Window window(String activity, List<CelExpr> args) {
        ActivityColumns rows = variables.activity(activity);
        if (rows == null) {
            throw new IllegalArgumentException(
                    "Activity %s of \"%s\" is not known here".formatted(activity, expression.text()));
        }
        int asOf = Math.toIntExact(variables.asOf().toEpochDay());
        int first = args.size() < 2 ? Integer.MIN_VALUE : asOf - (int) Binder.constant(args.get(1)) + 1;
        if (args.size() < 3) {
            return new Window(rows, first, asOf, null, "");
        }
        CelExpr where = args.get(2);
        Binder ofRows = new Binder(expression, new RowVariables(rows, activity + ".", variables.asOf()));
        return new Window(rows, first, asOf, ofRows.truth(where), Binder.text(where, expression));
    }
}
