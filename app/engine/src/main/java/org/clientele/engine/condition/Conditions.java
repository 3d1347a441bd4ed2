package org.clientele.engine.condition;

import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;

/** Binds checked expressions to columns. Stateless. */
public final class Conditions {
    private Conditions() {}

    /**
     * Binds a condition. Texts and lists are looked up in the columns' dictionaries once, here.
     *
     * @throws IllegalArgumentException when a variable has no column, or one of another type than the expression was checked with
     */
    public static Condition bind(CheckedExpression expression, Variables variables) {
        Binder binder = new Binder(expression, variables);
        return new Condition(binder.truth(expression.tree().getExpr()), variables.remembered());
    }

    /**
     * Binds a formula.
     *
     * @throws IllegalArgumentException when a variable has no column, or one of another type than the expression was checked with
     */
    public static NumberExpression bindNumber(CheckedExpression expression, Variables variables) {
        Binder binder = new Binder(expression, variables);
        return new NumberExpression(binder.number(expression.tree().getExpr()));
    }

    /**
     * The checked form of an expression that was checked before, when its definition was read.
     *
     * @throws IllegalArgumentException when it does not pass; the message names the place and the problems
     */
    public static CheckedExpression checked(String expression, Scope scope, String place) {
        return switch (ConditionLanguage.check(expression, scope)) {
            case ExpressionResult.Checked checked -> checked.expression();
            case ExpressionResult.Rejected rejected ->
                throw new IllegalArgumentException(
                        "%s: the expression \"%s\" was refused: %s; check definitions before using them"
                                .formatted(place, expression, rejected.problems()));
        };
    }
}
