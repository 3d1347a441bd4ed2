package org.clientele.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.clientele.engine.TestData;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.FlagColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.NumberColumn;
import org.junit.jupiter.api.Test;

class SegmentsBesideEachOtherTest {
    private static BitSet of(int... members) {
        BitSet set = new BitSet();
        IntStream.of(members).forEach(set::set);
        return set;
    }

    @Test
    void shouldRankWhatDiffersMostAndCompareNobodyWithHimself() {
        Map<String, Column> columns = Map.of(
                "age", NumberColumn.of(20, 21, 22, Double.NaN, 40, 41, 42, 43),
                "gold", FlagColumn.of((byte) 1, (byte) 0, (byte) 1, (byte) 0, (byte) 1, (byte) 0, (byte) 1, (byte) -1),
                "city", CodeColumn.of(Dictionary.of(List.of("a", "b")), 0, 0, 0, 1, 1, 1, 1, -1));
        SegmentComparison comparison = SegmentComparison.of(columns, of(0, 1, 2, 3), of(3, 4, 5, 6, 7));

        assertThat(comparison.onlyFirst()).isEqualTo(3);
        assertThat(comparison.onlySecond()).isEqualTo(4);
        assertThat(comparison.both()).isEqualTo(1);
        assertThat(comparison.differences())
                .extracting(SegmentComparison.Difference::column)
                .containsExactly("age", "city", "gold");
        SegmentComparison.Difference age = comparison.differences().getFirst();
        assertThat(age.size().value()).isEqualTo(-1);
        assertThat(age.first()).isEqualTo(21);
        assertThat(age.second()).isEqualTo(41.5);
        assertThat(Objects.requireNonNull(age.means()).value()).isLessThan(-10);
        SegmentComparison.Difference city = comparison.differences().get(1);
        assertThat(city.first()).as("the code most have").isZero();
        assertThat(city.second()).isEqualTo(1);
        assertThat(comparison.differences().getLast().first()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(comparison.differences().getLast().knownSecond()).isEqualTo(3);
    }

    @Test
    void shouldPutWhatMayBeChanceBehindWhatIsCertain() {
        double[] few = new double[80];
        double[] many = new double[80];
        for (int customer = 0; customer < 80; customer++) {
            boolean first = customer < 40;
            few[customer] = customer % 40 > 1 ? Double.NaN : (first ? 0 : 2) + customer % 40 * 3;
            many[customer] = customer % 40 + (first ? 0 : 10);
        }
        BitSet one = new BitSet();
        one.set(0, 40);
        BitSet other = new BitSet();
        other.set(40, 80);
        SegmentComparison comparison =
                SegmentComparison.of(Map.of("few", NumberColumn.of(few), "many", NumberColumn.of(many)), one, other);

        EffectSize certain = comparison.differences().getFirst().size();
        EffectSize chance = comparison.differences().getLast().size();
        assertThat(comparison.differences())
                .extracting(SegmentComparison.Difference::column)
                .containsExactly("many", "few");
        assertThat(certain.isCertain()).isTrue();
        assertThat(chance.isCertain()).isFalse();
        assertThat(Math.abs(chance.value())).isGreaterThanOrEqualTo(Math.abs(certain.value()));
    }

    @Test
    void shouldCompareEmptySegments() {
        SegmentComparison comparison =
                SegmentComparison.of(Map.of("age", NumberColumn.of(1, 2)), new BitSet(), new BitSet());

        assertThat(comparison.differences())
                .singleElement()
                .satisfies(d -> assertThat(d.size().value()).isNaN());
    }

    @Test
    void shouldReconcileEverySegmentByCustomersAndToTheCent() {
        Random random = new Random(5);
        int[] start = random.ints(5_000, -1, 4).toArray();
        int[] end = random.ints(5_000, -1, 4).toArray();
        long[] before = random.longs(5_000, -50_000, 1_000_000).toArray();
        long[] after = random.longs(5_000, -50_000, 1_000_000).toArray();
        before[17] = Long.MIN_VALUE;
        Migration migration = Migration.of(4, start, end, c -> before[c], c -> after[c]);
        long customers = 0;
        long value = 0;
        for (int segment = 0; segment <= migration.none(); segment++) {
            int at = segment == 4 ? -1 : segment;
            Migration.Flow flow = migration.byCustomers(segment);
            Migration.Flow money = migration.byValue(segment);
            assertThat(flow.start() + flow.in() - flow.out() + flow.change()).isEqualTo(flow.end());
            assertThat(flow.change()).isZero();
            assertThat(money.start() + money.in() - money.out() + money.change())
                    .isEqualTo(money.end());
            assertThat(flow.end())
                    .isEqualTo(IntStream.of(end).filter(s -> s == at).count());
            assertThat(money.end())
                    .isEqualTo(IntStream.range(0, 5_000)
                            .filter(c -> end[c] == at)
                            .mapToLong(c -> after[c])
                            .sum());
            customers += flow.start();
            value += money.in() - money.out() + money.change();
        }
        assertThat(customers).isEqualTo(5_000);
        assertThat(value)
                .isEqualTo(IntStream.range(0, 5_000)
                        .mapToLong(c -> after[c] - (c == 17 ? 0 : before[c]))
                        .sum());
    }

    @Test
    void shouldRefuseMigrationsThatDoNotFit() {
        assertThatThrownBy(() -> Migration.of(2, new int[3], new int[2], c -> 0, c -> 0))
                .hasMessageContaining("found 3 and 2");
        assertThatThrownBy(() -> Migration.of(2, new int[] {2}, new int[] {0}, c -> 0, c -> 0))
                .hasMessage("Customer 0 is in segment 2 of a model with 2 segments");
        assertThat(Migration.of(2, new int[0], new int[0], c -> 0, c -> 0)
                        .byValue(2)
                        .end())
                .isZero();
    }

    @Test
    void shouldTellBehaviourFromDefinition() {
        int[] start = {0, 0, 0, 0, 0, -1};
        int[] between = {0, 1, 0, 1, 1, -1};
        int[] end = {0, 1, 1, 2, 0, -1};

        assertThat(Migration.causes(start, between, end)).isEqualTo(new Migration.Causes(3, 1, 1, 1));
    }

    @Test
    void shouldFollowCohortsFromTheirFirstMonth() {
        ActivityColumns purchases = TestData.columns(TestData.cdnow()).activity("purchase");
        Cohorts cohorts = Cohorts.of(purchases, (MoneyColumn) purchases.column("amount"), TestData.CDNOW_END);

        assertThat(cohorts.cohorts()).hasSize(18);
        assertThat(cohorts.cohorts()).extracting(Cohorts.Cohort::customers).startsWith(7_846, 8_476, 7_248, 0);
        assertThat(cohorts.cohorts().getFirst().month()).isEqualTo(YearMonth.of(1997, 1));
        assertThat(cohorts.cohorts().getFirst().retention(0)).isEqualTo(1);
        assertThat(cohorts.cohorts().getFirst().active()).hasSize(18);
        assertThat(cohorts.cohorts().get(3).retention(0)).isNaN();
        assertThat(cohorts.cohorts().stream()
                        .flatMap(c -> c.value().stream())
                        .mapToLong(v -> v)
                        .sum())
                .isEqualTo(250_031_563);
        assertThat(Cohorts.of(purchases, null, LocalDate.of(1996, 1, 1)).cohorts())
                .isEmpty();
    }

    @Test
    void shouldNameWhatIsTypicalOfASegmentOrNothing() {
        Map<String, Column> columns = Map.of(
                "blank", NumberColumn.of(Double.NaN, Double.POSITIVE_INFINITY, 1, 2),
                "gold", FlagColumn.of((byte) -1, (byte) -1, (byte) 1, (byte) 0),
                "city", CodeColumn.of(Dictionary.of(List.of("a", "b", "c")), -1, -1, 2, 1),
                "none", CodeColumn.of(Dictionary.of(List.of()), -1, -1, -1, -1));

        SegmentComparison comparison = SegmentComparison.of(columns, of(0, 1), of(2, 3));

        assertThat(comparison.differences())
                .as("nothing can be measured: by id")
                .extracting(SegmentComparison.Difference::column)
                .containsExactly("blank", "city", "gold", "none");
        assertThat(comparison.differences())
                .extracting(SegmentComparison.Difference::first)
                .containsOnly(Double.NaN);
        assertThat(comparison.differences())
                .extracting(SegmentComparison.Difference::second)
                .containsExactly(1.5, 1.0, 0.5, Double.NaN);
        assertThat(comparison.differences())
                .extracting(SegmentComparison.Difference::knownFirst, SegmentComparison.Difference::knownSecond)
                .containsExactly(tuple(0, 2), tuple(0, 2), tuple(0, 2), tuple(0, 0));
        assertThat(comparison.differences().get(1).means()).isNull();
    }

    @Test
    void shouldPutTheLargerDifferenceFirstWhicheverSegmentHasMore() {
        Map<String, Column> columns = Map.of(
                "age", NumberColumn.of(1, 2, 3, 2, 3, 4),
                "pay", NumberColumn.of(9, 8, 7, 1, 2, 3),
                "same", NumberColumn.of(1, 1, 1, 1, 1, 1));

        assertThat(SegmentComparison.of(columns, of(0, 1, 2), of(3, 4, 5)).differences())
                .extracting(SegmentComparison.Difference::column)
                .containsExactly("pay", "age", "same");
    }

    @Test
    void shouldOrderCombinationsBySizeThenBySegments() {
        Overlaps overlaps = Overlaps.of(List.of(of(0, 1), of(2, 3), of(4), of(0, 2)), 6);

        assertThat(overlaps.combinations())
                .extracting(Overlaps.Combination::segments)
                .containsExactly(List.of(0), List.of(0, 3), List.of(1), List.of(1, 3), List.of(2));
        assertThat(overlaps.none()).isEqualTo(1);
        assertThat(overlaps.likeness(0, 1)).isZero();
        assertThat(overlaps.likeness(0, 3)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(Overlaps.of(List.of(of(), of()), 2).likeness(0, 1)).isNaN();
        assertThat(Overlaps.of(java.util.Collections.nCopies(31, of(0)), 1).combinations())
                .singleElement()
                .satisfies(all -> assertThat(all.segments()).hasSize(31));
    }

    @Test
    void shouldCountCombinationsAndPairs() {
        Overlaps overlaps = Overlaps.of(List.of(of(0, 1, 2, 3), of(2, 3, 4), of(3)), 7);

        assertThat(overlaps.none()).isEqualTo(2);
        assertThat(overlaps.combinations())
                .containsExactly(
                        new Overlaps.Combination(List.of(0), 2),
                        new Overlaps.Combination(List.of(0, 1), 1),
                        new Overlaps.Combination(List.of(0, 1, 2), 1),
                        new Overlaps.Combination(List.of(1), 1));
        assertThat(overlaps.pairs().get(0)).containsExactly(4, 2, 1);
        assertThat(overlaps.likeness(0, 1)).isCloseTo(2 / 5.0, within(1e-12));
        assertThatThrownBy(() -> Overlaps.of(java.util.Collections.nCopies(32, new BitSet()), 1))
                .hasMessageContaining("At most 31");
        assertThat(Overlaps.of(List.of(), 3).none()).isEqualTo(3);
    }
}
