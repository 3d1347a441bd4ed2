package org.clientele.engine.condition;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * A condition on rows of activities, with the days that it allows apart from the rest. Rows stand in the order of their days, so the days
 * are found, not tested row by row, and the rest is often the same for many days and conditions. Immutable.
 */
public final class DayRange {
    private final CheckedExpression expression;
    private final List<CelExpr> rest = new ArrayList<>();
    private double least = Double.NEGATIVE_INFINITY;
    private double most = Double.POSITIVE_INFINITY;
    private String key = "";

    private DayRange(CheckedExpression expression) {
        this.expression = expression;
    }

    /** The parts of a condition; those that all must hold and compare the days since a row with a number make the range. */
    public static DayRange of(CheckedExpression expression) {
        DayRange range = new DayRange(expression);
        range.take(expression.tree().getExpr());
        range.key = range.rest.stream().map(DayRange::key).collect(Collectors.joining("&"));
        return range;
    }

    private void take(CelExpr node) {
        boolean call = node.getKind() == CelExpr.ExprKind.Kind.CALL;
        List<CelExpr> args = call ? node.call().args() : List.of();
        if (call && node.call().function().equals("_&&_")) {
            args.forEach(this::take);
        } else if (args.size() != 2 || !narrows(node.call().function(), args.get(0), args.get(1))) {
            rest.add(node);
        }
    }

    private boolean narrows(String function, CelExpr left, CelExpr right) {
        return isDays(left) ? narrows(function, right) : isDays(right) && narrows(mirrored(function), left);
    }

    private static boolean isDays(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.IDENT
                && node.ident().name().equals(Scope.DAYS_AGO);
    }

    private boolean narrows(String function, CelExpr limit) {
        if (limit.getKind() != CelExpr.ExprKind.Kind.CONSTANT
                || limit.constant().getKind() != CelConstant.Kind.INT64_VALUE) {
            return false;
        }
        double days = limit.constant().int64Value();
        switch (function) {
            case "_>=_" -> least = Math.max(least, days);
            case "_>_" -> least = Math.max(least, days + 1);
            case "_<=_" -> most = Math.min(most, days);
            case "_<_" -> most = Math.min(most, days - 1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static String mirrored(String function) {
        return switch (function) {
            case "_>=_" -> "_<=_";
            case "_>_" -> "_<_";
            case "_<=_" -> "_>=_";
            case "_<_" -> "_>_";
            default -> "";
        };
    }

    /** The first day allowed, {@link Integer#MIN_VALUE} when there is none. */
    public int firstDay(int asOf) {
        return (int) (asOf - most);
    }

    /** The last day allowed, {@link Integer#MAX_VALUE} when there is none. */
    public int lastDay(int asOf) {
        return (int) (asOf - least);
    }

    /** What is left, as text that is the same for equal parts only; empty when the days are all. */
    public String rest() {
        return key;
    }

    private static String key(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> node.ident().name();
            case CONSTANT -> key(node.constant());
            case CALL -> node.call().function() + keys(operands(node.call()));
            case LIST -> "list" + keys(node.list().elements());
            default -> node.toString();
        };
    }

    private static String key(CelConstant constant) {
        return constant.getKind() == CelConstant.Kind.STRING_VALUE
                ? constant.stringValue().length() + ":" + constant.stringValue()
                : constant.toString();
    }

    private static List<CelExpr> operands(CelCall call) {
        List<CelExpr> operands = new ArrayList<>();
        call.target().ifPresent(operands::add);
        operands.addAll(call.args());
        return operands;
    }

    private static String keys(List<CelExpr> nodes) {
        return nodes.stream().map(DayRange::key).collect(Collectors.joining(",", "(", ")"));
    }

    /** What is left, bound; null when the days are all. Fails as {@link Conditions#bind} does. */
    public @Nullable Condition bind(Variables variables) {
        Binder binder = new Binder(expression, variables);
        TruthNode all = null;
        for (CelExpr part : rest) {
            TruthNode truth = binder.truth(part);
            all = all == null ? truth : new TruthNode.And(all, truth);
        }
        return all == null ? null : new Condition(all, null);
    }
}
