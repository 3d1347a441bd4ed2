package org.clientele.segment;

import java.util.Locale;
import org.clientele.common.Problem;
import org.clientele.plugins.definition.ExpressionProblem;

/** A condition of a model that cannot be computed. */
public final class ConditionProblem extends Problem {
    private final int rule;
    private final transient ExpressionProblem problem;

    ConditionProblem(int rule, ExpressionProblem problem) {
        super("segment.problem.condition", rule + 1, problem.offset() + 1, problem.message(Locale.ENGLISH));
        this.rule = rule;
        this.problem = problem;
    }

    /** The place of the condition in its list, from 0. */
    public int rule() {
        return rule;
    }

    /** What is wrong with it. */
    public ExpressionProblem problem() {
        return problem;
    }
}
