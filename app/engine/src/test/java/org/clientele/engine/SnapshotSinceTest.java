package org.clientele.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;

/** A customer who changed is looked at alone: metrics as if all were computed anew, segments by the borders from before. */
class SnapshotSinceTest {
    private static final LocalDate NOW = LocalDate.of(2026, 6, 30);
    private static final int CUSTOMERS = 60;
    private static final int CHANGES = 300;
    private static final ModelDefinition.Matrix MATRIX = new ModelDefinition.Matrix(
            "matrix",
            Fixtures.segments("good", "poor"),
            null,
            new ModelDefinition.Matrix.Axis("monetary", ModelDefinition.Matrix.Method.PERCENTILE, List.of(0.5)),
            new ModelDefinition.Matrix.Axis("frequency", ModelDefinition.Matrix.Method.FIXED, List.of(3.0)),
            List.of(List.of("poor", "poor"), List.of("poor", "good")));
    private static final VerticalDefinition SHOP = Fixtures.vertical(
            Fixtures.METRICS, List.of(Fixtures.RFM, Fixtures.PYRAMID, Fixtures.ABC, Fixtures.LIFE_CYCLE, MATRIX));

    private final Random random = new Random(11);
    private final Snapshots snapshots = Snapshots.of(SHOP);
    private final List<TestData.Purchase> purchases = new ArrayList<>();

    @Test
    void shouldGiveTheMetricsOfAFullRecomputeAfterEveryChange() {
        fill();
        Snapshot before = snapshots.compute(TestData.columns(purchases), NOW);
        for (int change = 0; change < CHANGES; change++) {
            Changed changed = change(NOW);
            Snapshot all = snapshots.compute(changed.data(), NOW);
            Snapshot alone = snapshots.since(before, changed.alone(), NOW);
            assertThat(alone.customers().size()).isOne();
            for (String metric : all.metrics().columns().keySet()) {
                assertThat(alone.metrics().column(metric).value(0))
                        .as(metric)
                        .isEqualTo(all.metrics().column(metric).value(changed.index()));
            }
        }
    }

    @Test
    void shouldPutTheCustomerWhereAFullRecomputeWithTheBordersOfBeforeDoes() {
        fill();
        Snapshot before = snapshots.compute(TestData.columns(purchases), NOW);
        for (int change = 0; change < CHANGES; change++) {
            LocalDate day = NOW.plusDays(random.nextInt(3));
            Changed changed = change(day);
            Snapshot all = snapshots.since(before, changed.data(), day);
            Snapshot alone = snapshots.since(before, changed.alone(), day);
            for (String model : all.models()) {
                ModelResult mine = alone.result(model);
                assertThat(mine.segment(0))
                        .as(model)
                        .isEqualTo(all.result(model).segment(changed.index()));
                assertThat(mine.reason(0)).as(model).isEqualTo(all.result(model).reason(changed.index()));
            }
            assertThat(alone.result("life_cycle").segment(0))
                    .as("a model that compares nobody is right in full")
                    .isEqualTo(snapshots
                            .compute(changed.data(), day)
                            .result("life_cycle")
                            .segment(changed.index()));
        }
    }

    @Test
    void shouldTakeInACustomerWhomTheSnapshotHasNotSeen() {
        fill();
        Snapshot before = snapshots.compute(TestData.columns(purchases), NOW);
        purchases.add(new TestData.Purchase("99999", NOW, 1, 9_999_999));
        VerticalColumns data = TestData.columns(purchases);
        Snapshot alone =
                snapshots.since(before, data.only(new int[] {data.customers().size() - 1}), NOW);

        assertThat(alone.result("pyramid").segment(0)).as("platinum").isZero();
    }

    private record Changed(VerticalColumns data, VerticalColumns alone, int index) {}

    private Changed change(LocalDate latest) {
        TestData.Purchase purchase = purchase(random.nextInt(CUSTOMERS), latest);
        if (random.nextInt(4) == 0) {
            int taken = random.nextInt(purchases.size());
            purchase = purchases.get(taken);
            if (rowsOf(purchase.customer()) > 1) {
                purchases.remove(taken);
            }
        } else {
            purchases.add(purchase);
        }
        VerticalColumns data = TestData.columns(purchases);
        int index = data.customers().indexOf(Long.parseLong(purchase.customer()));
        return new Changed(data, data.only(new int[] {index}), index);
    }

    private long rowsOf(String customer) {
        return purchases.stream()
                .filter(purchase -> purchase.customer().equals(customer))
                .count();
    }

    private void fill() {
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            for (int i = random.nextInt(8); i >= 0; i--) {
                purchases.add(purchase(customer, NOW));
            }
        }
    }

    private TestData.Purchase purchase(int customer, LocalDate latest) {
        return new TestData.Purchase(
                String.valueOf(customer),
                latest.minusDays(random.nextInt(900)),
                1 + random.nextInt(3),
                100 + random.nextInt(50_000));
    }
}
