package org.clientele.plugins.definition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the type checker cannot see: the kind of the answer, lists, dates, values of choices, and nodes we do not compute. */
final class TreeCheck {
    private static final Set<String> TEXT_TESTS = Set.of("startsWith", "endsWith", "contains");
    private static final int TEXT_TEST = 4;
    private static final int LISTED = 10;
    private static final Set<String> HISTORIES =
            Set.of(Dialect.CHANGED, Dialect.CHANGED_FROM, Dialect.CHANGED_TO, Dialect.DAYS_IN);
    private static final List<String> YES_OR_NO = List.of("true", "false");
    private static final int ACTIVITY = 20;
    private static final int ROWS = 10;
    private static final Set<String> EQUALITY = Set.of("_==_", "_!=_");
    private static final Set<CelConstant.Kind> CONSTANTS = Set.of(
            CelConstant.Kind.BOOLEAN_VALUE,
            CelConstant.Kind.INT64_VALUE,
            CelConstant.Kind.DOUBLE_VALUE,
            CelConstant.Kind.STRING_VALUE);

    private final String expression;
    private final CelAbstractSyntaxTree tree;
    private final Scope scope;
    private final List<ExpressionProblem> problems = new ArrayList<>();
    private final Set<String> variables = new LinkedHashSet<>();
    /** The activity whose rows are being looked at; none: the customer is. */
    private @Nullable String activity;

    TreeCheck(String expression, CelAbstractSyntaxTree tree, Scope scope) {
        this.expression = expression;
        this.tree = tree;
        this.scope = scope;
        checkAnswer();
        visit(tree.getExpr());
        checkCost();
        problems.sort(Comparator.comparingInt(ExpressionProblem::offset));
    }

    List<ExpressionProblem> problems() {
        return problems;
    }

    Set<String> variables() {
        return variables;
    }

    private void checkAnswer() {
        CelType type = tree.getResultType();
        boolean fits =
                switch (scope.answer()) {
                    case CONDITION -> type.equals(SimpleType.BOOL);
                    case NUMBER -> type.equals(SimpleType.INT) || type.equals(SimpleType.DOUBLE);
                };
        if (!fits) {
            String expected = scope.answer() == Scope.Answer.CONDITION ? Words.TRUTH : Words.NUMBER;
            problems.add(new ExpressionProblem(
                    FindingKind.EXPRESSION_ANSWER, 0, CompilerIssues.typeName(type.name()), List.of(expected)));
        }
    }

    private void checkCost() {
        long cost = cost(tree.getExpr());
        if (cost > ConditionLanguage.MAX_COST) {
            problems.add(new ExpressionProblem(
                    FindingKind.EXPRESSION_TOO_DEAR,
                    0,
                    String.valueOf(cost),
                    List.of(String.valueOf(ConditionLanguage.MAX_COST))));
        }
    }

    private static long cost(CelExpr node) {
        return switch (node.getKind()) {
            case CALL -> {
                CelCall call = node.call();
                long parts = call.target().map(TreeCheck::cost).orElse(0L)
                        + call.args().stream().mapToLong(TreeCheck::cost).sum();
                yield switch (call.function()) {
                    case Dialect.COUNT, Dialect.SUM -> ACTIVITY + ROWS * parts;
                    case String f when HISTORIES.contains(f) -> ACTIVITY + parts;
                    case String f when TEXT_TESTS.contains(f) -> 1 + TEXT_TEST + parts;
                    default -> 1 + parts;
                };
            }
            case LIST -> 1 + node.list().elements().size() / LISTED;
            default -> 1;
        };
    }

    private void visit(CelExpr node) {
        switch (node.getKind()) {
            case IDENT -> visitVariable(node);
            case CONSTANT -> visitConstant(node);
            case CALL -> visitCall(node);
            default -> add(FindingKind.EXPRESSION_FEATURE, node, text(node), List.of());
        }
    }

    private void visitVariable(CelExpr node) {
        String name = node.ident().name();
        variables.add(name);
        String of = Scope.activityOf(name).orElse(null);
        if (of != null && activity == null) {
            add(FindingKind.EXPRESSION_ACTIVITY_FIELD, node, name, List.of(of));
        } else if (!Objects.equals(of, activity)) {
            add(FindingKind.EXPRESSION_ROW, node, name, fields(activity));
        }
    }

