package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeasureColumnTest {
    static Stream<MeasureColumn> filled() {
        return Stream.of(
                WholeColumn.of(3, WholeColumn.MISSING, -7, 11, 5),
                MoneyColumn.of(2, 350, MoneyColumn.MISSING, -725, 1_100, 5),
                NumberColumn.of(3.5, Double.NaN, -7.25, 11, 5),
                DateColumn.of(20_000, DateColumn.MISSING, -7, 11, 5));
    }

    static Stream<MeasureColumn> blank() {
        return Stream.of(WholeColumn.blank(5), MoneyColumn.blank(5, 2), NumberColumn.blank(5), DateColumn.blank(5));
    }

    /** Keys of numbers do not add up. */
    static Stream<MeasureColumn> countable() {
        return all().filter(column -> !(column instanceof NumberColumn));
    }

    static Stream<MeasureColumn> all() {
        return Stream.concat(filled(), blank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldGiveManyRowsAsOneByOne(MeasureColumn column) {
        for (int from = 0; from <= column.size(); from++) {
            for (int to = from; to <= column.size(); to++) {
                long[] orders = new long[to - from];
                double[] doubles = new double[to - from];
                column.orders(from, to, orders);
                column.doubles(from, to, doubles);
                assertThat(orders)
                        .containsExactly(IntStream.range(from, to)
                                .mapToLong(column::order)
                                .toArray());
                assertThat(doubles)
                        .containsExactly(IntStream.range(from, to)
                                .mapToDouble(column::asDouble)
                                .toArray());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("countable")
    void shouldSumWhatIsKnown(MeasureColumn column) {
        for (int from = 0; from <= column.size(); from++) {
            for (int to = from; to <= column.size(); to++) {
                long sum = 0;
                for (int row = from; row < to; row++) {
                    sum += column.isMissing(row) ? 0 : column.order(row);
                }
                assertThat(column.exactSum(from, to)).isEqualTo(sum);
            }
        }
    }

    @Test
    void shouldFailRatherThanSumBeyond64Bits() {
        assertThatThrownBy(() -> WholeColumn.of(Long.MAX_VALUE, 1).exactSum(0, 2))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MoneyColumn.of(2, Long.MAX_VALUE, 1).exactSum(0, 2))
                .isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @MethodSource("filled")
    void shouldTellKnownFromMissing(MeasureColumn column) {
        assertThat(column.isBlank()).isFalse();
        assertThat(column.size()).isEqualTo(5);
        assertThat(column.isMissing(0)).isFalse();
        assertThat(column.isMissing(1)).isTrue();
        assertThat(column.value(1)).isEqualTo(Value.MISSING);
        assertThat(column.order(1)).isEqualTo(Column.MISSING_ORDER);
        assertThat(column.asDouble(1)).isNaN();
        assertThat(column.fromOrder(Column.MISSING_ORDER)).isEqualTo(Value.MISSING);
        assertThat(column.fromOrder(column.order(2))).isEqualTo(column.value(2));
        assertThat(column.value(2).asDouble()).isEqualTo(column.asDouble(2));
        assertThatThrownBy(() -> column.order(5)).isInstanceOf(ArrayIndexOutOfBoundsException.class);
    }

    @ParameterizedTest
    @MethodSource("blank")
    void shouldHoldNothingWhereNothingWasSet(MeasureColumn column) {
        assertThat(column.isBlank()).isTrue();
        assertThat(column.isMissing(4)).isTrue();
        assertThat(column.asDouble(4)).isNaN();
        assertThatThrownBy(() -> column.asDouble(5))
                .isInstanceOf(ArrayIndexOutOfBoundsException.class)
                .hasMessage("Row 5 of 5");
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                Arguments.of(WholeColumn.of(3, 10), new Value.Whole(7)),
                Arguments.of(MoneyColumn.of(3, 3, 10), new Value.Money(7, 3)),
                Arguments.of(NumberColumn.of(3, 10.5), new Value.Decimal(7.5)),
                Arguments.of(NumberColumn.of(-3, -10.5), new Value.Decimal(-7.5)),
                Arguments.of(DateColumn.of(3, 10), new Value.Whole(7)));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void shouldTellHowMuchAValueMustGrow(MeasureColumn column, Value difference) {
        assertThat(column.difference(column.order(0), column.order(1))).isEqualTo(difference);
    }

    @ParameterizedTest
    @CsvSource({"3, 3, 3", "3.5, 3, 4", "-3.5, -4, -3"})
    void shouldPlaceThresholdsBetweenWholeNumbersAndDays(double threshold, long floor, long ceiling) {
        for (MeasureColumn column : new MeasureColumn[] {WholeColumn.of(1), DateColumn.of(1)}) {
            assertThat(column.floorOrder(threshold)).isEqualTo(floor);
            assertThat(column.ceilingOrder(threshold)).isEqualTo(ceiling);
        }
        NumberColumn numbers = NumberColumn.of(threshold);
        assertThat(numbers.floorOrder(threshold)).isEqualTo(numbers.order(0));
        assertThat(numbers.ceilingOrder(threshold)).isEqualTo(numbers.order(0));
    }

    @Test
    void shouldHoldThresholdsBeyondAllValuesAtTheEnds() {
        WholeColumn column = WholeColumn.of(1);

        assertThat(column.floorOrder(Double.POSITIVE_INFINITY)).isEqualTo(Long.MAX_VALUE);
        assertThat(column.ceilingOrder(Double.NEGATIVE_INFINITY)).isEqualTo(Long.MIN_VALUE + 1);
        assertThat(column.floorOrder(1e300)).isEqualTo(Long.MAX_VALUE);
        assertThat(column.floorOrder(-1e300)).isEqualTo(Long.MIN_VALUE + 1);
        assertThatThrownBy(() -> column.floorOrder(Double.NaN)).hasMessage("A threshold must be a number, found NaN");
    }

    @Test
    void shouldMakeNumbersOfTheirOrders() {
        NumberColumn numbers = NumberColumn.of(-2.5, Double.NaN, 0, 1e9);
        long[] orders = new long[4];
        numbers.orders(0, 4, orders);

        NumberColumn again = NumberColumn.ofOrders(orders);

        assertThat(IntStream.range(0, 4).mapToObj(again::get)).containsExactly(-2.5, Double.NaN, 0.0, 1e9);
        assertThat(again.size()).isEqualTo(4);
        assertThat(numbers.isMissing(1)).isTrue();
        assertThat(numbers.isMissing(2)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5})
    void shouldRefuseACurrencyOfSuchDigits(int digits) {
        assertThatThrownBy(() -> MoneyColumn.of(digits, 1))
                .hasMessage("A currency has 0 to 4 digits after the decimal point, found " + digits);
    }

    @ParameterizedTest
    @CsvSource({"0, 1234", "2, 12.34", "3, 1.234", "4, 0.1234"})
    void shouldKnowTheMajorUnit(int digits, BigDecimal major) {
        MoneyColumn column = MoneyColumn.of(digits, 1234);

        assertThat(column.fractionDigits()).isEqualTo(digits);
        assertThat(column.asDouble(0)).isEqualTo(major.doubleValue());
        assertThat(new Value.Money(1234, digits).major()).isEqualByComparingTo(major);
    }

    @Test
    void shouldOrderFlagsNoBeforeYes() {
        FlagColumn flags = FlagColumn.of((byte) 0, (byte) 1, FlagColumn.MISSING);

        assertThat(flags.order(0)).isLessThan(flags.order(1)).isGreaterThan(flags.order(2));
        assertThat(flags.value(0)).isEqualTo(new Value.Flag(false));
        assertThat(flags.value(1)).isEqualTo(new Value.Flag(true));
        assertThat(flags.value(2)).isEqualTo(Value.MISSING);
        assertThat(flags.isBlank()).isFalse();
        assertThat(flags.size()).isEqualTo(3);
    }

    @Test
    void shouldSeeValuesAsConditionsDo() {
        assertThat(new Value.Whole(3).asDouble()).isEqualTo(3);
        assertThat(new Value.Decimal(0.5).asDouble()).isEqualTo(0.5);
        assertThat(new Value.Money(1_50, 2).asDouble()).isEqualTo(1.5);
        assertThat(new Value.Date(LocalDate.of(1970, 1, 11)).asDouble()).isEqualTo(10);
        assertThat(new Value.Flag(true).asDouble()).isNaN();
        assertThat(new Value.Text("3").asDouble()).isNaN();
        assertThat(Value.MISSING.asDouble()).isNaN();
        assertThat(Value.MISSING.isMissing()).isTrue();
        assertThat(new Value.Whole(0).isMissing()).isFalse();
    }
}
