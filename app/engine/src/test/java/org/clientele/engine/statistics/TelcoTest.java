package org.clientele.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.TestData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The churn of IBM's telephone customers. */
class TelcoTest {
    private static final Set<String> AMOUNTS = Set.of("tenure", "MonthlyCharges", "TotalCharges");
    private static Learning.Learnt learnt;

    @BeforeAll
    static void learn() throws IOException {
        List<String> lines = Files.readAllLines(TestData.shared("telecom/Telco-Customer-Churn.csv"));
        String[] names = lines.getFirst().split(",", -1);
        String[][] cells =
                lines.stream().skip(1).map(line -> line.split(",", -1)).toArray(String[][]::new);
        List<Feature> features = new ArrayList<>();
        for (int column = 1; column < names.length - 1; column++) {
            features.add(feature(names[column], column, cells));
        }
        int[] rows = IntStream.range(0, cells.length).toArray();
        boolean[] churned = new boolean[cells.length];
        long[] lots = new long[cells.length];
        for (int row : rows) {
            churned[row] = cells[row][names.length - 1].equals("Yes");
            lots[row] = cells[row][0].hashCode() * 0x9e3779b97f4a7c15L;
        }
        learnt = (Learning.Learnt) Classifier.learn(TrainingRows.of(features, rows, churned, lots));
    }

    private static Feature feature(String name, int column, String[][] cells) {
        if (AMOUNTS.contains(name)) {
            double[] values = Arrays.stream(cells)
                    .mapToDouble(row -> row[column].isBlank() ? Double.NaN : Double.parseDouble(row[column]))
                    .toArray();
            return new Feature.Amount(name, row -> values[row]);
        }
        List<String> levels =
                Arrays.stream(cells).map(row -> row[column]).distinct().sorted().toList();
        int[] chosen = Arrays.stream(cells)
                .mapToInt(row -> levels.indexOf(row[column]))
                .toArray();
        return new Feature.Choice(name, levels, row -> chosen[row]);
    }

    @Test
    void shouldTellWhoLeavesFromWhoStays() {
        assertThat(learnt.judgement().rows()).isEqualTo(7_043);
        assertThat(learnt.judgement().holding()).isEqualTo(1_869);
        assertThat(learnt.judgement().aucs()).hasSize(5);
        assertThat(learnt.judgement().auc()).isGreaterThanOrEqualTo(0.84).isCloseTo(0.8443, within(0.002));
        assertThat(learnt.judgement().aucs()).allSatisfy(auc -> assertThat(auc).isGreaterThan(0.82));
    }

    @Test
    void shouldGiveProbabilitiesThatComeTrue() {
        assertThat(learnt.judgement().calibration()).hasSize(10).allSatisfy(tenth -> assertThat(tenth.observed())
                .isCloseTo(tenth.predicted(), within(0.04)));
    }

    @Test
    void shouldCatchHalfOfThoseWhoLeaveInTheFirstFifth() {
        Judgement.Gain fifth = learnt.judgement().gains().get(1);
        assertThat(fifth.share()).isCloseTo(0.2, within(0.001));
        assertThat(fifth.caught()).isGreaterThan(0.5);
        assertThat(learnt.judgement().gains().getFirst().lift()).isGreaterThan(2.8);
    }

    @Test
    void shouldSayWhatPeopleInTheBusinessSay() {
        assertThat(ratio("tenure", "")).isLessThan(0.5);
        assertThat(ratio("Contract", "Month-to-month")).isGreaterThan(1.4);
        assertThat(ratio("Contract", "Two year")).isLessThan(0.6);
        assertThat(ratio("InternetService", "Fiber optic")).isGreaterThan(1.2);
        assertThat(ratio("MonthlyCharges", "")).isGreaterThan(1);
        assertThat(ratio("gender", "Male")).isCloseTo(1, within(0.03));
    }

    private static double ratio(String feature, String level) {
        return learnt.fit().odds().stream()
                .filter(odds -> odds.feature().equals(feature) && odds.level().equals(level))
                .filter(odds -> odds.kind() != LogisticFit.Kind.MISSING)
                .findFirst()
                .orElseThrow()
                .ratio();
    }
}