    private List<String> fields(@Nullable String of) {
        return scope.variables().keySet().stream()
                .filter(name -> Scope.activityOf(name).filter(a -> a.equals(of)).isPresent())
                .toList();
    }

    private void visitConstant(CelExpr node) {
        if (!CONSTANTS.contains(node.constant().getKind())) {
            add(FindingKind.EXPRESSION_FEATURE, node, text(node), List.of());
        }
    }

    private void visitCall(CelExpr node) {
        CelCall call = node.call();
        switch (call.function()) {
            case "@in" -> visitMembership(call);
            case Dialect.DATE -> visitDate(node);
            case Dialect.MISSING -> visitMissing(node);
            case Dialect.IN_DAYS, Dialect.IN_MONTHS -> visitOffset(node);
            case Dialect.COUNT, Dialect.SUM -> visitActivity(node);
            case Dialect.CHANGED, Dialect.CHANGED_FROM, Dialect.CHANGED_TO, Dialect.DAYS_IN -> visitHistory(node);
            default -> {
                call.target().ifPresent(this::visit);
                call.args().forEach(this::visit);
                if (EQUALITY.contains(call.function())) {
                    checkChoice(call.args().get(0), Stream.of(call.args().get(1)));
                    checkChoice(call.args().get(1), Stream.of(call.args().get(0)));
                }
            }
        }
    }

    private void visitMembership(CelCall call) {
        CelExpr list = call.args().get(1);
        visit(call.args().get(0));
        if (list.getKind() != Kind.LIST) {
            add(FindingKind.EXPRESSION_LIST, list, text(list), List.of());
            return;
        }
        List<CelExpr> elements = list.list().elements();
        if (elements.isEmpty() || elements.size() > ConditionLanguage.MAX_LIST) {
            String size = String.valueOf(elements.size());
            add(FindingKind.EXPRESSION_LIST, list, size, List.of(String.valueOf(ConditionLanguage.MAX_LIST)));
        }
        for (CelExpr element : elements) {
            if (element.getKind() == Kind.CONSTANT || isFixed(element)) {
                visit(element);
            } else {
                add(FindingKind.EXPRESSION_LIST, element, text(element), List.of());
            }
        }
        checkChoice(call.args().get(0), elements.stream());
    }

    private void visitDate(CelExpr node) {
        CelExpr argument = node.call().args().get(0);
        String text = constantText(argument);
        try {
            LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            add(FindingKind.EXPRESSION_DATE, argument, text.isEmpty() ? text(argument) : text, List.of());
        }
    }

    /** A fixed offset is a fixed day for a whole run, so that reasons can show it. */
    private void visitOffset(CelExpr node) {
        CelExpr argument = node.call().args().get(0);
        CelExpr number = isCall(argument, "-_") ? argument.call().args().get(0) : argument;
        boolean whole =
                number.getKind() == Kind.CONSTANT && number.constant().getKind() == CelConstant.Kind.INT64_VALUE;
        if (!whole || Math.abs(number.constant().int64Value()) > ConditionLanguage.MAX_OFFSET) {
            add(FindingKind.EXPRESSION_OFFSET, argument, text(argument), List.of());
        }
    }

    /** Counts or sums rows of one activity: the window is fixed, and the rows are judged by themselves. */
    private void visitActivity(CelExpr node) {
        List<CelExpr> args = node.call().args();
        CelExpr subject = args.getFirst();
        String name = subject.getKind() == Kind.IDENT ? subject.ident().name() : "";
        String counted = scope.activities().contains(name)
                ? name
                : Scope.activityOf(name).orElse(null);
        if (activity != null) {
            add(FindingKind.EXPRESSION_ROW, node, text(node), fields(activity));
            return;
        }
        if (counted == null || name.endsWith("." + Scope.DAYS_AGO)) {
            add(FindingKind.EXPRESSION_SUM, subject, text(subject), summable());
            return;
        }
        variables.add(name);
        if (args.size() > 1) {
            visitWindow(args.get(1));
        }
        if (args.size() > 2) {
            activity = counted;
            visit(args.get(2));
            activity = null;
        }
    }

