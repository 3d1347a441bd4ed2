package org.clientele.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.clientele.engine.column.MoneyColumn;
import org.junit.jupiter.api.Test;

class SuggestedCutsTest {
    private static SuggestedCuts of(long... major) {
        long[] minor = Arrays.stream(major).map(amount -> amount * 100).sorted().toArray();
        return new SuggestedCuts(MoneyColumn.of(2, minor), minor);
    }

    @Test
    void shouldCutAtRoundValuesAboveTheSharesWished() {
        SuggestedCuts cuts = of(LongStream.rangeClosed(1, 1_000).toArray());
        assertThat(cuts.above(List.of(0.55, 0.8, 0.9555))).containsExactly(550.0, 800.0, 950.0);
        assertThat(cuts.upTo(List.of(0.045, 0.2015))).containsExactly(45.0, 210.0);
    }

    @Test
    void shouldLeaveNoGroupEmptyWhereManyAreEqual() {
        SuggestedCuts cuts = of(1, 1, 1, 1, 1, 1, 1, 2, 2, 3);
        assertThat(cuts.above(List.of(0.25, 0.5))).containsExactly(2.0, 3.0);
        assertThat(cuts.upTo(List.of(0.25, 0.5))).containsExactly(1.0, 2.0);
    }

    @Test
    void shouldKeepValuesThatRoundingWouldPutIntoOneGroup() {
        assertThat(of(1_001, 1_002, 1_003, 1_004).above(List.of(0.25, 0.75))).containsExactly(1_002.0, 1_004.0);
        assertThat(of(1_001, 1_002, 1_003, 1_004).upTo(List.of(0.25, 0.75))).containsExactly(1_001.0, 1_003.0);
    }

    @Test
    void shouldSuggestNothingWhereTheValuesMakeTooFewGroups() {
        assertThat(of(5, 5, 7).above(List.of(0.3, 0.6))).isEmpty();
        assertThat(of().above(List.of(0.5))).isEmpty();
        assertThat(of(5).upTo(List.of(0.5))).isEmpty();
    }
}
