package org.clientele.engine.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.clientele.engine.TestData;
import org.clientele.engine.lifetime.Fitting.Refusal;
import org.clientele.engine.lifetime.Fitting.Refused;
import org.junit.jupiter.api.Test;

class FitRefusalTest {
    private static PurchaseHistories same(int size, int repeats, int last, int age, double mean) {
        return PurchaseHistories.of(filled(size, repeats), filled(size, last), filled(size, age), values(size, mean));
    }

    private static int[] filled(int size, int value) {
        int[] column = new int[size];
        Arrays.fill(column, value);
        return column;
    }

    private static double[] values(int size, double value) {
        double[] column = new double[size];
        Arrays.fill(column, value);
        return column;
    }

    @Test
    void shouldRefuseNobodyAndASingleCustomer() {
        assertThat(PurchaseFit.bgNbd(same(0, 0, 0, 0, 1))).isEqualTo(new Refused<>(Refusal.TOO_FEW_CUSTOMERS, 0, 50));
        assertThat(PurchaseFit.paretoNbd(same(1, 3, 20, 40, 1)))
                .isEqualTo(new Refused<>(Refusal.TOO_FEW_CUSTOMERS, 1, 50));
        assertThat(PurchaseFit.bgNbd(same(100, -1, 0, 0, 1)))
                .isEqualTo(new Refused<>(Refusal.TOO_FEW_CUSTOMERS, 0, 50));
        assertThat(GammaGammaFit.fit(same(1, 3, 20, 40, 1))).isEqualTo(new Refused<>(Refusal.TOO_FEW_REPEATING, 1, 20));
    }

    @Test
    void shouldRefuseCustomersWhoNeverBuyAgainOrAllDoTheSame() {
        assertThat(PurchaseFit.bgNbd(same(500, 0, 0, 100, 1)))
                .isEqualTo(new Refused<>(Refusal.TOO_FEW_REPEATING, 0, 20));
        assertThat(PurchaseFit.bgNbd(same(500, 4, 60, 100, 1))).isEqualTo(new Refused<>(Refusal.NO_SPREAD, 1, 2));
        assertThat(PurchaseFit.paretoNbd(same(500, 4, 60, 100, 1))).isEqualTo(new Refused<>(Refusal.NO_SPREAD, 1, 2));
        assertThat(GammaGammaFit.fit(same(500, 4, 60, 100, 12.5))).isEqualTo(new Refused<>(Refusal.NO_SPREAD, 1, 2));
    }

    @Test
    void shouldRefuseHistoriesWithoutAMaximum() {
        int size = 400;
        int[] repeats = new int[size];
        int[] last = new int[size];
        int[] ages = filled(size, 200);
        for (int row = 0; row < size; row++) {
            repeats[row] = 10 + row % 2;
            last[row] = 199;
        }

        assertThat(PurchaseFit.bgNbd(PurchaseHistories.of(repeats, last, ages, values(size, 1))))
                .isEqualTo(new Refused<>(Refusal.NO_MAXIMUM, 0, 1));
    }

    @Test
    void shouldLeaveOutValuesThatAreMissingInfiniteOrNotAboveZero() {
        PurchaseHistories sound = CdnowSample.histories();
        int size = sound.size() + 4;
        int[] repeats = filled(size, 2);
        int[] last = filled(size, 30);
        int[] ages = filled(size, 60);
        double[] means = new double[size];
        for (int row = 0; row < sound.size(); row++) {
            repeats[row] = sound.repeats(row);
            last[row] = (int) Math.round(sound.last(row) * 7);
            ages[row] = (int) Math.round(sound.age(row) * 7);
            means[row] = sound.valued(row) == 0 ? Double.NaN : sound.mean(row);
        }
        means[size - 4] = Double.NaN;
        means[size - 3] = Double.POSITIVE_INFINITY;
        means[size - 2] = 0;
        means[size - 1] = -3;

        Fitting.Fitted<GammaGamma> fit =
                (Fitting.Fitted<GammaGamma>) GammaGammaFit.fit(PurchaseHistories.of(repeats, last, ages, means));
        Fitting.Fitted<GammaGamma> plain = (Fitting.Fitted<GammaGamma>) GammaGammaFit.fit(sound);
        assertThat(fit.model().parameters()).containsExactly(plain.model().parameters(), within(1e-6));
        assertThat(fit.customers()).isEqualTo(946);
        assertThat(fit.leftOut()).isEqualTo(plain.leftOut() + 4);
    }

    @Test
    void shouldNotDependOnTheOrderOfRows() {
        List<TestData.Purchase> shuffled = new ArrayList<>(TestData.cdnowSample());
        Collections.shuffle(shuffled, new Random(3));

        Fitting.Fitted<?> other = (Fitting.Fitted<?>) PurchaseFit.bgNbd(CdnowSample.histories(shuffled));
        Fitting.Fitted<?> fit = (Fitting.Fitted<?>) PurchaseFit.bgNbd(CdnowSample.histories());
        assertThat(other.model()).isEqualTo(fit.model());
        assertThat(other.logLikelihood()).isEqualTo(fit.logLikelihood());
        assertThat(other.estimates()).isEqualTo(fit.estimates());
    }

    @Test
    void shouldNameTheRowThatCannotBe() {
        assertThatThrownBy(() -> PurchaseHistories.of(
                        new int[] {0, 3}, new int[] {0, 50}, new int[] {10, 40}, new double[] {1, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Row 1 has 3 repeats, the last after 50 days, at an age of 40 days");
        assertThatThrownBy(() -> PurchaseHistories.of(new int[2], new int[1], new int[2], new double[2]))
                .hasMessageContaining("equal length");
        assertThatThrownBy(() -> new Horizon(0, 0.1)).hasMessageContaining("found 0.0 and 0.1");
    }
}
