package org.clientele.engine.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.Measure.Kind;
import org.clientele.plugins.api.ReportDefinition.Funnel.Step;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BoundMeasureTest {
    /** Pay 10.00, 20.01, none, 40.00, 0.01; age 20, 30, 41, none, none; height 1.5, none, 2.0, none, none. */
    private static final Snapshot SNAPSHOT = new ReportShop()
            .customer(Map.of("pay", 10_00L, "age", 20, "height", 1.5, "gender", "woman"))
            .customer(Map.of("pay", 20_01L, "age", 30, "gender", "man"))
            .customer(Map.of("age", 41, "height", 2.0, "gender", "woman"))
            .customer(Map.of("pay", 40_00L, "gender", "man"))
            .customer(Map.of("pay", 1L))
            .snapshot();

    private static final ReportEngine ENGINE = ReportEngine.of(ReportShop.definition());

    @Test
    void shouldDivideByTheWholePopulationForSharesOfATotal() {
        assertThat(measure(Kind.SHARE_OF_TOTAL, null, "age >= 30", null, null).of(group(1, 3)))
                .isEqualTo(new Value.Decimal(0.5));
        assertThat(measure(Kind.SUM_SHARE, "age", "gender == \"woman\"", null, null)
                        .of(group(0, 1)))
                .isEqualTo(new Value.Decimal(20.0 / 61));
        assertThat(measure(Kind.SUM_SHARE, "age", "age > 200", null, null).of(group(0, 1)))
                .as("a share of nothing")
                .isEqualTo(Value.MISSING);
    }

    @Test
    void shouldDivideByTheGroupForShares() {
        assertThat(measure(Kind.SHARE, null, "age >= 30", "gender == \"man\"", null)
                        .of(group(0, 1, 3)))
                .isEqualTo(new Value.Decimal(0.5));
        assertThat(measure(Kind.SHARE, null, "age >= 30", "gender == \"man\"", null)
                        .of(group(0, 2)))
                .as("nobody to divide by")
                .isEqualTo(Value.MISSING);
    }

    @Test
    void shouldAverageOnlyWhatIsKnownAndRoundMoneyHalfUp() {
        assertThat(measure(Kind.AVERAGE, "pay", null, null, null).of(group(0, 1, 2)))
                .as("30.01 over two")
                .isEqualTo(new Value.Money(15_01, 2));
        assertThat(measure(Kind.AVERAGE, "age", null, null, null).of(group(0, 2, 4)))
                .isEqualTo(new Value.Decimal(30.5));
        assertThat(measure(Kind.AVERAGE, "height", null, null, null).of(group(0, 1, 2)))
                .isEqualTo(new Value.Decimal(1.75));
        assertThat(measure(Kind.AVERAGE, "height", null, null, null).of(group(1, 3)))
                .isEqualTo(Value.MISSING);
    }

    @Test
    void shouldTakeTheLowerOfTwoMiddleValues() {
        BoundMeasure median = measure(Kind.MEDIAN, "pay", null, null, null);

        assertThat(median.of(group(0, 1, 3, 4))).isEqualTo(new Value.Money(10_00, 2));
        assertThat(median.of(group(1, 2, 3))).isEqualTo(new Value.Money(20_01, 2));
        assertThat(median.of(group(0, 1, 3))).isEqualTo(new Value.Money(20_01, 2));
        assertThat(median.of(group(2))).isEqualTo(Value.MISSING);
        assertThat(measure(Kind.MEDIAN, "age", null, null, null).of(group(0, 1, 2)))
                .isEqualTo(new Value.Whole(30));
    }

    @Test
    void shouldDivideSumsBySums() {
        assertThat(measure(Kind.RATIO, "pay", null, null, "age").of(group(0, 1)))
                .as("money by a number is money: 30.01 by 50")
                .isEqualTo(new Value.Money(60, 2));
        assertThat(measure(Kind.RATIO, "age", null, null, "height").of(group(0, 2)))
                .isEqualTo(new Value.Decimal(61 / 3.5));
        assertThat(measure(Kind.RATIO, "age", null, null, "height").of(group(1)))
                .isEqualTo(Value.MISSING);
        assertThat(measure(Kind.RATIO, "pay", null, null, "pay").of(group(2))).isEqualTo(Value.MISSING);
        assertThat(measure(Kind.RATIO, "pay", "gender == \"man\"", "gender == \"woman\"", "pay")
                        .of(group(0, 1)))
                .isEqualTo(new Value.Decimal(20.01 / 10));
        assertThat(measure(Kind.RATIO, "age", null, "gender == \"woman\"", null).of(group(0, 1, 2, 3)))
                .as("the age of all for each woman")
                .isEqualTo(new Value.Decimal(45.5));
    }

    @Test
    void shouldSumInTheUnitOfTheField() {
        assertThat(measure(Kind.SUM, "age", null, null, null).of(group(0, 1, 3)))
                .isEqualTo(new Value.Whole(50));
        assertThat(measure(Kind.SUM, "height", null, null, null).of(group(0, 1, 2)))
                .isEqualTo(new Value.Decimal(3.5));
        assertThat(measure(Kind.SUM, "pay", null, null, null).of(group(2))).isEqualTo(new Value.Money(0, 2));
    }

    @Test
    void shouldNameTheCustomersBehindAFigure() {
        BoundMeasure measure = measure(Kind.CUSTOMERS, null, "age >= 30", null, null);
        BitSet asked = group(0, 1, 3);

        assertThat(measure.behind(asked)).isEqualTo(group(1));
        assertThat(asked).as("left as it was").isEqualTo(group(0, 1, 3));
        assertThat(measure.measure().kind()).isEqualTo(Kind.CUSTOMERS);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUM", "AVERAGE", "MEDIAN", "SUM_SHARE", "RATIO"})
    void shouldNeedAField(Kind kind) {
        BoundMeasure measure = measure(kind, null, null, null, null);

        assertThatThrownBy(() -> measure.of(group(0))).hasMessage("This kind of measure needs a field");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "age, -, -, -, false",
                "monetary, -, -, -, true",
                "age, gender == \"man\", -, -, false",
                "age, segment_rfm == \"lost\", -, -, true",
                "age, -, frequency > 1, -, true",
                "age, -, age > 1, pay, false",
                "age, -, -, monetary, true",
                "-, -, -, -, false"
            })
    void shouldTellWhetherAMeasureDependsOnTheDay(
            @Nullable String field,
            @Nullable String when,
            @Nullable String per,
            @Nullable String perField,
            boolean depends) {
        assertThat(ENGINE.dependsOnDays(new Measure("m", Kind.RATIO, field, when, per, perField)))
                .isEqualTo(depends);
    }

    @Test
    void shouldBreakDownAllCustomersOfTheDay() {
        GroupsTable table =
                ENGINE.breakdown("gender", List.of(new Measure("m", Kind.CUSTOMERS, null, null, null, null)), SNAPSHOT);

        assertThat(table.columns()).isEmpty();
        assertThat(table.blocks()).singleElement().satisfies(block -> assertThat(block.rows())
                .extracting(row -> row.cells().getFirst())
                .containsExactly(new Value.Whole(2), new Value.Whole(2), new Value.Whole(1)));
        assertThat(table.total().cells()).containsExactly(new Value.Whole(5));
    }

    @Test
    void shouldFollowAllCustomersOfTheDayThroughSteps() {
        FunnelTable table = ENGINE.funnel(
                List.of(new Step("old", "age >= 30"), new Step("woman", "gender == \"woman\"")), SNAPSHOT);

        assertThat(table.total().counts()).containsExactly(2, 1);
        assertThat(table.total().conversion(0)).isEqualTo(0.4);
        assertThat(table.total().overall(1)).isEqualTo(0.5);
        assertThat(table.rows()).isEmpty();
    }

    @Test
    void shouldHaveNoShareOfNobodyInAFunnel() {
        FunnelTable table = ENGINE.funnel(List.of(new Step("none", "age > 200"), new Step("any", "age > 0")), SNAPSHOT);

        assertThat(table.total().conversion(0)).isZero();
        assertThat(table.total().conversion(1)).isNaN();
        assertThat(table.total().overall(1)).isNaN();
    }

    private static BoundMeasure measure(
            Kind kind, @Nullable String field, @Nullable String when, @Nullable String per, @Nullable String perField) {
        return ENGINE.measure(new Measure("m", kind, field, when, per, perField), SNAPSHOT);
    }

    private static BitSet group(int... customers) {
        BitSet group = new BitSet();
        for (int customer : customers) {
            group.set(customer);
        }
        return group;
    }
}
