package org.clientele.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingRowsTest {
    private static final List<Feature> FEATURES = List.of(
            new Feature.Choice("city", List.of("a", "b"), row -> row - 1),
            new Feature.Amount("age", row -> row == 2 ? Double.POSITIVE_INFINITY : row * 10),
            new Feature.Amount("pay", row -> row * 100));

    private static TrainingRows rows(List<Feature> features) {
        return TrainingRows.of(features, new int[] {0, 1, 2}, new boolean[] {true, false, true}, new long[] {7, 8, 9});
    }

    @Test
    void shouldKeepWhatFeaturesSayOfTheRowsChosen() {
        TrainingRows rows = rows(FEATURES);

        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.holding()).isEqualTo(2);
        assertThat(rows.features()).isEqualTo(FEATURES);
        assertThat(rows.amountCount()).isEqualTo(2);
        assertThat(rows.choiceCount()).isEqualTo(1);
        assertThat(rows.amount(1, 0)).isEqualTo(10);
        assertThat(rows.amount(1, 1)).isEqualTo(100);
        assertThat(rows.amount(2, 0)).as("infinite").isNaN();
        assertThat(IntStream.range(0, 3).map(row -> rows.level(row, 0))).containsExactly(-1, 0, 1);
        assertThat(IntStream.range(0, 3).mapToObj(rows::outcome)).containsExactly(true, false, true);
        assertThat(IntStream.range(0, 3).mapToObj(rows::lot)).containsExactly(7L, 8L, 9L);
    }

    @Test
    void shouldNeedAnOutcomeAndALotForEachRow() {
        assertThatThrownBy(() -> TrainingRows.of(FEATURES, new int[2], new boolean[1], new long[2]))
                .hasMessage("2 rows need as many outcomes and lots, found 1 and 2");
        assertThatThrownBy(() -> TrainingRows.of(FEATURES, new int[2], new boolean[2], new long[3]))
                .hasMessageContaining("found 2 and 3");
    }

    @Test
    void shouldHaveAnotherFingerprintWhenAnythingDiffers() {
        SampleRows sample = SampleRows.of(60, 1);
        long fingerprint = sample.training().fingerprint();

        assertThat(SampleRows.of(60, 1).training().fingerprint()).isEqualTo(fingerprint);
        assertThat(SampleRows.of(59, 1).training().fingerprint()).isNotEqualTo(fingerprint);
        sample.amounts()[59] += 1;
        assertThat(sample.training().fingerprint()).isNotEqualTo(fingerprint);
        sample.amounts()[59] = SampleRows.of(60, 1).amounts()[59];
        assertThat(sample.training().fingerprint()).isEqualTo(fingerprint);
        sample.choices()[3] = (sample.choices()[3] + 1) % 3;
        assertThat(sample.training().fingerprint()).isNotEqualTo(fingerprint);
        sample.choices()[3] = SampleRows.of(60, 1).choices()[3];
        sample.lots()[3]++;
        assertThat(sample.training().fingerprint()).isNotEqualTo(fingerprint);
        sample.lots()[3]--;
        sample.outcomes()[3] ^= true;
        assertThat(sample.training().fingerprint()).isNotEqualTo(fingerprint);
    }

    @Test
    void shouldPlaceAmountsBeforeChoicesEachWithAPlaceForMissing() {
        Layout layout = Layout.of(FEATURES);

        assertThat(layout.columns()).isEqualTo(8);
        assertThat(layout.slots())
                .containsExactly(
                        new Layout.Slot("age", List.of(), true, 1, 2),
                        new Layout.Slot("pay", List.of(), true, 3, 4),
                        new Layout.Slot("city", List.of("a", "b"), false, 5, 7));
        assertThat(layout.firsts(true)).containsExactly(1, 3);
        assertThat(layout.firsts(false)).containsExactly(5);
        assertThat(layout.missingChoices()).containsExactly(7);
    }

    @Test
    void shouldWriteARowAsTheColumnsItTouches() {
        TrainingRows rows = rows(FEATURES);
        Scaling scaling = Scaling.of(rows, new int[] {0, 1, 2});
        Encoder encoder = new Encoder(rows, Layout.of(FEATURES), scaling);

        encoder.encode(2);

        assertThat(encoder.columns).containsExactly(0, 2, 3, 6);
        assertThat(encoder.values[0]).isEqualTo(1);
        assertThat(encoder.values[1]).isEqualTo(1);
        assertThat(encoder.values[2]).isCloseTo((200 - scaling.means()[1]) * scaling.inverse(1), within(1e-12));
        assertThat(encoder.product(new double[] {5, 0, 7, 0, 0, 0, 11, 0})).isEqualTo(23);
        encoder.encode(0);
        assertThat(encoder.columns).containsExactly(0, 1, 3, 7);
    }

    @Test
    void shouldNameTheFeatureThatIsNotGivenAsItWasLearntFrom() {
        SampleRows sample = SampleRows.of(300, 2);
        LogisticFit fit = ((Learning.Learnt) Classifier.learn(sample.training())).fit();
        Feature amount = sample.features().getFirst();
        Feature choice = sample.features().getLast();
        Feature wrong = new Feature.Amount("choice", row -> 1);

        assertThatThrownBy(() -> fit.scorer(List.of(choice)))
                .hasMessage("Feature amount was learnt from as an amount and is not given as such");
        assertThatThrownBy(() -> fit.scorer(List.of(amount, wrong)))
                .hasMessage("Feature choice was learnt from as a choice and is not given as such");
    }

    @Test
    void shouldScoreMissingValuesUnknownLevelsAndLevelsInAnotherOrder() {
        SampleRows sample = SampleRows.of(400, 3);
        LogisticFit fit = ((Learning.Learnt) Classifier.learn(sample.training())).fit();
        Scorer usual = fit.scorer(sample.features());
        Scorer turned = fit.scorer(List.of(
                new Feature.Choice("choice", List.of("c", "new", "a"), row -> row - 1),
                new Feature.Amount("amount", row -> Double.NaN)));
        int a = IntStream.range(0, 400)
                .filter(r -> sample.choices()[r] == 0)
                .findFirst()
                .orElseThrow();
        int c = IntStream.range(0, 400)
                .filter(r -> sample.choices()[r] == 2)
                .findFirst()
                .orElseThrow();

        assertThat(turned.contributions(1).get(1).logOdds())
                .isEqualTo(usual.contributions(c).get(1).logOdds());
        assertThat(turned.contributions(3).get(1).logOdds())
                .isEqualTo(usual.contributions(a).get(1).logOdds());
        assertThat(turned.contributions(2).get(1).logOdds())
                .as("a level not seen")
                .isZero();
        assertThat(turned.contributions(2))
                .extracting(Scorer.Contribution::feature)
                .containsExactly("amount", "choice");
        assertThat(turned.average()).isEqualTo(usual.average());
        assertThat(turned.probability(2)).isCloseTo(1 / (1 + Math.exp(-turned.logOdds(2))), within(1e-12));
    }

    @Test
    void shouldRankTheFoldsAucsIntoOne() {
        Judgement judgement = new Judgement(10, 4, List.of(0.5, 0.7, 0.9), 0.4, 0.6, List.of(), List.of());

        assertThat(judgement.auc()).isCloseTo(0.7, within(1e-12));
        assertThat(judgement.share()).isEqualTo(0.4);
        assertThat(new Judgement(10, 4, List.of(), 0.4, 0.6, List.of(), List.of()).auc())
                .isNaN();
    }

    @Test
    void shouldNeedAnErrorAndACountForASequence() {
        assertThatThrownBy(() -> new ConfidenceSequence(0, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfidenceSequence(1, 100)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfidenceSequence(0.05, 0))
                .hasMessage("Needs 0 < alpha < 1 and a positive number, not 0.05 and 0");
        ConfidenceSequence sequence = new ConfidenceSequence(0.05, 1);
        assertThat(sequence.required(1, 0)).isEqualTo(Long.MAX_VALUE);
        assertThat(sequence.required(1, 1e-9)).isEqualTo(Long.MAX_VALUE);
        assertThat(sequence.required(1, -0.2)).isEqualTo(sequence.required(1, 0.2));
    }
}
