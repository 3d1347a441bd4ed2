package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyRangeTest {
    private static final int ROWS = 200;

    static Stream<MeasureColumn> shouldFindWhatEachRowWouldSay() {
        long[] values = new Random(27)
                .longs(ROWS, -50, 50)
                .map(value -> value % 7 == 0 ? MoneyColumn.MISSING : value)
                .toArray();
        return Stream.of(
                MoneyColumn.of(2, values),
                WholeColumn.of(values),
                MoneyColumn.blank(ROWS, 2),
                DateColumn.of(LongStream.of(values)
                        .mapToInt(value -> value == MoneyColumn.MISSING ? DateColumn.MISSING : (int) value)
                        .toArray()));
    }

    @ParameterizedTest
    @MethodSource
    void shouldFindWhatEachRowWouldSay(MeasureColumn column) {
        MeasureColumn other = MoneyColumn.of(
                0,
                LongStream.range(0, ROWS)
                        .map(row -> row % 5 == 0 ? MoneyColumn.MISSING : row)
                        .toArray());
        Random random = new Random(1997);
        for (int i = 0; i < 500; i++) {
            long least = random.nextInt(-60, 60);
            long most = least + random.nextInt(-2, 40);
            int from = random.nextInt(ROWS);
            int to = random.nextInt(from, ROWS + 1);
            KeyRange range = new KeyRange(column, least, most);
            int[] within = IntStream.range(from, to)
                    .filter(row -> !column.isMissing(row) && column.order(row) >= least && column.order(row) <= most)
                    .toArray();

            assertThat(range.count(from, to)).isEqualTo(within.length);
            assertThat(range.exactSum(column, from, to))
                    .isEqualTo(IntStream.of(within).mapToLong(column::order).sum());
            assertThat(range.exactSum(other, from, to))
                    .isEqualTo(IntStream.of(within)
                            .filter(row -> !other.isMissing(row))
                            .mapToLong(other::order)
                            .sum());
        }
    }

    @Test
    void shouldFindNothingWhereThereAreNoRows() {
        KeyRange range = new KeyRange(MoneyColumn.of(2, 1, 2, 3), 0, 9);

        assertThat(range.count(2, 2)).isZero();
        assertThat(range.count(2, 1)).isZero();
        assertThat(range.exactSum(range.column(), 2, 2)).isZero();
    }

    @Test
    void shouldRefuseASumBeyondSixtyFourBits() {
        MoneyColumn column = MoneyColumn.of(2, Long.MAX_VALUE, 1, -1);
        KeyRange range = new KeyRange(column, -1, Long.MAX_VALUE);

        assertThatThrownBy(() -> range.exactSum(column, 0, 2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> range.exactSum(WholeColumn.of(Long.MAX_VALUE, 1, 1), 0, 2))
                .isInstanceOf(ArithmeticException.class);
        assertThat(range.exactSum(column, 1, 3)).isZero();
    }

    @Test
    void shouldTakeNoMissingValueForASmallOne() {
        MoneyColumn column = MoneyColumn.of(2, 1);

        assertThatThrownBy(() -> new KeyRange(column, Column.MISSING_ORDER, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing");
    }
}
