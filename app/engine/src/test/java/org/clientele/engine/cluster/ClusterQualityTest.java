package org.clientele.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterQualityTest {
    @Test
    void shouldFindHowManyCloudsThereAre() {
        ClusterNumber number =
                ClusterNumber.between(ClusterFixture.blobs(1_500, 6).clusterRows(), 2, 8, 1);

        assertThat(number.bySilhouette()).isEqualTo(4);
        assertThat(number.byElbow()).isEqualTo(4);
        assertThat(number.tried()).extracting(ClusterNumber.Tried::clusters).containsExactly(2, 3, 4, 5, 6, 7, 8);
        assertThat(number.tried())
                .extracting(ClusterNumber.Tried::inertia)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void shouldTryNothingWhereNothingDiffers() {
        ClusterNumber number = ClusterNumber.between(
                ClusterFixture.of(new double[] {1}, new double[] {1}).clusterRows(), 2, 5, 1);

        assertThat(number.tried()).isEmpty();
        assertThat(number.bySilhouette()).isZero();
        assertThat(number.byElbow()).isZero();
    }

    @Test
    void shouldComputeTheSilhouetteOfTheDefinition() {
        Clusters clusters = ClusterFixture.of(new double[] {0}, new double[] {1}, new double[] {8}, new double[] {10})
                .clusters(2);

        double expected = ((9 - 1) / 9.0 + (8 - 1) / 8.0 + (7.5 - 2) / 7.5 + (9.5 - 2) / 9.5) / 4;
        assertThat(Silhouette.of(clusters)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void shouldKnowTheAdjustedRandIndex() {
        assertThat(Stability.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {1, 1, 0, 0}))
                .isEqualTo(1);
        assertThat(Stability.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {0, 0, 1, 2}))
                .isCloseTo(0.5714285714285714, within(1e-12));
        assertThat(Stability.adjustedRand(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}))
                .isCloseTo(-0.5, within(1e-12));
        assertThat(Stability.adjustedRand(new int[] {0, 0}, new int[] {0, 0})).isEqualTo(1);
    }

    @Test
    void shouldTellStableGroupsFromMadeUpOnes() {
        Stability clouds = Stability.of(ClusterFixture.blobs(2_000, 7).clusters(4), 8, 1);
        Stability madeUp = Stability.of(ClusterFixture.blobs(2_000, 7).clusters(11), 8, 1);

        assertThat(clouds.mean()).isGreaterThan(0.99);
        assertThat(clouds.least()).isLessThanOrEqualTo(clouds.mean());
        assertThat(clouds.samples()).isEqualTo(8);
        assertThat(madeUp.mean()).isLessThan(0.9);
    }

    @Test
    void shouldNameGroupsByWhatDistinguishesThem() {
        Clusters clusters = ClusterFixture.blobs(2_000, 8).clusters(4);

        assertThat(ClusterProfile.of(clusters)).hasSize(4).allSatisfy(profile -> {
            assertThat(profile.name()).isNotEmpty();
            assertThat(profile.share()).isCloseTo(profile.size() / 2_000.0, within(1e-12));
            ClusterProfile.Trait trait = profile.traits().getFirst();
            assertThat(trait.direction() == ClusterProfile.Direction.HIGH).isEqualTo(trait.mean() > trait.overall());
        });
        assertThat(ClusterProfile.of(clusters).stream()
                        .map(profile -> profile.name().stream()
                                .map(t -> t.column() + t.direction() + t.strength())
                                .sorted()
                                .toList())
                        .distinct())
                .hasSize(4);
    }

    @Test
    void shouldFreezeGroupsIntoRulesThatReproduceThem() {
        ClusterFixture fixture = ClusterFixture.wholesale();
        Clusters clusters = fixture.clusters(5);
        FrozenRules rules = FrozenRules.of(clusters, 15);
        int right = 0;
        for (double[] row : fixture.rows()) {
            int met = 0;
            int group = -1;
            for (int cluster = 0; cluster < 5; cluster++) {
                for (FrozenRules.Box box : rules.rules().get(cluster)) {
                    if (holds(fixture, box, row)) {
                        met++;
                        group = cluster;
                    }
                }
            }
            assertThat(met).isEqualTo(1);
            right += clusters.of(java.util.Arrays.asList(fixture.rows()).indexOf(row)) == group ? 1 : 0;
        }

        assertThat(rules.reproduced()).isGreaterThan(0.95).isCloseTo(right / 440.0, within(1e-12));
        assertThat(rules.reproducedIn()).hasSize(5);
        assertThat(rules.rules().stream().mapToInt(java.util.List::size).sum()).isLessThanOrEqualTo(15);
    }

    private static boolean holds(ClusterFixture fixture, FrozenRules.Box box, double[] row) {
        return box.bounds().stream().allMatch(bound -> {
            double amount = row[fixture.columns().indexOf(bound.column())];
            return amount > bound.above() && amount <= bound.upTo();
        });
    }

    @Test
    void shouldWriteRulesInTheLanguageOfConditions() {
        FrozenRules rules = FrozenRules.of(ClusterFixture.blobs(1_000, 9).clusters(4), 4);

        assertThat(rules.reproduced()).isGreaterThan(0.99);
        assertThat(IntStream.range(0, 4).mapToObj(rules::condition).toList())
                .allMatch(text -> text.matches("[xy] (>|<=) [0-9.]+ && [xy] (>|<=) [0-9.]+"));
    }

    @Test
    void shouldChooseThresholdsThatAPersonWouldWrite() {
        assertThat(Thresholds.between(1_234, 1_320)).isEqualTo(1_300);
        assertThat(Thresholds.between(0.1, 0.2)).isEqualTo(0.15);
        assertThat(Thresholds.between(-7.3, -7.2)).isLessThan(-7.2).isGreaterThanOrEqualTo(-7.3);
        assertThat(Thresholds.between(5, Math.nextUp(5.0))).isEqualTo(5);
    }
}
