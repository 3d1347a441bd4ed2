package org.clientele.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.engine.statistics.Learning.Refusal;
import org.junit.jupiter.api.Test;

class ClassifierTest {
    private static Learning.Learnt learn(TrainingRows rows) {
        assertThat(Classifier.learn(rows)).isInstanceOf(Learning.Learnt.class);
        return (Learning.Learnt) Classifier.learn(rows);
    }

    private static TrainingRows rows(int size, int holding) {
        SampleRows rows = SampleRows.of(size, 1);
        boolean[] outcomes = new boolean[size];
        Arrays.fill(outcomes, 0, holding, true);
        return new SampleRows(rows.amounts(), rows.choices(), outcomes, rows.lots()).training();
    }

    @Test
    void shouldRefuseWhatDoesNotAllowLearning() {
        assertThat(Classifier.learn(rows(0, 0))).isEqualTo(new Learning.Refused(Refusal.TOO_FEW_ROWS, 0, 100));
        assertThat(Classifier.learn(rows(99, 40))).isEqualTo(new Learning.Refused(Refusal.TOO_FEW_ROWS, 99, 100));
        assertThat(Classifier.learn(rows(100, 0))).isEqualTo(new Learning.Refused(Refusal.SAME_OUTCOME, 0, 20));
        assertThat(Classifier.learn(rows(100, 100))).isEqualTo(new Learning.Refused(Refusal.SAME_OUTCOME, 100, 20));
        assertThat(Classifier.learn(rows(400, 19))).isEqualTo(new Learning.Refused(Refusal.TOO_RARE, 19, 20));
        assertThat(Classifier.learn(rows(400, 381))).isEqualTo(new Learning.Refused(Refusal.TOO_RARE, 19, 20));
        assertThat(Classifier.learn(rows(100, 20))).isInstanceOf(Learning.Learnt.class);
    }

    @Test
    void shouldRefuseFeaturesThatAreTheSameEverywhere() {
        SampleRows rows = SampleRows.of(200, 2);
        List<Feature> same = List.of(
                new Feature.Amount("a", row -> 7),
                new Feature.Amount("b", row -> row % 2 == 0 ? Double.NaN : Double.POSITIVE_INFINITY),
                new Feature.Choice("c", List.of("x"), row -> 0));

        assertThat(Classifier.learn(rows.training(same))).isEqualTo(new Learning.Refused(Refusal.SAME_FEATURES, 0, 1));
        assertThat(Classifier.learn(rows.training(List.of())))
                .isEqualTo(new Learning.Refused(Refusal.SAME_FEATURES, 0, 1));
    }

    @Test
    void shouldFindWhatMadeTheRows() {
        SampleRows rows = SampleRows.of(20_000, 3);
        Learning.Learnt learnt = learn(rows.training());
        Scorer scorer = learnt.fit().scorer(rows.features());

        List<LogisticFit.Odds> odds = learnt.fit().odds();
        assertThat(Math.log(odds.getFirst().ratio())).isCloseTo(0.8, within(0.06));
        assertThat(Math.log(odds.get(3).ratio() / odds.get(1).ratio())).isCloseTo(1.8, within(0.12));
        assertThat(learnt.judgement().aucs()).hasSize(5).allSatisfy(auc -> assertThat(auc)
                .isCloseTo(0.77, within(0.03)));
        assertThat(learnt.judgement().logLoss()).isLessThan(learnt.judgement().baseLogLoss());
        assertThat(scorer.average()).isBetween(-1.2, -0.8);
    }

    /** A number for each customer would tell everything about the rows learnt from and nothing about others. */
    @Test
    void shouldJudgeOnlyByWhatOtherRowsTaught() {
        Random random = new Random(4);
        int size = 300;
        SampleRows rows = SampleRows.of(size, 4);
        List<String> names = IntStream.range(0, size).mapToObj(String::valueOf).toList();
        List<Feature> features = new ArrayList<>();
        features.add(new Feature.Choice("number", names, row -> row));
        for (int i = 0; i < 40; i++) {
            double[] noise = random.doubles(size).toArray();
            features.add(new Feature.Amount("noise" + i, row -> noise[row]));
        }

        Judgement judgement = learn(rows.training(features)).judgement();

        assertThat(judgement.auc()).isBetween(0.35, 0.65);
    }

