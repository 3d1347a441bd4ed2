package org.clientele.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Matrix.Axis;
import org.clientele.plugins.api.ModelDefinition.Matrix.Method;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.extension.Cells;
import org.clientele.plugins.api.extension.ModelOutput;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some customers alone stay in the segments that they are in among all, for the same reasons, by every kind of model. */
class SnapshotPartTest {
    private static final LocalDate NOW = LocalDate.of(2026, 6, 30);
    private static final int CUSTOMERS = 200;
    private static final ModelDefinition.Custom CODE = new ModelDefinition.Custom(
            "habit",
            Fixtures.segments("first_half", "second_half"),
            null,
            "com.example.Habit",
            List.of("frequency"),
            List.of("place"),
            true);
    private static final ModelDefinition.Rules LABELS = new ModelDefinition.Rules(
            "labels",
            Fixtures.segments("big", "often", "moved"),
            null,
            ModelDefinition.Rules.Match.ALL,
            List.of(
                    new ModelDefinition.Rule("big", "segment_pyramid in ['platinum', 'gold']", null),
                    new ModelDefinition.Rule("often", "frequency >= 4", null),
                    new ModelDefinition.Rule("moved", "changed_from(segment_pyramid, 'gold', 60)", null)),
            null,
            true);
    private static final ModelDefinition.Matrix MATRIX = new ModelDefinition.Matrix(
            "matrix",
            Fixtures.segments("good", "poor"),
            null,
            new Axis("monetary", Method.PERCENTILE, List.of(0.5)),
            new Axis("frequency", Method.PERCENTILE, List.of(0.5)),
            List.of(List.of("poor", "poor"), List.of("poor", "good")));
    private static final ModelDefinition.Churn CHURN = new ModelDefinition.Churn(
            "risk",
            Fixtures.segments("low", "high", "gone"),
            null,
            null,
            "recency > 180",
            List.of("frequency", "monetary"),
            List.of(0.3),
            "gone");
    private static final VerticalDefinition SHOP = Fixtures.vertical(
            Fixtures.METRICS,
            List.of(Fixtures.RFM, Fixtures.PYRAMID, Fixtures.ABC, Fixtures.LIFE_CYCLE, CODE, LABELS, MATRIX, CHURN));

    private final Snapshots snapshots = Snapshots.of(
            SHOP,
            call -> call.run(
                    input -> {
                        ModelOutput output = ModelOutput.of(input);
                        double[] places = IntStream.range(0, input.size())
                                .mapToDouble(row -> row)
                                .toArray();
                        int reason =
                                output.reason("place", Cells.field("frequency"), Cells.of(Cells.Kind.NUMBER, places));
                        for (int row = 0; row < input.size(); row++) {
                            output.put(row, 2 * row < input.size() ? 0 : 1, reason);
                        }
                        return output;
                    },
                    () -> false));

    @ParameterizedTest
    @ValueSource(ints = {0, 100})
    void shouldLeaveCustomersWhereTheyAreAmongAll(int daysAgo) {
        Snapshot now = snapshots.compute(TestData.columns(purchases()).with(SnapshotPartTest::past), NOW);
        Snapshot whole = daysAgo == 0 ? now : snapshots.onDay(now, NOW.minusDays(daysAgo));
        int[] chosen = IntStream.range(0, whole.customers().size())
                .filter(i -> i % 3 == 1)
                .toArray();
        VerticalColumns data = whole.data().only(chosen);

        Snapshot part = snapshots.part(whole, data, chosen);

        assertThat(part.customers().size()).isEqualTo(chosen.length);
        assertThat(part.present().cardinality()).isEqualTo((int)
                IntStream.of(chosen).filter(whole.present()::get).count());
        for (int row = 0; row < chosen.length; row++) {
            assertThat(part.customers().id(row)).isEqualTo(whole.customers().id(chosen[row]));
            assertThat(value(part, "monetary", row)).isEqualTo(value(whole, "monetary", chosen[row]));
            assertThat(value(part, "recency", row)).isEqualTo(value(whole, "recency", chosen[row]));
            for (String model : whole.models()) {
                ModelResult mine = part.result(model);
                ModelResult all = whole.result(model);
                assertThat(mine.segment(row)).as(model).isEqualTo(all.segment(chosen[row]));
                for (int segment = 0; segment < all.model().segments().size(); segment++) {
                    assertThat(mine.isMember(row, segment)).as(model).isEqualTo(all.isMember(chosen[row], segment));
                }
                assertThat(mine.reason(row)).as(model).isEqualTo(all.reason(chosen[row]));
            }
        }
    }

    /** Every other customer was gold until a hundred and forty days ago at most. */
    private static HistoryColumns past(String variable) {
        HistoryColumns.Builder history = HistoryColumns.builder(List.of("platinum", "gold", "iron", "lead"));
        int now = Math.toIntExact(NOW.toEpochDay());
        for (int customer = 0; customer < CUSTOMERS; customer += 2) {
            int moved = now - customer % 140;
            history.add(customer, now - 400, moved, "gold");
            history.add(customer, moved, HistoryColumns.OPEN, "lead");
        }
        return history.build();
    }

    private static Value value(Snapshot snapshot, String metric, int row) {
        return snapshot.metrics().column(metric).value(row);
    }

    private static List<TestData.Purchase> purchases() {
        Random random = new Random(5);
        List<TestData.Purchase> purchases = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            int first = random.nextInt(500);
            for (int i = random.nextInt(8); i >= 0; i--) {
                purchases.add(new TestData.Purchase(
                        String.valueOf(customer),
                        NOW.minusDays(random.nextInt(first + 1)),
                        1 + random.nextInt(3),
                        100 + random.nextInt(50_000)));
            }
        }
        return purchases;
    }
}