    /** Looks at what a variable was: one that has a history, values it can have, and a fixed window. */
    private void visitHistory(CelExpr node) {
        List<CelExpr> args = node.call().args();
        CelExpr subject = args.getFirst();
        String name = subject.getKind() == Kind.IDENT ? subject.ident().name() : "";
        boolean windowed = !node.call().function().equals(Dialect.DAYS_IN);
        Set<String> fitting = windowed ? scope.histories() : scope.spells();
        if (!fitting.contains(name)) {
            add(FindingKind.EXPRESSION_HISTORY, subject, text(subject), List.copyOf(fitting));
            return;
        }
        visit(subject);
        List<CelExpr> values = args.subList(1, windowed ? args.size() - 1 : args.size());
        Scope.Variable declared = scope.variables().get(name);
        boolean flag = declared != null && declared.kind() == ValueKind.TRUTH;
        List<String> known = declared == null ? List.of() : flag ? YES_OR_NO : declared.values();
        values.stream()
                .filter(value -> !known.contains(flag ? flagText(value) : constantText(value)))
                .forEach(value -> add(FindingKind.EXPRESSION_UNKNOWN_VALUE, value, text(value), known));
        if (windowed) {
            visitWindow(args.getLast());
        }
    }

    private List<String> summable() {
        return scope.variables().entrySet().stream()
                .filter(entry -> Scope.activityOf(entry.getKey()).isPresent()
                        && !entry.getKey().endsWith("." + Scope.DAYS_AGO)
                        && Set.of(ValueKind.NUMBER, ValueKind.WHOLE)
                                .contains(entry.getValue().kind()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void visitWindow(CelExpr days) {
        boolean whole = days.getKind() == Kind.CONSTANT
                && days.constant().getKind() == CelConstant.Kind.INT64_VALUE
                && days.constant().int64Value() >= 1
                && days.constant().int64Value() <= ConditionLanguage.MAX_OFFSET;
        if (!whole) {
            add(FindingKind.EXPRESSION_WINDOW, days, text(days), List.of());
        }
    }

    private void visitMissing(CelExpr node) {
        CelExpr argument = node.call().args().get(0);
        if (argument.getKind() == Kind.IDENT) {
            visit(argument);
        } else {
            add(FindingKind.EXPRESSION_MISSING, argument, text(argument), List.of());
        }
    }

    /** A choice is only compared with values it can have: a misspelt value would silently never hold. */
    private void checkChoice(CelExpr variable, Stream<CelExpr> others) {
        if (variable.getKind() != Kind.IDENT) {
            return;
        }
        Scope.Variable declared = scope.variables().get(variable.ident().name());
        if (declared == null || declared.values().isEmpty()) {
            return;
        }
        others.filter(other -> !constantText(other).isEmpty())
                .filter(other -> !declared.values().contains(constantText(other)))
                .forEach(other ->
                        add(FindingKind.EXPRESSION_UNKNOWN_VALUE, other, constantText(other), declared.values()));
    }

    private static String constantText(CelExpr node) {
        boolean isText = node.getKind() == Kind.CONSTANT && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return isText ? node.constant().stringValue() : "";
    }

    private static String flagText(CelExpr node) {
        boolean isFlag = node.getKind() == Kind.CONSTANT && node.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE;
        return isFlag ? String.valueOf(node.constant().booleanValue()) : "";
    }

    private static boolean isFixed(CelExpr element) {
        return Stream.of(Dialect.DATE, Dialect.IN_DAYS, Dialect.IN_MONTHS, "-_").anyMatch(f -> isCall(element, f));
    }

    private static boolean isCall(CelExpr node, String function) {
        return node.getKind() == Kind.CALL && node.call().function().equals(function);
    }

    private void add(FindingKind kind, CelExpr node, String found, List<String> expected) {
        problems.add(new ExpressionProblem(kind, offset(node), found, expected));
    }

    private String text(CelExpr node) {
        String rest = expression.substring(offset(node));
        return rest.substring(0, Math.min(rest.length(), 20));
    }

    private int offset(CelExpr node) {
        Map<Long, Integer> positions = tree.getSource().getPositionsMap();
        int codePoint = positions.getOrDefault(node.id(), 0);
        return expression.offsetByCodePoints(0, codePoint);
    }
}
