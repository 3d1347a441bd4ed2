package org.clientele.benchmarks;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.HistoryColumns;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Scope;

/**
 * Conditions that count activities and look back, each checked, bound and asked of every customer, as the builder does at an edit. A loop written
 * for one of them is the peer. Arguments: customers (1000000), times (20).
 */
final class ConditionBenchmark {
    private static final String CUSTOMERS = "1000000";
    private static final String TIMES = "20";
    private static final int WARM_UP = 5;
    private static final int WINDOW = 90;
    private static final List<String> CONDITIONS = List.of(
            "monetary >= 500 && recency_days < 365 && !missing(average_basket)",
            "count(purchase, 90) >= 3",
            "count(purchase) >= 3",
            "count(purchase, 90, purchase.channel == \"online\") >= 2",
            "sum(purchase.amount, 365) >= 1000",
            "count(purchase, 90) > 2 && sum(purchase.amount, 365, purchase.amount > 100) > 500",
            "changed(segment_pyramid, 30)",
            "changed(segment_pyramid, \"gold\", \"iron\", 90)",
            "days_in(segment_pyramid) >= 180");

    private ConditionBenchmark() {}

    static void run(List<String> arguments) {
        int customers = Integer.parseInt(arguments.stream().findFirst().orElse(CUSTOMERS));
        int times = Integer.parseInt(arguments.stream().skip(1).findFirst().orElse(TIMES));
        VerticalDefinition definition = RetailData.definition(Set.of("pyramid"));
        LocalDate day = LocalDate.of(2026, 6, 30);
        HistoryColumns past = past(customers, Math.toIntExact(day.toEpochDay()));
        VerticalColumns columns =
                RetailData.generated(definition, customers, day).with(variable -> past);
        Snapshot snapshot = Snapshots.of(definition).compute(columns, day);
        Scope scope = Scope.member(definition);
        for (String text : CONDITIONS) {
            Timings timings = new Timings(text);
            int found = 0;
            for (int i = 0; i < WARM_UP + times; i++) {
                long begin = System.nanoTime();
                Condition condition = Conditions.bind(Conditions.checked(text, scope, "Benchmark"), snapshot);
                found = condition.holding(customers).cardinality();
                if (i >= WARM_UP) {
                    timings.add(System.nanoTime() - begin);
                }
            }
            System.out.println(timings.text() + "  found " + found);
        }
        peer(columns.activity("purchase"), Math.toIntExact(day.toEpochDay()), times);
    }

    /** Rows instead of documents: less than what the condition has to do. */
    private static void peer(ActivityColumns rows, int asOf, int times) {
        Timings timings = new Timings("peer: a loop over rows for the second");
        BitSet found = new BitSet();
        for (int i = 0; i < times; i++) {
            found.clear();
            timings.time(() -> {
                for (int customer = 0; customer < rows.customers(); customer++) {
                    int count = 0;
                    for (int row = rows.start(customer); row < rows.end(customer); row++) {
                        count += rows.day(row) > asOf - WINDOW && rows.day(row) <= asOf ? 1 : 0;
                    }
                    found.set(customer, count >= 3);
                }
            });
        }
        System.out.println(timings.text() + "  found " + found.cardinality());
    }

    /** One to four memberships each over two years. */
    private static HistoryColumns past(int customers, int asOf) {
        List<String> segments = List.of("platinum", "gold", "iron", "lead");
        Random random = new Random(27);
        HistoryColumns.Builder builder = HistoryColumns.builder(segments);
        for (int customer = 0; customer < customers; customer++) {
            int from = asOf - random.nextInt(730);
            for (int i = random.nextInt(4); i >= 0; i--) {
                int to = i == 0 ? HistoryColumns.OPEN : from + 1 + random.nextInt(200);
                builder.add(customer, from, to, segments.get(random.nextInt(segments.size())));
                from = to;
            }
        }
        return builder.build();
    }
}
