package org.clientele.engine.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.clientele.engine.TestData;
import org.clientele.engine.column.ActivityColumns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Thirty-nine weeks fitted, thirty-nine foretold. */
class BackTesterTest {
    private static final int END = (int) TestData.CDNOW_END.toEpochDay();
    private static BackTest bgNbd;
    private static BackTest paretoNbd;

    @BeforeAll
    static void test() {
        ActivityColumns purchases = CdnowSample.purchases(TestData.cdnowSample());
        PurchaseHistories histories = CdnowSample.histories();
        bgNbd = test(purchases, PurchaseFit.bgNbd(histories));
        paretoNbd = test(purchases, PurchaseFit.paretoNbd(histories));
    }

    private static BackTest test(ActivityColumns purchases, Fitting<PurchaseModel> fit) {
        PurchaseModel model = ((Fitting.Fitted<PurchaseModel>) fit).model();
        return BackTester.test(purchases, model, CdnowSample.CALIBRATED, END);
    }

    @Test
    void shouldCountTheRepeatPurchasesOfBothHalves() {
        assertThat(bgNbd.weeks()).hasSize(78);
        assertThat(bgNbd.fitted()).isEqualTo(39);
        assertThat(bgNbd.weeks().get(38).cumulativeActual()).isEqualTo(2_457);
        assertThat(bgNbd.weeks().get(38).lastDay()).isEqualTo(CdnowSample.CALIBRATED);
        assertThat(bgNbd.weeks().getLast().cumulativeActual()).isEqualTo(2_457 + 1_882);
        assertThat(bgNbd.weeks().getLast().lastDay()).isEqualTo(END);
        assertThat(bgNbd.actual()).isEqualTo(1_882);
        assertThat(bgNbd.weeks().stream().mapToLong(BackTest.Week::actual).sum())
                .isEqualTo(4_339);
    }

    @Test
    void shouldAgreeWithThePaperOnHowWellEachCustomerIsForetold() {
        assertThat(bgNbd.correlation()).isCloseTo(0.626, within(5e-4));
        assertThat(paretoNbd.correlation()).isCloseTo(0.630, within(5e-4));
    }

    @Test
    void shouldFitTheHistogramAsWellAsInThePaper() {
        assertThat(chiSquare(bgNbd)).isCloseTo(4.82, within(0.01));
        assertThat(chiSquare(paretoNbd)).isCloseTo(11.99, within(0.02));
        assertThat(bgNbd.classes().getFirst().customers()).isEqualTo(1_411);
        assertThat(bgNbd.classes().stream()
                        .mapToDouble(BackTest.RepeatClass::modelled)
                        .sum())
                .isCloseTo(2_357, within(1e-6));
    }

    private static double chiSquare(BackTest test) {
        return test.classes().stream()
                .mapToDouble(c -> Math.pow(c.customers() - c.modelled(), 2) / c.modelled())
                .sum();
    }

    @Test
    void shouldForetellTheSecondHalfWithinAFewPercent() {
        BackTest.Week last = bgNbd.weeks().getLast();

        assertThat(last.cumulativeExpected() / last.cumulativeActual()).isCloseTo(0.96, within(0.03));
        assertThat(bgNbd.cumulativeError()).isBetween(0.005, 0.05);
        assertThat(bgNbd.weeklyError()).isBetween(0.05, 0.3);
        assertThat(bgNbd.expected() / bgNbd.actual()).isCloseTo(0.88, within(0.01));
        double tracked = last.cumulativeExpected() - bgNbd.weeks().get(38).cumulativeExpected();
        assertThat(bgNbd.expected() / tracked).isCloseTo(1, within(0.05));
        assertThat(bgNbd.classes()).allSatisfy(c -> assertThat(c.expected()).isBetween(0.0, 2 * c.actual() + 1));
    }

    @Test
    void shouldMeasureTheErrorsFromTheWeeks() {
        List<BackTest.Week> ahead = bgNbd.weeks().subList(39, 78);
        double weekly = ahead.stream()
                .mapToDouble(w -> Math.abs(w.expected() / w.actual() - 1))
                .average()
                .orElseThrow();

        assertThat(bgNbd.weeklyError()).isCloseTo(weekly, within(1e-12));
    }

    @Test
    void shouldTestNothingWhereNobodyBoughtYetAndRefuseToLookBack() {
        ActivityColumns purchases = CdnowSample.purchases(TestData.cdnowSample());
        int before = (int) LocalDate.of(1996, 1, 1).toEpochDay();
        BackTest none = BackTester.test(purchases, new BgNbd(1, 1, 1, 1), before, before + 20);

        assertThat(none.weeks()).hasSize(2).allMatch(week -> week.actual() == 0 && week.expected() == 0);
        assertThat(none.weeklyError()).isNaN();
        assertThat(none.correlation()).isNaN();
        assertThatThrownBy(() -> BackTester.test(purchases, new BgNbd(1, 1, 1, 1), before, before - 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fitted until day " + before);
    }
}
