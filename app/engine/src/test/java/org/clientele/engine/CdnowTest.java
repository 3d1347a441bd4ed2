package org.clientele.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.Reason;
import org.clientele.engine.model.RfmResult;
import org.clientele.engine.model.RfmResult.Axis;
import org.clientele.engine.model.TiersResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine on the real purchases of CDNOW; the published counts must come out. */
class CdnowTest {
    private static final int CUSTOMERS = 23_570;
    private static List<TestData.Purchase> purchases = List.of();
    private static Snapshot snapshot;

    @BeforeAll
    static void compute() {
        purchases = TestData.cdnow();
        snapshot = Snapshots.of(Fixtures.retail()).compute(TestData.columns(purchases), TestData.CDNOW_END);
    }

    @Test
    void shouldCountEveryPurchaseAndCent() {
        assertThat(purchases).hasSize(69_659);
        assertThat(snapshot.customers().size()).isEqualTo(CUSTOMERS);
        assertThat(sum("monetary")).isEqualTo(250_031_563);
        assertThat(sum("frequency")).isEqualTo(69_659);
    }

    @Test
    void shouldScoreByTheCutPointsThatRfmReports() {
        RfmResult rfm = (RfmResult) snapshot.result("rfm");
        for (Axis axis : Axis.values()) {
            String metric = axis.name().toLowerCase(java.util.Locale.ROOT);
            long[] cuts = naiveCuts(metric);
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                long value = snapshot.metrics().column(metric).order(customer);
                int below = (int) Arrays.stream(cuts).filter(cut -> cut < value).count();
                assertThat(rfm.score(axis, customer)).isEqualTo(axis == Axis.RECENCY ? 5 - below : 1 + below);
            }
        }
    }

    @Test
    void shouldPutEveryCustomerIntoExactlyOneCellAndLabel() {
        RfmResult rfm = (RfmResult) snapshot.result("rfm");
        BitSet seen = new BitSet();
        for (int r = 1; r <= 5; r++) {
            for (int level = 1; level <= 5; level++) {
                BitSet cell = rfm.cell(r, level);
                assertThat(cell.intersects(seen)).isFalse();
                assertThat(cell.cardinality()).isEqualTo(rfm.gridCounts()[r - 1][level - 1]);
                seen.or(cell);
                int label = rfm.segmentAt(r, level);
                assertThat(label).isBetween(0, rfm.segmentCount() - 1);
                assertThat(cell.stream().allMatch(c -> rfm.segment(c) == label)).isTrue();
            }
        }
        assertThat(seen.cardinality()).isEqualTo(CUSTOMERS);
        assertThat(Arrays.stream(rfm.counts()).sum()).isEqualTo(CUSTOMERS);
    }

    @Test
    void shouldCutThePyramidAtTheSharesAndKeepEqualValuesTogether() {
        TiersResult pyramid = (TiersResult) snapshot.result("pyramid");
        int[] counts = pyramid.counts();

        assertThat(Arrays.stream(counts).sum()).isEqualTo(CUSTOMERS);
        assertThat(counts[0]).isBetween(236, 240);
        assertThat(counts[0] + counts[1]).isBetween(1_179, 1_185);
        MoneyColumn monetary = (MoneyColumn) snapshot.metrics().column("monetary");
        long platinum = ((Value.Money) pyramid.startsAt(0)).minor();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            assertThat(pyramid.segment(customer) == 0).isEqualTo(monetary.get(customer) >= platinum);
        }
    }

    @Test
    void shouldMakeUpTheCumulativeShareWithTheFewestCustomers() {
        ModelResult abc = snapshot.result("abc");
        MoneyColumn monetary = (MoneyColumn) snapshot.metrics().column("monetary");
        long inA = abc.members(0).stream().mapToLong(monetary::get).sum();
        long smallest = abc.members(0).stream().mapToLong(monetary::get).min().orElseThrow();

        assertThat(inA * 10).isGreaterThanOrEqualTo(250_031_563L * 8);
        assertThat((inA - smallest) * 10).isLessThan(250_031_563L * 8 + smallest * 100);
    }

    @Test
    void shouldPutEveryCustomerIntoOneStage() {
        ModelResult cycle = snapshot.result("life_cycle");

        assertThat(Arrays.stream(cycle.counts()).sum()).isEqualTo(CUSTOMERS);
        assertThat(cycle.counts()[cycle.ordinal("potential")]).isZero();
        assertThat(cycle.counts()[cycle.ordinal("lapsed")]).isPositive();
    }

    @Test
    void shouldGiveReasonsThatHold() {
        for (String model : snapshot.models()) {
            ModelResult result = snapshot.result(model);
            for (int customer = 0; customer < CUSTOMERS; customer += 7) {
                Reason reason = result.reason(customer);
                assertThat(reason.segment()).isNotNull();
                assertThat(reason.checks()).isNotEmpty().allMatch(Check::holds);
                assertThat(reason.best()).isEqualTo(result.segment(customer) == 0);
            }
        }
    }

    @Test
    void shouldNotDependOnTheOrderOfRows() {
        List<TestData.Purchase> shuffled = new ArrayList<>(purchases);
        Collections.shuffle(shuffled, new Random(7));
        Snapshot again = Snapshots.of(Fixtures.retail()).compute(TestData.columns(shuffled), TestData.CDNOW_END);

        for (String model : snapshot.models()) {
            ModelResult expected = snapshot.result(model);
            ModelResult actual = again.result(model);
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                assertThat(actual.segment(customer)).isEqualTo(expected.segment(customer));
            }
            for (int customer = 0; customer < CUSTOMERS; customer += 11) {
                assertThat(actual.reason(customer)).isEqualTo(expected.reason(customer));
            }
        }
    }

    private static long sum(String metric) {
        MeasureColumn column = snapshot.metrics().column(metric);
        long sum = 0;
        for (int customer = 0; customer < column.size(); customer++) {
            sum += column.order(customer);
        }
        return sum;
    }

    private static long[] naiveCuts(String metric) {
        MeasureColumn column = snapshot.metrics().column(metric);
        List<Long> sorted = new ArrayList<>();
        for (int customer = 0; customer < column.size(); customer++) {
            sorted.add(column.order(customer));
        }
        Collections.sort(sorted);
        long[] cuts = new long[4];
        for (int k = 1; k <= 4; k++) {
            int rank = (int) Math.ceil(k * 20 * sorted.size() / 100.0);
            cuts[k - 1] = sorted.get(rank - 1);
        }
        return cuts;
    }
}
