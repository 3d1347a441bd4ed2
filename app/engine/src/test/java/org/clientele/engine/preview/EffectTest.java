package org.clientele.engine.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.column.WholeColumn;
import org.clientele.engine.comparison.EntropyWeights;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;

class EffectTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final ModelDefinition.Tiers TIERS =
            Fixtures.tiers("worth", "monetary", Method.FIXED, List.of(100.0, 10.0), "gold", "silver", "lead");

    /** Customers who spent 200, 50, 50, 20 and 5, and one who never bought. */
    private static Snapshot snapshot() {
        long[] spent = {200_00, 50_00, 50_00, 20_00, 5_00};
        CustomerColumns.Builder builder = CustomerColumns.builder(List.of(), 2);
        IntStream.rangeClosed(1, 6).forEach(builder::customer);
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = ActivityColumns.builder(customers, Fixtures.PURCHASE, Set.of("amount"), 2);
        for (int customer = 0; customer < spent.length; customer++) {
            rows.row(customer + 1, (int) DAY.toEpochDay());
            rows.money(0, spent[customer]);
        }
        VerticalDefinition shop = Fixtures.vertical(Fixtures.METRICS, List.of(TIERS));
        return Snapshots.of(shop)
                .compute(new VerticalColumns(shop, 2, customers, Map.of("purchase", rows.build())), DAY);
    }

    private static ModelDefinition.Tiers tiers(double gold, double silver) {
        return Fixtures.tiers("worth", "monetary", Method.FIXED, List.of(gold, silver), "gold", "silver", "lead");
    }

    /** 50 are gold, 20 are lead. */
    private static Effect effect() {
        return new ModelPreview(snapshot(), "worth").of(tiers(50, 40));
    }

    @Test
    void shouldCountEverySegmentBeforeAndAfter() {
        Effect effect = effect();

        assertThat(IntStream.range(0, 3).map(effect::countBefore)).containsExactly(1, 3, 2);
        assertThat(IntStream.range(0, 3).map(effect::countAfter)).containsExactly(3, 0, 3);
        assertThat(effect.inNone()).isZero();
        assertThat(effect.before().model()).isEqualTo(TIERS);
        assertThat(effect.from(1)).isEqualTo(1);
        assertThat(effect.to(1)).isZero();
        assertThat(effect.from(0)).isEqualTo(effect.to(0)).isZero();
    }

    @Test
    void shouldSayWhoMovesAndWithWhat() {
        Effect effect = effect();

        assertThat(effect.moved()).isEqualTo(3);
        assertThat(effect.movedWorth()).isEqualTo(120_00);
        assertThat(effect.migration().customers(1, 0)).isEqualTo(2);
        assertThat(effect.migration().customers(1, 2)).isEqualTo(1);
    }

    @Test
    void shouldNameMoversByWorthThenById() {
        Effect effect = effect();

        assertThat(effect.movers(9)).containsExactly(1, 2, 3);
        assertThat(effect.movers(2)).containsExactly(1, 2);
        assertThat(effect.movers(1)).containsExactly(1);
        assertThat(effect.movers(2, 9)).as("into or out of lead").containsExactly(3);
        assertThat(effect.movers(0, 9)).containsExactly(1, 2);
        assertThat(effect.everyMover(Effect.Way.ANY, 0)).containsExactly(1, 2, 3);
        assertThat(effect.everyMover(Effect.Way.IN, 0)).containsExactly(1, 2);
        assertThat(effect.everyMover(Effect.Way.OUT, 0)).isEmpty();
        assertThat(effect.everyMover(Effect.Way.OUT, 1)).containsExactly(1, 2, 3);
        assertThat(effect.everyMover(Effect.Way.IN, 2)).containsExactly(3);
    }

    @Test
    void shouldPutALaterMoverOfMoreWorthFirst() {
        Effect effect = new ModelPreview(snapshot(), "worth").between(tiers(1_000, 2), tiers(1_000, 900));

        assertThat(effect.movers(5)).containsExactly(0, 1, 2, 3, 4);
        Effect back = new ModelPreview(snapshot(), "worth").between(tiers(1_000, 900), tiers(10, 2));
        assertThat(back.movers(3)).containsExactly(0, 1, 2);
        assertThat(back.countBefore(2)).isEqualTo(6);
        assertThat(back.countAfter(1)).isEqualTo(1);
    }

    @Test
    void shouldSpreadValuesOverBarsTheOutliersInTheLast() {
        MeasureColumn wholes = WholeColumn.of(0);
        long[] orders = IntStream.rangeClosed(0, 100)
                .mapToLong(i -> i == 100 ? 9_999 : i)
                .toArray();

        Histogram histogram = Histogram.of(wholes, orders, 4);

        assertThat(histogram.low()).isZero();
        assertThat(histogram.high()).isEqualTo(98);
        assertThat(histogram.counts()).containsExactly(25, 25, 24, 27);
    }

    @Test
    void shouldDrawOneBarWhereAllAreTheSame() {
        assertThat(Histogram.of(MoneyColumn.of(2, 0), new long[] {5_00, 5_00}, 4))
                .isEqualTo(new Histogram(5, 5, List.of(2)));
        assertThat(Histogram.of(NumberColumn.of(0), new long[0], 4)).isEqualTo(new Histogram(0, 0, List.of()));
    }

    @Test
    void shouldLeaveOutOfTheBarsWhoHasNoValue() {
        Histogram histogram = new ModelPreview(snapshot(), "worth").histogram("basket", 2);

        assertThat(histogram.counts().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(5);
        assertThat(histogram.low()).isEqualTo(5);
    }

    @Test
    void shouldWeighTheCriteriaOfRfmByTheirSpread() {
        ModelPreview preview = new ModelPreview(snapshot(), "worth");

        assertThat(preview.entropyWeights(Fixtures.RFM))
                .isEqualTo(new EntropyWeights.Refused(EntropyWeights.Refusal.TOO_FEW_ROWS, 5, 10));
        assertThat(preview.snapshot().customers().size()).isEqualTo(6);
        assertThat(Arrays.stream(preview.of(TIERS).movers(3))).isEmpty();
    }
}
