package org.clientele.plugins.definition;

import java.util.List;

/** What checking an expression yields: the checked expression, or what is wrong with it. */
public sealed interface ExpressionResult {
    /** The expression can be computed. */
    record Checked(CheckedExpression expression) implements ExpressionResult {}

    /** The expression cannot be computed; at least one problem, in the order of their place. */
    record Rejected(List<ExpressionProblem> problems) implements ExpressionResult {
        public Rejected {
            problems = List.copyOf(problems);
        }
    }
}
