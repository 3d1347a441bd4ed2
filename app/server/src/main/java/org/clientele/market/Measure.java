package org.clientele.market;

import java.util.List;
import org.clientele.market.Result.Why;
import org.clientele.survey.SurveyTally;

/** How the development of a market is measured, by the handbook's chapter on it (S4, chapter 8). */
public enum Measure {
    /** Areas where we sell ÷ areas where we want to. */
    COVERAGE(Unit.SHARE, true, Input.COVERED_AREAS, Input.TARGET_AREAS) {
        @Override
        Result of(QuarterFacts facts) {
            return Result.ratio(input(facts, Input.COVERED_AREAS), input(facts, Input.TARGET_AREAS));
        }
    },
    /** Satisfied ÷ rated, of the answers given in the quarter. */
    CSAT(Unit.SHARE, true) {
        @Override
        Result of(QuarterFacts facts) {
            return Result.ratio(facts.survey().satisfied(), facts.survey().rated());
        }
    },
    /** Share of promoters less share of detractors. */
    NPS(Unit.POINTS, true) {
        @Override
        Result of(QuarterFacts facts) {
            SurveyTally tally = facts.survey();
            Double nps = tally.nps();
            return nps == null
                    ? Result.missing(Why.NO_DATA)
                    : new Result(nps, tally.promoters() - tally.detractors(), tally.recommending(), null);
        }
    },
    /** Of the customers active in the quarter before, those active again. */
    RETENTION(Unit.SHARE, true) {
        @Override
        Result of(QuarterFacts facts) {
            return facts.activeBefore() == 0
                    ? Result.missing(Why.NO_BEFORE)
                    : Result.ratio(facts.kept(), facts.activeBefore());
        }
    },
    /** Revenue ÷ revenue of the same days a year before, less 1. */
    SALES_GROWTH(Unit.SHARE, true) {
        @Override
        Result of(QuarterFacts facts) {
            Long now = facts.revenue();
            Long before = facts.revenueYearBefore();
            if (now == null) {
                return Result.missing(Why.NO_DATA);
            }
            return before == null || before <= 0
                    ? Result.missing(Why.NO_BEFORE)
                    : new Result((double) now / before - 1, now, before, null);
        }
    },
    /** Marketing cost ÷ new customers. */
    CAC(Unit.MONEY, false, Input.MARKETING_COST) {
        @Override
        Result of(QuarterFacts facts) {
            Integer newcomers = facts.newcomers();
            return newcomers == null
                    ? Result.missing(Why.NO_BEFORE)
                    : Result.ratio(input(facts, Input.MARKETING_COST), newcomers);
        }
    },
    /** Mean lifetime value, by the model, at the end of the quarter. */
    CLV(Unit.MONEY, true) {
        @Override
        Result of(QuarterFacts facts) {
            Long sum = facts.lifetimeValue();
            return sum == null ? Result.missing(Why.NO_MODEL) : Result.ratio(sum, facts.valued());
        }
    },
    /** Active customers ÷ customers of the market. */
    PENETRATION(Unit.SHARE, true, Input.MARKET_SIZE) {
        @Override
        Result of(QuarterFacts facts) {
            return Result.ratio(facts.active(), input(facts, Input.MARKET_SIZE));
        }
    },
    /** Hours from opening to first answer, on average over the cases opened in the quarter that were answered. */
    RESPONSE_TIME(Unit.HOURS, false) {
        @Override
        Result of(QuarterFacts facts) {
            return Result.ratio(facts.answers().hours(), facts.answers().cases());
        }
    };

    private final Unit unit;
    private final boolean moreIsBetter;
    private final List<Input> inputs;

    Measure(Unit unit, boolean moreIsBetter, Input... inputs) {
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.inputs = List.of(inputs);
    }

    public Unit unit() {
        return unit;
    }

    public boolean moreIsBetter() {
        return moreIsBetter;
    }

    /** What has to be entered for it. */
    public List<Input> inputs() {
        return inputs;
    }

    /** Called with every input there. */
    abstract Result of(QuarterFacts facts);

    /** What it was in the quarter, or why that cannot be told. */
    Result in(QuarterFacts facts) {
        return facts.inputs().keySet().containsAll(inputs) ? of(facts) : Result.missing(Why.NO_INPUT);
    }

    /** Whether a value is at the target or better. */
    public boolean reaches(double value, double target) {
        return moreIsBetter ? value >= target : value <= target;
    }

    private static double input(QuarterFacts facts, Input input) {
        return facts.inputs().getOrDefault(input, 0L);
    }
}
