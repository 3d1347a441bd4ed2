package org.clientele.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.engine.column.WholeColumn;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RankingTest {
    private static final int ROWS = 5_000;

    /** Narrow spans are counted, wider ones sorted by one to three digits, the widest compared; those of the last do not fit into 64 bits. */
    @ParameterizedTest
    @ValueSource(
            longs = {1, 7, 6_600, 6_700, 1L << 20, 1L << 28, Integer.MAX_VALUE - 3, 1L << 31, 1L << 40, Long.MAX_VALUE})
    void shouldSortWhateverTheSpanOfTheKeys(long most) {
        Random random = new Random(most);
        long[] keys =
                random.longs(ROWS, most == Long.MAX_VALUE ? -most : -3, most).toArray();
        int[] chosen = IntStream.range(0, ROWS).filter(row -> row % 3 != 1).toArray();
        long[] expected =
                Arrays.stream(chosen).mapToLong(row -> keys[row]).sorted().toArray();

        assertThat(Ranking.sorted(WholeColumn.of(keys), chosen)).isEqualTo(expected);
    }
}