    @Test
    void shouldCountEachRowOnceInTenthsAndGains() {
        Judgement judgement = learn(SampleRows.of(1_234, 5).training()).judgement();

        assertThat(judgement.calibration().stream()
                        .mapToInt(Judgement.Tenth::rows)
                        .sum())
                .isEqualTo(1_234);
        assertThat(judgement.calibration())
                .extracting(Judgement.Tenth::predicted)
                .isSorted();
        Judgement.Gain all = judgement.gains().getLast();
        assertThat(all).isEqualTo(new Judgement.Gain(1_234, 1, judgement.holding(), 1, 1));
        assertThat(judgement.gains().getFirst().lift()).isGreaterThan(1.5);
        assertThat(judgement.gains()).extracting(Judgement.Gain::caught).isSorted();
    }

    @Test
    void shouldKeepRowsOfEqualProbabilityTogether() {
        SampleRows rows = SampleRows.of(500, 6);
        Feature half = new Feature.Choice("half", List.of("no", "yes"), row -> rows.outcomes()[row] ? row % 2 : 0);

        Judgement judgement = learn(rows.training(List.of(half))).judgement();

        assertThat(judgement.calibration().size()).isLessThan(10);
        assertThat(judgement.calibration().stream()
                        .mapToInt(Judgement.Tenth::rows)
                        .sum())
                .isEqualTo(500);
    }

    @Test
    void shouldDealEachKindOutEvenlyByLotAlone() {
        SampleRows rows = SampleRows.of(997, 7);
        TrainingRows dealt = rows.training();
        int[] order = shuffled(rows.size());
        TrainingRows other = rows.ordered(order).training();
        int[] holding = new int[5];
        int[] all = new int[5];
        for (int row = 0; row < rows.size(); row++) {
            all[dealt.fold(row)]++;
            holding[dealt.fold(row)] += dealt.outcome(row) ? 1 : 0;
            assertThat(other.fold(row)).isEqualTo(dealt.fold(order[row]));
        }
        assertThat(Arrays.stream(holding).max().orElseThrow()
                        - Arrays.stream(holding).min().orElseThrow())
                .isLessThanOrEqualTo(1);
        assertThat(Arrays.stream(all).max().orElseThrow()
                        - Arrays.stream(all).min().orElseThrow())
                .isLessThanOrEqualTo(2);
    }

    @Test
    void shouldNotDependOnTheOrderOfRows() {
        SampleRows rows = SampleRows.of(9_000, 8);
        int[] order = shuffled(rows.size());
        SampleRows shuffled = rows.ordered(order);
        Learning.Learnt one = learn(rows.training());
        Learning.Learnt other = learn(shuffled.training());

        assertThat(other.judgement().aucs()).isEqualTo(one.judgement().aucs());
        assertThat(other.fit().strength()).isEqualTo(one.fit().strength());
        assertThat(other.judgement().logLoss()).isCloseTo(one.judgement().logLoss(), within(1e-12));
        Scorer first = one.fit().scorer(rows.features());
        Scorer second = other.fit().scorer(shuffled.features());
        for (int row = 0; row < rows.size(); row += 13) {
            assertThat(second.logOdds(row)).isCloseTo(first.logOdds(order[row]), within(1e-9));
        }
    }

    @Test
    void shouldGiveTheSameForTheSameRows() {
        TrainingRows rows = SampleRows.of(9_000, 9).training();
        Learning.Learnt one = learn(rows);

        assertThat(learn(rows).judgement()).isEqualTo(one.judgement());
        assertThat(learn(rows).fit().coefficients()).isEqualTo(one.fit().coefficients());
        assertThat(SampleRows.of(9_000, 9).training().fingerprint()).isEqualTo(rows.fingerprint());
        assertThat(SampleRows.of(9_000, 10).training().fingerprint()).isNotEqualTo(rows.fingerprint());
    }

    @Test
    void shouldRefuseOutcomesThatDoNotFitTheRows() {
        assertThatThrownBy(() -> TrainingRows.of(List.of(), new int[2], new boolean[1], new long[2]))
                .hasMessage("2 rows need as many outcomes and lots, found 1 and 2");
    }

    private static int[] shuffled(int size) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, new Random(11));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }
}
