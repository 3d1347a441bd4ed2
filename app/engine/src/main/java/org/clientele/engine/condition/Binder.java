package org.clientele.engine.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelUnparserFactory;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.plugins.definition.CheckedExpression;
import org.jspecify.annotations.Nullable;

/** Walks a checked tree once and leaves nodes that know their columns. */
final class Binder {
    private static final Set<String> HISTORIES = Set.of("changed", "changed_from", "changed_to", "days_in");

    private final CheckedExpression expression;
    private final Variables variables;
    private final Map<String, HistoryColumns> pasts = new HashMap<>();

    Binder(CheckedExpression expression, Variables variables) {
        this.expression = expression;
        this.variables = variables;
    }

    TruthNode truth(CelExpr node) {
        TruthNode truth = bound(node);
        Remembered remembered = variables.remembered();
        return truth instanceof TruthNode.Leaf leaf && leaf.text() == null && remembered != null
                ? new TruthNode.Leaf(leaf.comparison(), key(node, remembered))
                : truth;
    }

    /** What was before may become more while the rows stay the same, so that every past has a key of its own. */
    private String key(CelExpr node, Remembered remembered) {
        StringBuilder key = new StringBuilder(text(node, expression));
        addPasts(node, remembered, key);
        return key.toString();
    }

    private void addPasts(CelExpr node, Remembered remembered, StringBuilder key) {
        if (node.getKind() != CelExpr.ExprKind.Kind.CALL) {
            return;
        }
        CelCall call = node.call();
        List<CelExpr> args = call.args();
        if (HISTORIES.contains(call.function())) {
            HistoryColumns past = past(args.getFirst().ident().name());
            key.append(" of ").append(remembered.past(Objects.requireNonNull(past)));
        }
        call.target().ifPresent(target -> addPasts(target, remembered, key));
        args.forEach(argument -> addPasts(argument, remembered, key));
    }

    /** The text of a part of an expression. */
    static String text(CelExpr node, CheckedExpression whole) {
        return CelUnparserFactory.newUnparser()
                .unparse(CelAbstractSyntaxTree.newParsedAst(node, whole.tree().getSource()));
    }

