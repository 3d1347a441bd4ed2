package org.clientele.engine.condition.form;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.parser.CelUnparserFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.engine.condition.Operator;
import org.clientele.engine.condition.form.FormNode.Among;
import org.clientele.engine.condition.form.FormNode.Changed;
import org.clientele.engine.condition.form.FormNode.Compare;
import org.clientele.engine.condition.form.FormNode.Events;
import org.clientele.engine.condition.form.FormNode.Flag;
import org.clientele.engine.condition.form.FormNode.Group;
import org.clientele.engine.condition.form.FormNode.Known;
import org.clientele.engine.condition.form.FormNode.Operand;
import org.clientele.engine.condition.form.FormNode.Written;
import org.clientele.plugins.definition.CheckedExpression;
import org.jspecify.annotations.Nullable;

/** Reads a checked condition into a form; what no form shows stays as it is written. */
public final class FormReader {
    private static final String NOT = "!_";
    private static final String IS_MISSING = "missing";
    private static final Map<String, Operator> COMPARISONS = Map.of(
            "_<_", Operator.LESS,
            "_<=_", Operator.AT_MOST,
            "_>_", Operator.MORE,
            "_>=_", Operator.AT_LEAST,
            "_==_", Operator.EQUAL,
            "_!=_", Operator.NOT_EQUAL);
    private static final Map<Operator, Operator> MIRRORED = Map.of(
            Operator.LESS, Operator.MORE,
            Operator.MORE, Operator.LESS,
            Operator.AT_MOST, Operator.AT_LEAST,
            Operator.AT_LEAST, Operator.AT_MOST);
    private static final Set<String> ACTIVITIES = Set.of("count", "sum");
    private static final Map<String, Operator> TEXT_TESTS = Map.of(
            "startsWith", Operator.STARTS_WITH,
            "endsWith", Operator.ENDS_WITH,
            "contains", Operator.CONTAINS);

    private final CheckedExpression expression;

    private FormReader(CheckedExpression expression) {
        this.expression = expression;
    }

    /** The form of a condition. */
    public static FormNode read(CheckedExpression expression) {
        return new FormReader(expression).node(expression.tree().getExpr());
    }

    private FormNode node(CelExpr node) {
        FormNode shown =
                switch (node.getKind()) {
                    case IDENT -> new Flag(node.ident().name(), true);
                    case CALL -> call(node.call());
                    default -> null;
                };
        return shown == null ? written(node) : shown;
    }

