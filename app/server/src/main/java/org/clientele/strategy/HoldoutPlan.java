package org.clientele.strategy;

import org.clientele.common.Problem;
import org.clientele.engine.statistics.HoldoutDraw;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.ConditionLanguage;
import org.clientele.plugins.definition.ExpressionResult;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Whom a strategy, or all of them, leaves untreated to see what treatment changes, and how that is measured.
 *
 * @param percent the share left untreated, in steps of five; 0: nobody any more
 * @param seed of the draw
 * @param strata a model within whose segments is drawn, or empty: within thirds by value
 * @param outcome a metric, as it is after the horizon, or an activity: whether there is one within it
 * @param horizonDays how long after enrolment the outcome is looked at
 * @param worthwhile the smallest effect worth knowing, in the unit of the outcome (of an activity: a share), or null: the one seen
 * @param among a condition: only who meets it when first seen is drawn, all others are treated and not compared; or null: everybody
 */
public record HoldoutPlan(
        int percent,
        long seed,
        String strata,
        String outcome,
        int horizonDays,
        @Nullable Double worthwhile,
        @Nullable String among) {
    /** The largest share: more cannot be explained to customers who go without. */
    public static final int MOST = 50;

    private static final int STEP = 100 / HoldoutDraw.BLOCK;
    private static final int LONGEST = 730;

    public HoldoutPlan {
        among = among == null || among.isBlank() ? null : among;
    }

    /** Whether anybody is left untreated now. */
    public boolean isActive() {
        return percent > 0;
    }

    /** Whether the condition goes with the plugin; while it does not nobody is drawn. */
    public boolean fits(VerticalDefinition definition) {
        return among == null
                || ConditionLanguage.check(among, Scope.member(definition)) instanceof ExpressionResult.Checked;
    }

    /** Fails with a problem that names what to mend. */
    void require(VerticalDefinition definition) {
        if (percent < 0 || percent > MOST || percent % STEP != 0) {
            throw new Problem("strategy.problem.holdout-share", percent, STEP, MOST);
        }
        if (horizonDays < 1 || horizonDays > LONGEST) {
            throw new Problem("strategy.problem.days", horizonDays, 1, LONGEST);
        }
        if (!strata.isEmpty() && definition.model(strata) == null) {
            throw new Problem("strategy.problem.holdout-strata", strata);
        }
        boolean metric =
                definition.metrics().stream().anyMatch(each -> each.id().equals(outcome));
        if (!metric && definition.activity(outcome) == null) {
            throw new Problem("strategy.problem.measure", outcome);
        }
        if (worthwhile != null && !(worthwhile > 0)) {
            throw new Problem("strategy.problem.holdout-effect");
        }
        if (!fits(definition)) {
            throw new Problem("strategy.problem.condition", String.valueOf(among));
        }
    }
}
