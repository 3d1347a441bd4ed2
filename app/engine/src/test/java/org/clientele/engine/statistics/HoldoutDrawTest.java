package org.clientele.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HoldoutDrawTest {
    private final HoldoutDraw draw = new HoldoutDraw(4);

    @Test
    void shouldHoldOutTheShareOfEveryBlock() {
        for (int percent : new int[] {0, 5, 10, 25, 50, 100}) {
            for (int block = 0; block < 50; block++) {
                long first = (long) block * HoldoutDraw.BLOCK;
                assertThat(LongStream.range(first, first + HoldoutDraw.BLOCK)
                                .filter(place -> draw.isHeldOut("high", place, percent))
                                .count())
                        .isEqualTo(percent * HoldoutDraw.BLOCK / 100);
            }
        }
    }

    @Test
    void shouldDrawTheSameFromTheSameSeedAndOtherwiseFromAnother() {
        List<Boolean> one = drawn(new HoldoutDraw(1), "high");
        assertThat(drawn(new HoldoutDraw(1), "high")).isEqualTo(one);
        assertThat(drawn(new HoldoutDraw(2), "high")).isNotEqualTo(one);
        assertThat(drawn(new HoldoutDraw(1), "low")).isNotEqualTo(one);
    }

    @Test
    void shouldNotFavourAnyPlaceOfABlock() {
        for (int place = 0; place < HoldoutDraw.BLOCK; place++) {
            long own = place;
            double share = LongStream.range(0, 2_000)
                            .filter(seed -> new HoldoutDraw(seed).isHeldOut("x", own, 20))
                            .count()
                    / 2_000.0;
            assertThat(share).isCloseTo(0.2, within(0.04));
        }
    }

    @Test
    void shouldPutCustomersInAnOrderOfItsOwn() {
        assertThat(LongStream.range(0, 100).boxed().sorted((a, b) -> Long.compare(draw.order(a), draw.order(b))))
                .doesNotContainSequence(0L, 1L, 2L, 3L)
                .hasSize(100);
    }

    private static List<Boolean> drawn(HoldoutDraw from, String stratum) {
        return IntStream.range(0, 100)
                .mapToObj(place -> from.isHeldOut(stratum, place, 50))
                .toList();
    }
}