    private @Nullable FormNode call(CelCall call) {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "_&&_", "_||_" -> group(call);
            case NOT -> negation(args.getFirst());
            case IS_MISSING -> new Known(args.getFirst().ident().name(), false);
            case "@in" -> among(args.getFirst(), args.getLast().list().elements());
            case "changed", "changed_from", "changed_to" -> changed(call);
            case "startsWith", "endsWith", "contains" ->
                compare(
                        call.target().orElseGet(args::getFirst),
                        Objects.requireNonNull(TEXT_TESTS.get(call.function())),
                        args.getLast());
            default -> {
                Operator operator = COMPARISONS.get(call.function());
                yield operator == null ? null : compare(args.getFirst(), operator, args.getLast());
            }
        };
    }

    private Group group(CelCall call) {
        List<FormNode> parts = new ArrayList<>();
        flatten(call, call.function(), parts);
        return new Group(call.function().equals("_&&_"), false, parts);
    }

    private void flatten(CelCall call, String function, List<FormNode> parts) {
        List<CelExpr> sides = call.args();
        for (CelExpr side : sides) {
            boolean same = side.getKind() == CelExpr.ExprKind.Kind.CALL
                    && side.call().function().equals(function);
            if (same) {
                flatten(side.call(), function, parts);
            } else {
                parts.add(node(side));
            }
        }
    }

    private FormNode negation(CelExpr inner) {
        FormNode node = node(inner);
        return switch (node) {
            case Flag(String field, boolean yes) -> new Flag(field, !yes);
            case Known(String field, boolean known) -> new Known(field, !known);
            case Group group when !group.negated() -> new Group(group.all(), true, group.parts());
            default -> new Group(true, true, List.of(node));
        };
    }

    private @Nullable FormNode compare(CelExpr left, Operator operator, CelExpr right) {
        String field = field(left);
        if (field != null) {
            Operand operand = operand(right);
            return operand == null ? null : new Compare(field, operator, operand);
        }
        if (isActivity(left)) {
            Operand operand = operand(right);
            return operand == null ? null : events(left.call(), operator, operand);
        }
        if (isActivity(right) && isComparison(operator)) {
            Operand operand = operand(left);
            return operand == null ? null : events(right.call(), MIRRORED.getOrDefault(operator, operator), operand);
        }
        String turned = isComparison(operator) ? field(right) : null;
        Operand operand = operand(left);
        return turned == null || operand == null
                ? null
                : new Compare(turned, MIRRORED.getOrDefault(operator, operator), operand);
    }

    /** A field that can be compared: a variable, or the days in a segment. */
    private static @Nullable String field(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            return node.ident().name();
        }
        boolean days = node.getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals("days_in");
        List<CelExpr> args = days ? node.call().args() : List.of();
        return days ? "days_in(" + args.getFirst().ident().name() + ")" : null;
    }

    private static Changed changed(CelCall call) {
        List<CelExpr> args = call.args();
        String field = args.getFirst().ident().name();
        int days = Math.toIntExact(args.getLast().constant().int64Value());
        String value = args.size() > 2 ? changeable(args.get(1).constant()) : null;
        boolean flag = value != null && args.get(1).constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE;
        return switch (call.function()) {
            case "changed_from" -> new Changed(field, value, null, days, flag);
            case "changed_to" -> new Changed(field, null, value, days, flag);
            default ->
                new Changed(
                        field,
                        value,
                        value == null ? null : changeable(args.get(2).constant()),
                        days,
                        flag);
        };
    }

    private static String changeable(CelConstant value) {
        return value.getKind() == CelConstant.Kind.BOOLEAN_VALUE
                ? String.valueOf(value.booleanValue())
                : value.stringValue();
    }

    private static boolean isComparison(Operator operator) {
        return operator == Operator.EQUAL || operator == Operator.NOT_EQUAL || MIRRORED.containsKey(operator);
    }

    private static boolean isActivity(CelExpr node) {
        return node.getKind() == CelExpr.ExprKind.Kind.CALL
                && ACTIVITIES.contains(node.call().function());
    }

    private Events events(CelCall call, Operator operator, Operand operand) {
        List<CelExpr> args = call.args();
        Integer days = args.size() < 2
                ? null
                : Integer.valueOf(Math.toIntExact(args.get(1).constant().int64Value()));
        FormNode where = args.size() < 3 ? null : node(args.get(2));
        return new Events(args.getFirst().ident().name(), days, where, operator, operand);
    }

    private @Nullable FormNode among(CelExpr subject, List<CelExpr> elements) {
        if (subject.getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return null;
        }
        List<Operand> values = new ArrayList<>();
        for (CelExpr element : elements) {
            Operand value = operand(element);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return new Among(subject.ident().name(), values);
    }

    private static @Nullable Operand operand(CelExpr node) {
        return switch (node.getKind()) {
            case IDENT -> new Operand.Field(node.ident().name());
            case CONSTANT -> constant(node.constant());
            case CALL -> called(node.call());
            default -> null;
        };
    }

    private static @Nullable Operand constant(CelConstant constant) {
        return switch (constant.getKind()) {
            case INT64_VALUE -> new Operand.Amount(BigDecimal.valueOf(constant.int64Value()));
            case DOUBLE_VALUE -> new Operand.Amount(BigDecimal.valueOf(constant.doubleValue()));
            case STRING_VALUE -> new Operand.Words(constant.stringValue());
            default -> null;
        };
    }

    private static @Nullable Operand called(CelCall call) {
        List<CelExpr> arguments = call.args();
        CelExpr argument = arguments.getFirst();
        return switch (call.function()) {
            case "date" -> new Operand.Day(LocalDate.parse(argument.constant().stringValue()));
            case "in_days", "in_months" -> {
                Integer offset = offset(argument);
                yield offset == null
                        ? null
                        : new Operand.FromToday(offset, call.function().equals("in_months"));
            }
            default -> null;
        };
    }

    private static @Nullable Integer offset(CelExpr node) {
        if (node.getKind() == CelExpr.ExprKind.Kind.CONSTANT) {
            return Math.toIntExact(node.constant().int64Value());
        }
        boolean negative = node.getKind() == CelExpr.ExprKind.Kind.CALL
                && node.call().function().equals("-_");
        if (!negative) {
            return null;
        }
        List<CelExpr> arguments = node.call().args();
        return Math.toIntExact(-arguments.getFirst().constant().int64Value());
    }

    private Written written(CelExpr node) {
        CelAbstractSyntaxTree part =
                CelAbstractSyntaxTree.newParsedAst(node, expression.tree().getSource());
        return new Written(CelUnparserFactory.newUnparser().unparse(part));
    }
}
