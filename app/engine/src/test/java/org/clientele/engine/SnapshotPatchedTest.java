package org.clientele.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.clientele.engine.column.ColumnsPatch;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.model.ClusterResult;
import org.clientele.engine.model.ClusterTraining;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;

/** A few customers who changed are put into a snapshot: borders are found anew, what was learnt is kept. */
class SnapshotPatchedTest {
    private static final LocalDate NOW = LocalDate.of(2026, 6, 30);
    private static final ModelDefinition.Clusters GROUPS = new ModelDefinition.Clusters(
            "groups",
            Fixtures.segments("a", "b", "c"),
            null,
            null,
            List.of("recency", "frequency", "monetary"),
            3,
            1,
            List.of(),
            Map.of());
    private static final VerticalDefinition SHOP =
            Fixtures.vertical(Fixtures.METRICS, List.of(Fixtures.RFM, Fixtures.PYRAMID, Fixtures.LIFE_CYCLE, GROUPS));

    private final Random random = new Random(5);
    private final Snapshots snapshots = Snapshots.of(SHOP);
    private final List<TestData.Purchase> purchases = new ArrayList<>();

    @Test
    void shouldFindBordersAnewAndKeepWhatWasLearnt() {
        fill(60);
        Snapshot before = snapshots.compute(TestData.columns(purchases), NOW);
        purchases.add(new TestData.Purchase("7", NOW, 1, 9_999_999));

        Snapshot patched = patched(before, 7, NOW);
        Snapshot anew = snapshots.compute(TestData.columns(purchases), NOW);

        for (String model : List.of("rfm", "pyramid", "life_cycle")) {
            assertThat(patched.result(model).segments())
                    .as(model)
                    .isEqualTo(anew.result(model).segments());
        }
        assertThat(training(patched)).isSameAs(training(before));
        assertThat(training(anew)).isNotEqualTo(training(before));
    }

    @Test
    void shouldLearnOnceThereIsEnoughToLearnFrom() {
        purchases.add(purchase(0));
        purchases.add(purchase(1));
        Snapshot before = snapshots.compute(TestData.columns(purchases), NOW);
        assertThat(training(before).centres()).isNull();
        for (int i = 0; i < 60; i++) {
            purchases.add(purchase(2 + i));
        }
        VerticalColumns after = TestData.columns(purchases);
        List<Long> all = ids(after);

        Snapshot patched = snapshots.patched(before, ColumnsPatch.of(before.data(), all, after), NOW);

        assertThat(training(patched).centres()).isNotNull();
    }

    @Test
    void shouldLearnAnewOnAnotherDay() {
        fill(60);
        Snapshot before = snapshots.compute(TestData.columns(purchases), NOW);
        purchases.add(new TestData.Purchase("7", NOW.plusDays(1), 1, 500));

        Snapshot patched = patched(before, 7, NOW.plusDays(1));

        assertThat(training(patched).asOf()).isEqualTo(NOW.plusDays(1));
    }

    private Snapshot patched(Snapshot before, long changed, LocalDate day) {
        VerticalColumns now = TestData.columns(purchases);
        VerticalColumns part = now.only(new int[] {now.customers().indexOf(changed)});
        return snapshots.patched(before, ColumnsPatch.of(before.data(), List.of(changed), part), day);
    }

    private static List<Long> ids(VerticalColumns data) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < data.customers().size(); i++) {
            ids.add(data.customers().id(i));
        }
        return ids;
    }

    private static ClusterTraining training(Snapshot snapshot) {
        return ((ClusterResult) snapshot.result("groups")).training();
    }

    private void fill(int customers) {
        for (int customer = 0; customer < customers; customer++) {
            for (int i = random.nextInt(8); i >= 0; i--) {
                purchases.add(purchase(customer));
            }
        }
    }

    private TestData.Purchase purchase(int customer) {
        return new TestData.Purchase(
                String.valueOf(customer),
                NOW.minusDays(random.nextInt(900)),
                1 + random.nextInt(3),
                100 + random.nextInt(50_000));
    }
}
