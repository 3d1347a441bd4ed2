package org.clientele.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MigrationTest {
    /** Customers 0 and 1 stay in segment 0, 2 goes from 0 to 1, 3 comes into 1, 4 leaves 1. */
    private static final int[] START = {0, 0, 0, -1, 1};

    private static final int[] END = {0, 0, 1, 1, -1};
    private static final long[] WORTH_AT_START = {10, 20, 40, Long.MIN_VALUE, 80};
    private static final long[] WORTH_AT_END = {11, 19, 45, 7, 90};

    private static Migration migration() {
        return Migration.of(2, START, END, c -> WORTH_AT_START[c], c -> WORTH_AT_END[c]);
    }

    @Test
    void shouldCountWhoMovedFromWhereToWhere() {
        Migration migration = migration();

        assertThat(migration.none()).isEqualTo(2);
        assertThat(migration.customers(0, 0)).isEqualTo(2);
        assertThat(migration.customers(0, 1)).isEqualTo(1);
        assertThat(migration.customers(2, 1)).isEqualTo(1);
        assertThat(migration.customers(1, 2)).isEqualTo(1);
        assertThat(migration.customers(1, 1)).isZero();
    }

    @Test
    void shouldTellWhatBecameOfASegment() {
        assertThat(migration().byCustomers(0)).isEqualTo(new Migration.Flow(3, 0, 1, 0, 2));
        assertThat(migration().byCustomers(1)).isEqualTo(new Migration.Flow(1, 2, 1, 0, 2));
        assertThat(migration().byValue(0)).isEqualTo(new Migration.Flow(70, 0, 40, 0, 30));
        assertThat(migration().byValue(1)).isEqualTo(new Migration.Flow(80, 52, 80, 0, 52));
    }

    @Test
    void shouldCountTheSameWorthAtBothEndsOnce() {
        Migration.Worth worth = c -> WORTH_AT_START[c];
        Migration migration = Migration.of(2, START, END, worth, worth);

        assertThat(migration.byValue(0)).isEqualTo(new Migration.Flow(70, 0, 40, 0, 30));
        assertThat(migration.byValue(1)).isEqualTo(new Migration.Flow(80, 40, 80, 0, 40));
    }

    /** So many that they are counted in several parts. */
    @Test
    void shouldCountManyCustomersAsFew() {
        int customers = 230_001;
        int[] start = IntStream.range(0, customers).map(c -> c % 3 - 1).toArray();
        int[] end = IntStream.range(0, customers).map(c -> c % 5 == 0 ? 1 : 0).toArray();

        Migration migration = Migration.of(2, start, end, c -> c, c -> 2L * c);

        for (int from = 0; from <= 2; from++) {
            for (int to = 0; to <= 2; to++) {
                int ofStart = from == 2 ? -1 : from;
                int ofEnd = to;
                assertThat(migration.customers(from, to))
                        .isEqualTo(IntStream.range(0, customers)
                                .filter(c -> start[c] == ofStart && end[c] == ofEnd)
                                .count());
            }
        }
        assertThat(IntStream.rangeClosed(0, 2)
                        .mapToLong(s -> migration.byValue(s).start())
                        .sum())
                .isEqualTo((long) customers * (customers - 1) / 2);
        assertThat(IntStream.rangeClosed(0, 2)
                        .mapToLong(s -> migration.byValue(s).end())
                        .sum())
                .isEqualTo((long) customers * (customers - 1));
    }

    @Test
    void shouldFailRatherThanSumBeyond64Bits() {
        assertThatThrownBy(() -> Migration.of(1, new int[2], new int[2], c -> Long.MAX_VALUE, c -> 0))
                .isInstanceOf(ArithmeticException.class);
    }

    /** Each row: segment at the start, under the old definition at the end, under the new one. */
    private static final int[][] MOVES = {
        {0, 0, 0}, // stayed
        {0, 1, 1}, // by behaviour
        {0, 0, 1}, // by definition
        {0, 1, 2}, // by both
        {0, 1, 0}, // stayed, back by the new definition
        {-1, 2, 2}, // came by behaviour
        {2, -1, -7}, // went by behaviour
        {-1, -5, -1} // nobody's
    };

    private static int[] column(int column) {
        return IntStream.range(0, MOVES.length).map(row -> MOVES[row][column]).toArray();
    }

    @Test
    void shouldTellMovesByBehaviourFromMovesByDefinition() {
        assertThat(Migration.causes(column(0), column(1), column(2))).isEqualTo(new Migration.Causes(3, 3, 1, 1));
    }

    @Test
    void shouldTellCausesForEveryPairOfSegments() {
        MoveCauses causes = MoveCauses.of(3, column(0), column(1), column(2));

        assertThat(causes.all()).isEqualTo(new Migration.Causes(3, 3, 1, 1));
        assertThat(causes.behaviour(0, 1)).isEqualTo(1);
        assertThat(causes.definition(0, 1)).isEqualTo(1);
        assertThat(causes.behaviour(3, 2)).isEqualTo(1);
        assertThat(causes.behaviour(2, 3)).isEqualTo(1);
        assertThat(IntStream.rangeClosed(0, 3)
                        .mapToLong(from -> IntStream.rangeClosed(0, 3)
                                .mapToLong(to -> causes.behaviour(from, to))
                                .sum())
                        .sum())
                .as("nobody else")
                .isEqualTo(3);
        assertThat(causes.definition(0, 0) + causes.definition(3, 3)).isZero();
    }

    @Test
    void shouldNeedTheSameCustomersThreeTimes() {
        assertThatThrownBy(() -> Migration.causes(new int[2], new int[2], new int[3]))
                .hasMessage("Causes need the same customers three times, found 2, 2 and 3");
        assertThatThrownBy(() -> Migration.causes(new int[2], new int[1], new int[2]))
                .hasMessageContaining("found 2, 1 and 2");
    }
}