    private TruthNode bound(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT -> new TruthNode.Constant(node.constant().booleanValue());
            case IDENT -> flag(node.ident().name());
            case CALL -> truthCall(node.call());
            default -> throw unexpected(node);
        };
    }

    private TruthNode truthCall(CelCall call) {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "_&&_" -> new TruthNode.And(truth(args.get(0)), truth(args.get(1)));
            case "_||_" -> new TruthNode.Or(truth(args.get(0)), truth(args.get(1)));
            case "!_" -> truth(args.get(0)).negated();
            case "_?_:_" -> new TruthNode.Choice(truth(args.get(0)), truth(args.get(1)), truth(args.get(2)));
            case "_==_" -> compare(args.get(0), Operator.EQUAL, args.get(1));
            case "_!=_" -> compare(args.get(0), Operator.NOT_EQUAL, args.get(1));
            case "_<_" -> compare(args.get(0), Operator.LESS, args.get(1));
            case "_<=_" -> compare(args.get(0), Operator.AT_MOST, args.get(1));
            case "_>_" -> compare(args.get(0), Operator.MORE, args.get(1));
            case "_>=_" -> compare(args.get(0), Operator.AT_LEAST, args.get(1));
            case "@in" -> membership(args.get(0), args.get(1).list().elements());
            case "missing" -> missing(args.get(0).ident().name());
            case "startsWith" -> textTest(call, Operator.STARTS_WITH);
            case "endsWith" -> textTest(call, Operator.ENDS_WITH);
            case "contains" -> textTest(call, Operator.CONTAINS);
            case "changed", "changed_from", "changed_to" -> changed(call);
            default ->
                throw new IllegalArgumentException(
                        "Function %s in \"%s\" cannot be computed".formatted(call.function(), expression.text()));
        };
    }

    private TruthNode compare(CelExpr left, Operator operator, CelExpr right) {
        CelType type = type(left);
        if (type.equals(SimpleType.BOOL)) {
            return sameTruth(truth(left), truth(right), operator == Operator.EQUAL);
        }
        Operand leftSide = operand(left);
        Operand rightSide = operand(right);
        if (leftSide.constant() && !rightSide.constant()) {
            return compare(right, operator.mirrored(), left);
        }
        Comparison.Test test = type.equals(SimpleType.STRING)
                ? TextTests.of(text(left), operator, text(right))
                : NumberTests.of(number(left), operator, number(right));
        return new TruthNode.Leaf(new Comparison(test, leftSide, operator, List.of(rightSide)));
    }

    private static TruthNode sameTruth(TruthNode left, TruthNode right, boolean same) {
        if (right instanceof TruthNode.Constant constant) {
            return constant.value() == same ? left : left.negated();
        }
        if (left instanceof TruthNode.Constant constant) {
            return constant.value() == same ? right : right.negated();
        }
        return new TruthNode.Same(left, right, same);
    }

    private TruthNode membership(CelExpr subject, List<CelExpr> elements) {
        Comparison.Test test = type(subject).equals(SimpleType.STRING)
                ? TextTests.in(
                        text(subject),
                        elements.stream().map(e -> e.constant().stringValue()).toList())
                : NumberTests.in(
                        number(subject),
                        elements.stream().mapToDouble(e -> number(e).at(0)).toArray());
        List<Operand> list = elements.stream().map(this::operand).toList();
        return new TruthNode.Leaf(new Comparison(test, operand(subject), Operator.IN, list));
    }

    private TruthNode textTest(CelCall call, Operator operator) {
        List<CelExpr> args = call.args();
        CelExpr subject = call.target().orElseGet(() -> args.get(0));
        CelExpr part = args.getLast();
        Comparison.Test test = TextTests.of(text(subject), operator, text(part));
        return new TruthNode.Leaf(new Comparison(test, operand(subject), operator, List.of(operand(part))));
    }

    private TruthNode changed(CelCall call) {
        List<CelExpr> args = call.args();
        String name = args.getFirst().ident().name();
        History history = history(name);
        int first = history.asOf() - (int) constant(args.getLast()) + 1;
        boolean both = args.size() > 3;
        int before = both || call.function().equals("changed_from") ? code(history, args.get(1)) : History.ANY;
        int after = both
                ? code(history, args.get(2))
                : call.function().equals("changed_to") ? code(history, args.get(1)) : History.ANY;
        NumberNode last = lookingBack(
                history, row -> history.lastChange(row, before, after), name + " from " + before + " to " + after);
        Comparison.Test test = NumberTests.of(last, Operator.AT_LEAST, new NumberNode.Constant(first));
        Operand subject = new Operand(
                ExpressionText.of(call), null, null, false, row -> new Value.Flag(test.at(row) == Kleene.TRUE));
        return new TruthNode.Leaf(
                new Comparison(test, subject, Operator.EQUAL, List.of(Operand.constant(new Value.Flag(true)))));
    }

    private NumberNode daysIn(String name) {
        History history = history(name);
        return lookingBack(history, history::days, "days in " + name);
    }

    private NumberNode lookingBack(History history, NumberNode number, String text) {
        Remembered remembered = variables.remembered();
        return remembered == null
                ? number
                : new NumberNode.Kept(
                        number,
                        () -> number,
                        history.places().length,
                        text + " of " + remembered.past(history.periods()),
                        remembered);
    }

    private static int code(History history, CelExpr value) {
        return history.code(
                value.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE
                        ? String.valueOf(value.constant().booleanValue())
                        : value.constant().stringValue());
    }

    private History history(String name) {
        HistoryColumns periods = past(name);
        Column column = variables.column(name);
        if (periods == null || !(column instanceof CodeColumn || column instanceof FlagColumn)) {
            throw noColumn(name, "a text or flag with a history");
        }
        return History.of(
                periods,
                variables.places(periods),
                column,
                Math.toIntExact(variables.asOf().toEpochDay()));
    }

    /** The same one for all of the expression, were another one loaded meanwhile. */
    private @Nullable HistoryColumns past(String name) {
        return pasts.computeIfAbsent(name, variables::history);
    }

    private TruthNode missing(String name) {
        Column column = variables.column(name);
        if (column == null) {
            return new TruthNode.Constant(false);
        }
        Comparison.Test test = row -> Kleene.of(column.isMissing(row));
        return new TruthNode.Leaf(new Comparison(test, Operand.column(name, column), Operator.MISSING, List.of()));
    }

    private TruthNode flag(String name) {
        if (!(variables.column(name) instanceof FlagColumn column)) {
            throw noColumn(name, "a flag");
        }
        Operand yes = Operand.constant(new Value.Flag(true));
        return new TruthNode.Leaf(
                new Comparison(column::get, Operand.column(name, column), Operator.EQUAL, List.of(yes)));
    }

    NumberNode number(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT -> new NumberNode.Constant(constant(node));
            case IDENT -> numberVariable(node.ident().name());
            case CALL -> numberCall(node.call());
            default -> throw unexpected(node);
        };
    }

    static double constant(CelExpr node) {
        return switch (node.constant().getKind()) {
            case INT64_VALUE -> (double) node.constant().int64Value();
            default -> node.constant().doubleValue();
        };
    }

    private NumberNode numberVariable(String name) {
        Double parameter = variables.parameter(name);
        if (parameter != null) {
            return new NumberNode.Constant(parameter);
        }
        Variables.RowNumber computed = variables.computed(name);
        if (computed != null) {
            return computed::at;
        }
        if (!(variables.column(name) instanceof MeasureColumn column)) {
            throw noColumn(name, "a number or date");
        }
        return new NumberNode.Measure(column);
    }

    private NumberNode numberCall(CelCall call) {
        List<CelExpr> args = call.args();
        return switch (call.function()) {
            case "date" ->
                new NumberNode.Constant(
                        LocalDate.parse(args.get(0).constant().stringValue()).toEpochDay());
            case "in_days" ->
                new NumberNode.Constant(variables.asOf().plusDays(offset(args)).toEpochDay());
            case "in_months" ->
                new NumberNode.Constant(
                        variables.asOf().plusMonths(offset(args)).toEpochDay());
            case "days_until" -> {
                NumberNode day = number(args.get(0));
                long asOf = variables.asOf().toEpochDay();
                yield row -> day.at(row) - asOf;
            }
            case "_?_:_" -> numberChoice(args);
            case "count" -> new RowNumbers(expression, variables).count(call);
            case "sum" -> new RowNumbers(expression, variables).sum(call);
            case "days_in" -> daysIn(args.getFirst().ident().name());
            default -> {
                NumberNode first = number(args.get(0));
                yield args.size() == 1
                        ? Arithmetic.negation(first)
                        : Arithmetic.of(call.function(), first, number(args.get(1)));
            }
        };
    }

    private long offset(List<CelExpr> args) {
        return (long) number(args.get(0)).at(0);
    }

    private NumberNode numberChoice(List<CelExpr> args) {
        TruthNode when = truth(args.get(0));
        NumberNode then = number(args.get(1));
        NumberNode otherwise = number(args.get(2));
        return row -> switch (when.at(row)) {
            case Kleene.TRUE -> then.at(row);
            case Kleene.FALSE -> otherwise.at(row);
            default -> Double.NaN;
        };
    }

    private TextNode text(CelExpr node) {
        return switch (node.getKind()) {
            case CONSTANT -> new TextNode.Constant(node.constant().stringValue());
            case IDENT -> textVariable(node.ident().name());
            case CALL -> textChoice(node.call().args());
            default -> throw unexpected(node);
        };
    }

    private TextNode textVariable(String name) {
        if (!(variables.column(name) instanceof CodeColumn column)) {
            throw noColumn(name, "a text");
        }
        return new TextNode.Coded(column);
    }

    private TextNode textChoice(List<CelExpr> args) {
        TruthNode when = truth(args.get(0));
        TextNode then = text(args.get(1));
        TextNode otherwise = text(args.get(2));
        return row -> switch (when.at(row)) {
            case Kleene.TRUE -> then.at(row);
            case Kleene.FALSE -> otherwise.at(row);
            default -> null;
        };
    }

    private Operand operand(CelExpr node) {
        CelType type = type(node);
        if (node.getKind() == CelExpr.ExprKind.Kind.IDENT) {
            String name = node.ident().name();
            Double parameter = variables.parameter(name);
            Column column = variables.column(name);
            if (parameter != null) {
                return Operand.parameter(name, parameter);
            }
            if (column != null) {
                return Operand.column(name, column);
            }
        }
        if (type.equals(SimpleType.STRING)) {
            return textOperand(node, text(node));
        }
        return numberOperand(node, number(node), type.equals(SimpleType.TIMESTAMP));
    }

    private static Operand textOperand(CelExpr node, TextNode text) {
        if (text instanceof TextNode.Constant constant) {
            return Operand.constant(new Value.Text(constant.text()));
        }
        return new Operand(ExpressionText.of(node), null, null, false, row -> shown(text.at(row)));
    }

    private static Value shown(@Nullable String text) {
        return text == null ? Value.MISSING : new Value.Text(text);
    }

    private static Operand numberOperand(CelExpr node, NumberNode number, boolean date) {
        if (number instanceof NumberNode.Constant constant) {
            return Operand.constant(shown(constant.value(), date));
        }
        return new Operand(ExpressionText.of(node), null, null, false, row -> shown(number.at(row), date));
    }

    private static Value shown(double value, boolean date) {
        return date && Double.isFinite(value)
                ? new Value.Date(LocalDate.ofEpochDay((long) value))
                : Operand.number(value);
    }

    private CelType type(CelExpr node) {
        return expression
                .tree()
                .getType(node.id())
                .orElseThrow(() -> new IllegalArgumentException(
                        "The tree of \"%s\" carries no types: check it first".formatted(expression.text())));
    }

    private IllegalArgumentException noColumn(String name, String expected) {
        Column found = variables.column(name);
        return new IllegalArgumentException(
                "Variable %s of \"%s\" needs a column of %s, found %s: load every attribute that conditions name"
                        .formatted(
                                name,
                                expression.text(),
                                expected,
                                found == null ? "none" : found.getClass().getSimpleName()));
    }

    private IllegalArgumentException unexpected(CelExpr node) {
        return new IllegalArgumentException(
                "A node of kind %s in \"%s\" cannot be computed".formatted(node.getKind(), expression.text()));
    }
}
