package org.clientele.engine.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowBitsTest {
    private static final int ROWS = 1_000;

    /** @param apart how many rows lie between two starts on average */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 90, 400})
    void shouldFindTheFirstRowsSinceAStart(int apart) {
        Random random = new Random(apart);
        boolean[] starts = new boolean[ROWS];
        boolean[] rows = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            starts[row] = row == 0 || random.nextInt(apart) == 0;
            rows[row] = random.nextInt(4) == 0;
        }
        RowBits firsts = bits(rows).firstsSince(bits(starts));
        boolean open = false;
        for (int row = 0; row < ROWS; row++) {
            open |= starts[row];
            assertThat(firsts.get(row)).as("row %d", row).isEqualTo(open && rows[row]);
            open &= !rows[row];
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldCountRowsOfAnyRange(int seed) {
        Random random = new Random(seed);
        boolean[] rows = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            rows[row] = random.nextBoolean();
        }
        RowBits bits = bits(rows);
        for (int i = 0; i < 500; i++) {
            int from = random.nextInt(ROWS + 1);
            int to = random.nextInt(ROWS + 1);
            int expected = 0;
            for (int row = from; row < to; row++) {
                expected += rows[row] ? 1 : 0;
            }
            assertThat(bits.count(from, to)).isEqualTo(expected);
            int few = Math.min(to, from + Long.SIZE);
            assertThat(Long.bitCount(bits.holding(from, few))).isEqualTo(bits.count(from, few));
            assertThat(from < few && (bits.holding(from, few) & 1) != 0).isEqualTo(from < few && rows[from]);
        }
    }

    private static RowBits bits(boolean[] rows) {
        long[] words = new long[(rows.length + Long.SIZE - 1) / Long.SIZE];
        for (int row = 0; row < rows.length; row++) {
            words[row / Long.SIZE] |= (rows[row] ? 1L : 0L) << row;
        }
        return RowBits.of(words);
    }
}
