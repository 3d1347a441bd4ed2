package org.clientele.market;

import java.util.Map;
import org.clientele.cases.FirstAnswers;
import org.clientele.survey.SurveyTally;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a quarter.
 *
 * @param active customers with an activity
 * @param activeBefore customers with an activity in the quarter before
 * @param kept those active in both
 * @param newcomers customers with their first activity; null: the records begin in the quarter, so that nobody knows
 * @param revenue minor units; null: activities carry no money
 * @param revenueYearBefore of the same days a year before; null: the records do not reach back so far
 * @param lifetimeValue sum of the lifetime values, minor units; null: no model tells them
 * @param valued how many customers have one
 */
record QuarterFacts(
        int active,
        int activeBefore,
        int kept,
        @Nullable Integer newcomers,
        @Nullable Long revenue,
        @Nullable Long revenueYearBefore,
        @Nullable Long lifetimeValue,
        int valued,
        SurveyTally survey,
        FirstAnswers answers,
        Map<Input, Long> inputs) {}
