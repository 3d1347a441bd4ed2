package org.clientele.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    private static final double HARDLY = 1e-9;

    private static LogisticFit fit(TrainingRows rows, double strength) {
        int[] all = IntStream.range(0, rows.size()).toArray();
        return new LogisticRegression(rows).fit(all, strength, new double[0]);
    }

    private static TrainingRows rows(List<Feature> features, boolean... outcomes) {
        long[] lots = IntStream.range(0, outcomes.length).asLongStream().toArray();
        return TrainingRows.of(features, IntStream.range(0, outcomes.length).toArray(), outcomes, lots);
    }

    /** Dalal, Fowlkes and Hoadley (1989), 23 launches; their maximum-likelihood fit is logit p = 15.043 − 0.2322 · temperature. */
    @Test
    void shouldFindThePublishedFitOfTheShuttlesRings() {
        double[] temperatures = {
            66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58
        };
        int[] distress = {0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1};
        boolean[] outcomes = new boolean[distress.length];
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] = distress[i] == 1;
        }
        Feature temperature =
                new Feature.Amount("temperature", row -> row < temperatures.length ? temperatures[row] : row - 100);
        Scorer scorer = fit(rows(List.of(temperature), outcomes), HARDLY).scorer(List.of(temperature));

        assertThat(scorer.logOdds(100)).as("at 0 °F").isCloseTo(15.0429, within(0.0001));
        assertThat(scorer.logOdds(101) - scorer.logOdds(100)).isCloseTo(-0.2322, within(0.0001));
    }

    @Test
    void shouldGiveTheOddsOfATableWhenNothingHoldsThemBack() {
        boolean[] outcomes = new boolean[100];
        for (int row = 0; row < 100; row++) {
            outcomes[row] = row < 40 ? row < 10 : row < 85;
        }
        Feature group = new Feature.Choice("group", List.of("small", "large"), row -> row < 40 ? 0 : 1);
        Scorer scorer = fit(rows(List.of(group), outcomes), HARDLY).scorer(List.of(group));

        assertThat(scorer.probability(0)).isCloseTo(10 / 40.0, within(1e-8));
        assertThat(scorer.probability(50)).isCloseTo(45 / 60.0, within(1e-8));
    }

    @Test
    void shouldStandWhereThePenaltyBalancesTheLikelihood() {
        TrainingRows rows = SampleRows.of(400, 1).training();
        LogisticFit fit = fit(rows, 3);
        int[] all = IntStream.range(0, rows.size()).toArray();
        LogisticPass pass =
                LogisticPass.over(rows, all, Layout.of(rows.features()), Scaling.of(rows, all), fit.coefficients(), 3);

        assertThat(pass.gradient).containsExactly(new double[pass.gradient.length], within(1e-5));
        assertThat(fit.strength()).isEqualTo(3);
    }

    @Test
    void shouldMakeUpTheLogOddsOfTheAverageAndWhatEachFeatureAdds() {
        SampleRows rows = SampleRows.of(400, 2);
        Scorer scorer = fit(rows.training(), 1).scorer(rows.features());
        double[] sums = new double[2];
        for (int row = 0; row < rows.size(); row++) {
            List<Scorer.Contribution> contributions = scorer.contributions(row);
            assertThat(contributions).extracting(Scorer.Contribution::feature).containsExactly("amount", "choice");
            assertThat(scorer.average()
                            + contributions.get(0).logOdds()
                            + contributions.get(1).logOdds())
                    .isCloseTo(scorer.logOdds(row), within(1e-12));
            sums[0] += contributions.get(0).logOdds();
            sums[1] += contributions.get(1).logOdds();
        }
        assertThat(sums).as("compared with the average row").containsExactly(new double[2], within(1e-9));
    }

    @Test
    void shouldNotDependOnTheScaleOfAColumn() {
        SampleRows rows = SampleRows.of(500, 3);
        Feature large = new Feature.Amount("amount", row -> 1e6 + rows.amounts()[row] * 1e9);
        List<Feature> scaled = List.of(large, rows.features().get(1));
        Scorer one = fit(rows.training(), 1).scorer(rows.features());
        Scorer other = fit(rows.training(scaled), 1).scorer(scaled);

        for (int row = 0; row < rows.size(); row++) {
            assertThat(other.logOdds(row)).isCloseTo(one.logOdds(row), within(1e-8));
        }
    }

    @Test
    void shouldFindTheSameFromAnyStart() {
        TrainingRows rows = SampleRows.of(500, 4).training();
        int[] all = IntStream.range(0, rows.size()).toArray();
        double[] far = {3, -2, 1, 4, 4, -4, 2};
        LogisticRegression regression = new LogisticRegression(rows);

        assertThat(regression.fit(all, 1, far).coefficients())
                .containsExactly(regression.fit(all, 1, new double[0]).coefficients(), within(1e-6));
    }

    @Test
    void shouldStayFiniteWhereAFeatureTellsEverything() {
        SampleRows rows = SampleRows.of(200, 5);
        Feature telling = new Feature.Amount("telling", row -> rows.outcomes()[row] ? 1 : 0);
        Scorer scorer = fit(rows.training(List.of(telling)), 0.1).scorer(List.of(telling));

        for (int row = 0; row < rows.size(); row++) {
            assertThat(scorer.probability(row)).isBetween(0.0, 1.0);
            assertThat(scorer.probability(row) > 0.5).isEqualTo(rows.outcomes()[row]);
        }
    }

    @Test
    void shouldTakeMissingAndInfiniteAsALevelOfTheirOwn() {
        SampleRows rows = SampleRows.of(600, 6);
        Feature holed = new Feature.Amount("amount", row -> switch (row % 3) {
            case 0 -> Double.NaN;
            case 1 -> row % 2 == 0 ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
            default -> rows.amounts()[row];
        });
        LogisticFit fit = fit(rows.training(List.of(holed)), 1);
        Scorer scorer = fit.scorer(List.of(holed));

        assertThat(scorer.logOdds(0)).isEqualTo(scorer.logOdds(1)).isEqualTo(scorer.logOdds(4));
        assertThat(fit.odds()).extracting(LogisticFit.Odds::kind).contains(LogisticFit.Kind.MISSING);
        assertThat(fit.odds().getFirst().share()).isCloseTo(1 / 3.0, within(1e-9));
    }

    @Test
    void shouldCountAConstantForNothing() {
        SampleRows rows = SampleRows.of(300, 7);
        Feature constant = new Feature.Amount("constant", row -> 0.1);
        Feature huge = new Feature.Amount("huge", row -> row % 2 == 0 ? 1e300 : -1e300);
        List<Feature> features = List.of(rows.features().getFirst(), constant, huge);
        LogisticFit fit = fit(rows.training(features), 1);

        assertThat(fit.odds()).extracting(LogisticFit.Odds::feature).containsExactly("amount");
        assertThat(fit.scorer(features).contributions(3).get(1).logOdds()).isZero();
    }

    @Test
    void shouldTakeALevelThatItHasNotSeenAsTheAverage() {
        SampleRows rows = SampleRows.of(300, 8);
        LogisticFit fit = fit(rows.training(), 1);
        Feature other = new Feature.Choice("choice", List.of("c", "new", "a"), row -> row);
        Scorer scorer = fit.scorer(List.of(rows.features().getFirst(), other));

        assertThat(scorer.contributions(1).get(1).logOdds()).isZero();
        assertThat(scorer.contributions(0).get(1).logOdds())
                .isGreaterThan(scorer.contributions(2).get(1).logOdds());
        assertThatThrownBy(() -> fit.scorer(List.of(rows.features().getFirst())))
                .hasMessage("Feature choice was learnt from as a choice and is not given as such");
    }
}
