package org.clientele.engine.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AucTest {
    @Test
    void shouldBeTheShareOfPairsInTheRightOrder() {
        assertThat(Auc.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true}))
                .isEqualTo(0.75);
        assertThat(Auc.of(new double[] {1, 2, 3}, new boolean[] {false, false, true}))
                .isEqualTo(1);
        assertThat(Auc.of(new double[] {1, 2, 3}, new boolean[] {true, false, false}))
                .isEqualTo(0);
    }

    @Test
    void shouldCountATieOneHalf() {
        assertThat(Auc.of(new double[] {5, 5, 5}, new boolean[] {true, false, false}))
                .isEqualTo(0.5);
        assertThat(Auc.of(new double[] {0.0, -0.0}, new boolean[] {true, false}))
                .isEqualTo(0.5);
    }

    @Test
    void shouldNotExistWithoutRowsOfBothKinds() {
        assertThat(Auc.of(new double[] {1, 2}, new boolean[] {true, true})).isNaN();
        assertThat(Auc.of(new double[0], new boolean[0])).isNaN();
    }

    @Test
    void shouldAgreeWithCountingPairs() {
        Random random = new Random(1);
        double[] scores = random.doubles(200).map(d -> Math.floor(d * 20)).toArray();
        boolean[] outcomes = new boolean[200];
        for (int i = 0; i < 200; i++) {
            outcomes[i] = random.nextDouble() < 0.3;
        }
        double right = 0;
        int pairs = 0;
        for (int a = 0; a < 200; a++) {
            for (int b = 0; b < 200; b++) {
                if (outcomes[a] && !outcomes[b]) {
                    right += scores[a] > scores[b] ? 1 : scores[a] == scores[b] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        assertThat(Auc.of(scores, outcomes)).isCloseTo(right / pairs, within(1e-12));
    }
}
