package org.clientele.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.model.CustomModels;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.api.extension.ModelOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Models as of another day than the snapshot's: what nobody asks for is not computed. */
class SnapshotOnDayTest {
    private static final LocalDate NOW = LocalDate.of(2026, 6, 30);
    private static final ModelDefinition.Custom CODE = new ModelDefinition.Custom(
            "habit",
            Fixtures.segments("often", "seldom"),
            null,
            "com.example.Habit",
            List.of("frequency"),
            List.of(),
            true);
    private static final ModelDefinition.Rules READER = new ModelDefinition.Rules(
            "reader",
            Fixtures.segments("best", "others"),
            null,
            ModelDefinition.Rules.Match.FIRST,
            List.of(
                    new ModelDefinition.Rule("best", "segment_pyramid == 'platinum' && segment_habit == 'often'", null),
                    new ModelDefinition.Rule("others", "true", null)),
            null,
            true);
    private static final VerticalDefinition SHOP =
            Fixtures.vertical(Fixtures.METRICS, List.of(Fixtures.RFM, CODE, Fixtures.PYRAMID, READER));

    private final List<LocalDate> calls = new ArrayList<>();
    private final Snapshots snapshots = Snapshots.of(SHOP, recording());
    private final VerticalColumns data = TestData.columns(purchases());

    @BeforeEach
    void forget() {
        calls.clear();
    }

    @Test
    void shouldNotCallTheCodeOfAModelThatNobodyAskedFor() {
        Snapshot now = snapshots.compute(data, NOW);
        Snapshot before = snapshots.onDay(now, NOW.minusDays(40));

        int[] tiers = before.result("pyramid").segments();

        assertThat(calls).containsExactly(NOW);
        assertThat(tiers)
                .isEqualTo(snapshots
                        .compute(data, NOW.minusDays(40))
                        .result("pyramid")
                        .segments());
    }

    @Test
    void shouldEvaluateTheModelsThatAModelReadsBeforeIt() {
        Snapshot before = snapshots.onDay(snapshots.compute(data, NOW), NOW.minusDays(40));

        before.prepare(Set.of("reader"), Set.of("monetary", "no_metric"));

        assertThat(calls).containsExactly(NOW, NOW.minusDays(40));
        assertThat(before.result("reader").counts()).containsExactly(1, 2);
        assertThat(before.column("segment_reader")).isNotNull();
        assertThat(calls).hasSize(2);
    }

    private CustomModels recording() {
        return call -> call.run(
                input -> {
                    calls.add(input.asOf());
                    ModelOutput output = ModelOutput.of(input);
                    for (int row = 0; row < input.size(); row++) {
                        output.put(row, input.wholes("frequency").get(row) > 1 ? 0 : 1);
                    }
                    return output;
                },
                () -> false);
    }

    private static List<TestData.Purchase> purchases() {
        return List.of(
                new TestData.Purchase("1", NOW.minusDays(90), 1, 50_000),
                new TestData.Purchase("1", NOW.minusDays(50), 1, 70_000),
                new TestData.Purchase("2", NOW.minusDays(60), 1, 1_000),
                new TestData.Purchase("3", NOW.minusDays(45), 1, 2_000),
                new TestData.Purchase("3", NOW.minusDays(5), 1, 900_000));
    }
}
