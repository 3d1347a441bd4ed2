package org.clientele.engine.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.engine.cluster.Clustering.Refusal;
import org.clientele.engine.cluster.Clustering.Refused;
import org.clientele.engine.statistics.Feature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KMeansTest {
    private static final ClusterFixture WHOLESALE = ClusterFixture.wholesale();

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 8})
    void shouldComeWithinAThousandthOfTheBestOfTwentyRestarts(int count) {
        Clusters clusters = WHOLESALE.clusters(count);
        double best = NaiveKMeans.bestInertia(WHOLESALE, count, 20, 99);

        assertThat(clusters.inertia()).isLessThanOrEqualTo(best * 1.001);
    }

    @Test
    void shouldMeasureInertiaFromTheMeansOfTheGroups() {
        Clusters clusters = WHOLESALE.clusters(4);

        assertThat(NaiveKMeans.inertia(
                        WHOLESALE, IntStream.range(0, 440).map(clusters::of).toArray(), 4))
                .isCloseTo(clusters.inertia(), within(1e-8));
        assertThat(IntStream.range(0, 4).map(clusters::size).sum()).isEqualTo(440);
        assertThat(IntStream.range(0, 4).map(clusters::size).toArray()).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void shouldPutEveryRowToTheNearestCentre() {
        ClusterFixture blobs = ClusterFixture.blobs(3_000, 2);
        Clusters clusters = blobs.clusters(7);
        ClusterRows rows = blobs.clusterRows();

        for (int place = 0; place < rows.size(); place++) {
            assertThat(clusters.nearest(rows, place)).isEqualTo(clusters.of(rows.row(place)));
        }
    }

    @Test
    void shouldFindTheCloudsThatAreThereAlsoWhenStartsAreTriedOnASample() {
        for (int size : new int[] {500, 60_000}) {
            Clusters clusters = ClusterFixture.blobs(size, 3).clusters(4);

            assertThat(clusters.size(0) / (double) size).isCloseTo(0.4, within(0.06));
            assertThat(IntStream.range(0, 4)
                            .mapToObj(c -> Math.round(clusters.mean(c, 1) / 10_000))
                            .toList())
                    .containsExactlyInAnyOrder(0L, 0L, 1L, 1L);
        }
    }

    @Test
    void shouldNotDependOnTheOrderOfRows() {
        List<Integer> shuffled = new ArrayList<>(IntStream.range(0, 440).boxed().toList());
        Collections.shuffle(shuffled, new Random(4));
        int[] order = shuffled.stream().mapToInt(Integer::intValue).toArray();
        Clusters clusters = WHOLESALE.clusters(5);
        Clusters other = WHOLESALE.ordered(order).clusters(5);

        assertThat(other.inertia()).isEqualTo(clusters.inertia());
        for (int row = 0; row < order.length; row++) {
            assertThat(other.of(row)).isEqualTo(clusters.of(order[row]));
        }
    }

    @Test
    void shouldNotDependOnTheUnitOfAColumn() {
        Clusters clusters = WHOLESALE.clusters(5);
        Clusters other = WHOLESALE.scaled(0, 1e-6, 30).scaled(3, 4_096, -7).clusters(5);

        for (int row = 0; row < 440; row++) {
            assertThat(other.of(row)).isEqualTo(clusters.of(row));
        }
        assertThat(other.inertia()).isCloseTo(clusters.inertia(), within(1e-6));
        assertThat(other.mean(0, 0)).isCloseTo(clusters.mean(0, 0) * 1e-6 + 30, within(1e-9));
    }

    @Test
    void shouldLeaveOutRowsWithMissingOrInfiniteAmounts() {
        double[][] rows = ClusterFixture.blobs(200, 5).rows().clone();
        rows[3] = new double[] {Double.NaN, 1};
        rows[7] = new double[] {2, Double.NEGATIVE_INFINITY};
        Clusters clusters = ClusterFixture.of(rows).clusters(4);

        assertThat(clusters.of(3)).isEqualTo(Clusters.NONE);
        assertThat(clusters.of(7)).isEqualTo(Clusters.NONE);
        assertThat(clusters.rows().size()).isEqualTo(198);
        assertThat(clusters.rows().given()).isEqualTo(200);
        assertThat(clusters.inertia()).isFinite();
    }

    @Test
    void shouldRefuseWhatCannotBeGrouped() {
        assertThat(cluster(ClusterFixture.of(), 2)).isEqualTo(new Refused(Refusal.TOO_FEW_ROWS, 0, 4));
        assertThat(cluster(ClusterFixture.of(new double[] {1, 2}), 2))
                .isEqualTo(new Refused(Refusal.TOO_FEW_ROWS, 1, 4));
        assertThat(cluster(same(50, 0.1), 2)).isEqualTo(new Refused(Refusal.SAME_EVERYWHERE, 0, 1));
        assertThat(cluster(same(50, 1e15 / 3), 2)).isEqualTo(new Refused(Refusal.SAME_EVERYWHERE, 0, 1));
        double[][] two =
                IntStream.range(0, 50).mapToObj(i -> new double[] {i % 2, 5}).toArray(double[][]::new);
        assertThat(cluster(ClusterFixture.of(two), 3)).isEqualTo(new Refused(Refusal.TOO_FEW_DIFFERENT, 2, 3));
        assertThat(ClusterFixture.of(two).clusters(2).inertia()).isCloseTo(0, within(1e-20));
    }

    private static ClusterFixture same(int size, double value) {
        return ClusterFixture.of(
                IntStream.range(0, size).mapToObj(i -> new double[] {value}).toArray(double[][]::new));
    }

    private static Clustering cluster(ClusterFixture fixture, int count) {
        return KMeans.cluster(fixture.clusterRows(), KMeans.Settings.of(count, 1));
    }

    @Test
    void shouldNameSettingsThatCannotBe() {
        assertThatThrownBy(() -> KMeans.Settings.of(1, 0)).hasMessageContaining("found 1, 10 and 100");
        assertThatThrownBy(() -> ClusterRows.of(List.of(), 0, new long[0])).hasMessageContaining("0 columns");
        assertThatThrownBy(() -> ClusterRows.of(List.of(new Feature.Amount("a", row -> 1)), 3, new long[2]))
                .hasMessageContaining("2 lots for 3 rows");
    }
}
