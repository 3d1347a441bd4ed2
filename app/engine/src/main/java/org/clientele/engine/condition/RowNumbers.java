package org.clientele.engine.condition;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.List;
import org.clientele.engine.activity.RowSet;
import org.clientele.engine.activity.Scratch;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;

/** Binds the numbers of a customer's rows of an activity; computed once for all customers where the expression's variables remember. */
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
        RowSet set = rows(args.getFirst().ident().name(), args);
        return kept(call, set, set::events);
    }

    /** A number of a customer's rows. */
    private interface OfRows {
        double of(int customer, Scratch scratch);
    }

    private NumberNode kept(CelCall call, RowSet set, OfRows number) {
        NumberNode each = customer -> number.of(customer, SCRATCH.get());
        Remembered remembered = variables.remembered();
        if (remembered == null) {
            return each;
        }
        NumberNode.Filling filling = (from, to, numbers) -> {
            Scratch scratch = SCRATCH.get();
            for (int customer = from; customer < to; customer++) {
                numbers[customer] = number.of(customer, scratch);
            }
        };
        String text = Binder.text(CelExpr.newBuilder().setCall(call).build(), expression);
        return new NumberNode.Kept(each, filling, set.rows().customers(), text, remembered);
    }

    /** {@code sum(activity.field, days, condition)}. */
    NumberNode sum(CelCall call) {
        List<CelExpr> args = call.args();
        String field = args.getFirst().ident().name();
        String activity = Scope.activityOf(field).orElse(field);
        RowSet set = rows(activity, args);
        if (!(set.rows().column(field.substring(activity.length() + 1)) instanceof MeasureColumn column)) {
            throw new IllegalArgumentException(
                    "The sum in \"%s\" needs field %s as a number: load every field that conditions name"
                            .formatted(expression.text(), field));
        }
        double unit = column instanceof MoneyColumn money ? Math.pow(10, money.fractionDigits()) : 1;
        return kept(call, set, (customer, scratch) -> set.total(column, customer, scratch) / unit);
    }

    /** The rows that {@code count} or {@code sum} looks at: of all days up to the as-of day, or the last ones, or some of those. */
    private RowSet rows(String activity, List<CelExpr> args) {
        ActivityColumns rows = variables.activity(activity);
        if (rows == null) {
            throw new IllegalArgumentException(
                    "Activity %s of \"%s\" is not known here".formatted(activity, expression.text()));
        }
        int asOf = Math.toIntExact(variables.asOf().toEpochDay());
        int first = args.size() < 2 ? Integer.MIN_VALUE : asOf - (int) Binder.constant(args.get(1)) + 1;
        if (args.size() < 3) {
            return new RowSet(rows, RowSet.Where.ALL, first, asOf);
        }
        TruthNode where =
                new Binder(expression, new RowVariables(rows, activity + ".", variables.asOf())).truth(args.get(2));
        return new RowSet(rows, RowSet.Where.of(row -> where.at(row) == Kleene.TRUE), first, asOf);
    }
}
