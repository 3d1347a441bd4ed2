package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.Value;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.RfmResult;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * Metrics and segments from columns in memory, and RFM anew after a cut point moved, beside DuckDB in the same process, in turns.
 * Arguments: number of customers (100000), turns (7).
 */
final class WarmBenchmark {
    private static final List<String> MODELS = List.of("rfm", "pyramid", "life_cycle");

    private WarmBenchmark() {}

    static void run(List<String> arguments) {
        int customers = Integer.parseInt(Shops.argument(arguments, 0, "100000"));
        int turns = Integer.parseInt(Shops.argument(arguments, 1, "7"));
        VerticalDefinition definition = RetailData.three();
        long before = PeakHeap.live();
        VerticalColumns columns =
                RetailData.columns(definition, customers, taker -> SkewedPurchases.each(customers, Shops.LAST, taker));
        Snapshots engine = Snapshots.of(definition);
        Snapshot snapshot = engine.compute(columns, Shops.LAST);
        long bytes = PeakHeap.live() - before;
        System.out.printf(
                Locale.ROOT,
                "%,d customers, %,d purchases; %d bytes a customer of columns, metrics and models%n",
                customers,
                columns.activity("purchase").size(),
                bytes / customers);
        try (DuckPeer peer = new DuckPeer(new SegmentSql(definition, Shops.LAST, "purchase", "amount"))) {
            peer.fill(customers);
            recompute(engine, columns, peer, turns);
            for (String model : MODELS) {
                compare(snapshot.result(model), peer.counts("result", model));
            }
            rescore(snapshot, peer, turns);
        }
        System.out.println(Load.text());
    }

    private static void recompute(Snapshots engine, VerticalColumns columns, DuckPeer peer, int turns) {
        Timings ours = new Timings("metrics and three models from columns");
        Timings theirs = new Timings("DuckDB: from its table to a result table");
        for (int turn = -2; turn < turns; turn++) {
            Timings counted = turn < 0 ? new Timings("warm-up") : ours;
            counted.time(() -> engine.compute(columns, Shops.LAST));
            (turn < 0 ? counted : theirs).time(peer::run);
        }
        System.out.println(ours.text());
        System.out.println(theirs.text());
    }

    private static void rescore(Snapshot snapshot, DuckPeer peer, int turns) {
        RfmResult rfm = (RfmResult) snapshot.result("rfm");
        long[] recency = cuts(rfm, RfmResult.Axis.RECENCY);
        long[] frequency = cuts(rfm, RfmResult.Axis.FREQUENCY);
        Timings ours = new Timings("RFM after a cut point moved, from nothing");
        Timings theirs = new Timings("DuckDB: fixed thresholds to a temporary table");
        ModelResult scored = rfm;
        long[] monetary = cuts(rfm, RfmResult.Axis.MONETARY);
        for (int turn = -5; turn < 5 * turns; turn++) {
            monetary[1] = monetary[0] + 100L * (turn + 6);
            ModelDefinition.Rfm moved = withCuts(rfm.model(), recency, frequency, monetary);
            Timings counted = turn < 0 ? new Timings("warm-up") : ours;
            List<ModelResult> result = new ArrayList<>();
            counted.time(() -> result.add(snapshot.preview(moved)));
            scored = result.getFirst();
            (turn < 0 ? counted : theirs).time(() -> peer.rescore(recency, frequency, monetary));
        }
        compare(scored, peer.counts("scored", "rfm"));
        System.out.println(ours.text());
        System.out.println(theirs.text());
    }

    private static ModelDefinition.Rfm withCuts(
            ModelDefinition.Rfm model, long[] recency, long[] frequency, long[] monetary) {
        return new ModelDefinition.Rfm(
                model.id(),
                model.segments(),
                model.source(),
                model.recency(),
                model.frequency(),
                model.monetary(),
                doubles(recency, 1),
                doubles(frequency, 1),
                doubles(monetary, 100),
                model.weights(),
                model.grid());
    }

    private static List<Double> doubles(long[] cuts, double unit) {
        return IntStream.range(0, cuts.length).mapToObj(i -> cuts[i] / unit).toList();
    }

    private static long[] cuts(RfmResult result, RfmResult.Axis axis) {
        return result.cutPoints(axis).stream()
                .mapToLong(value -> switch (value) {
                    case Value.Money money -> money.minor();
                    case Value.Whole whole -> whole.number();
                    default -> throw new IllegalStateException("No whole cut point: " + value);
                })
                .toArray();
    }

    private static void compare(ModelResult result, List<Long> others) {
        List<Long> counts = IntStream.range(0, result.model().segments().size())
                .mapToObj(segment -> (long) result.members(segment).cardinality())
                .filter(count -> count > 0)
                .toList();
        System.out.printf(
                "%s %s%n", result.model().id(), counts.equals(others) ? "equal" : "DIFFERS: " + counts + " " + others);
    }
}
