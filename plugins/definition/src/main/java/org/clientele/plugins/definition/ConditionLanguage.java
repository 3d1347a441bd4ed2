package org.clientele.plugins.definition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import java.util.List;

/**
 * Checks the conditions and formulas of a vertical: CEL with the functions below and nothing else.
 *
 * <p>Nodes of a checked tree: constants (bool, int, double, string), identifiers of the scope, calls, and lists of constants on
 * the right of {@code in}. Functions, by their name in the tree, with the overloads' operand types (int and double mix freely):
 * <ul>
 *   <li>{@code _&&_}, {@code _||_}, {@code !_} on bool; {@code _?_:_} with branches of one type, or two numbers
 *   <li>{@code _==_}, {@code _!=_} on two texts, bools, dates or numbers; {@code _<_}, {@code _<=_}, {@code _>_}, {@code _>=_} on
 *       two dates or numbers
 *   <li>{@code _+_}, {@code _-_}, {@code _*_}, {@code _/_}, {@code -_} on numbers; a division always yields a fraction
 *   <li>{@code @in} with a list of texts, dates or numbers, at most {@value #MAX_LIST}
 *   <li>{@code text.startsWith(text)}, {@code endsWith}, {@code contains}, case-sensitive
 *   <li>{@code date("2024-01-31")}: the date; its argument is always a valid literal
 *   <li>{@code days_until(date)}: whole days from the as-of date to the date, negative when it lies before
 *   <li>{@code in_days(n)}, {@code in_months(n)}: the date n days or calendar months after the as-of date (before it when n is
 *       negative; a day that its month does not have becomes the month's last); n is always a whole number written out, from
 *       {@value #MIN_OFFSET} to {@value #MAX_OFFSET}
 *   <li>{@code count(activity)}, {@code count(activity, n)}, {@code count(activity, n, condition)}: the events of an activity up to the
 *       as-of date, of the last n days only (1: the as-of date itself), those only with a row for which the condition holds; 0 without any.
 *       Rows of one document are one event. {@code sum(activity.field)} likewise the sum of a number or amount; missing values add
 *       nothing, 0 without any. n is a whole number written out, from 1 to {@value #MAX_OFFSET}; the condition names fields of that
 *       activity as {@code activity.field}, and {@code activity.days_ago}
 *   <li>{@code changed(name, n)}: whether a variable of {@link Scope#histories} was another one before, the change lying in the last n days;
 *       {@code changed_from(name, "a", n)}, {@code changed_to(name, "b", n)}, {@code changed(name, "a", "b", n)} only changes from a, to b, from a to
 *       b. A change leads from the last known value to another one, across days without a value too; a first value is none. Never unknown
 *       The values of a yes or no are written {@code true} and {@code false}
 *   <li>{@code days_in(name)}: the days since a segment, one of {@link Scope#spells}, has its present value without a break, 0 on the first; missing where it has none
 *   <li>{@code missing(name)}: whether the variable has no value; its argument is always an identifier; never unknown itself
 * </ul>
 *
 * <p>A missing value makes what uses it unknown, in three-valued logic ({@code false && unknown} is false, {@code true ||
 * unknown} is true); a division by zero is missing. Money is in major units.
 *
 * <p>Stateless; every method may be called from any thread.
 */
public final class ConditionLanguage {
    /** Longest expression, in characters. */
    public static final int MAX_LENGTH = 4_000;

    /** Deepest nesting of brackets and operators. */
    public static final int MAX_DEPTH = 60;

    /**
     * Dearest expression: every node costs 1, every test of a text 4 more, a list a tenth of its length; what is within {@code count} or
     * {@code sum} ten times as much, and 20 more, for the rows of a customer; a look at the past 20 more. Bounds the work for each customer, which length alone does not.
     */
    public static final int MAX_COST = 2_000;

    /** Longest list. */
    public static final int MAX_LIST = 200;

    /** Least argument of {@code in_days} and {@code in_months}. */
    public static final int MIN_OFFSET = -12_000;

    /** Largest argument of {@code in_days} and {@code in_months}. */
    public static final int MAX_OFFSET = 12_000;

    private ConditionLanguage() {}

    /** Checks an expression against the variables and the answer of the scope; never throws for what somebody typed. */
    public static ExpressionResult check(String expression, Scope scope) {
        if (expression.length() > MAX_LENGTH) {
            return rejected(new ExpressionProblem(
                    FindingKind.EXPRESSION_TOO_LONG,
                    MAX_LENGTH,
                    String.valueOf(expression.length()),
                    List.of(String.valueOf(MAX_LENGTH))));
        }
        CelValidationResult result = scope.compiler().compile(expression);
        if (result.hasError()) {
            return new ExpressionResult.Rejected(new CompilerIssues(expression, scope).translate(result.getErrors()));
        }
        return checkTree(expression, tree(result), scope);
    }

    private static ExpressionResult checkTree(String expression, CelAbstractSyntaxTree tree, Scope scope) {
        TreeCheck check = new TreeCheck(expression, tree, scope);
        List<ExpressionProblem> problems = check.problems();
        return problems.isEmpty()
                ? new ExpressionResult.Checked(new CheckedExpression(expression, tree, check.variables()))
                : new ExpressionResult.Rejected(problems);
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("CEL reported no error but gave no tree", e);
        }
    }

    private static ExpressionResult rejected(ExpressionProblem problem) {
        return new ExpressionResult.Rejected(List.of(problem));
    }
}
