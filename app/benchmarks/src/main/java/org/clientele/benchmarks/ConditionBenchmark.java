package org.clientele.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
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
    private static final String VALUE = "VALUE";
    private static final String WINDOW_OF = "WINDOW";
    private static final String FAR = "FAR";

    /** With a place for what an edit changes: a threshold, how many days are looked at, or these far from those of the edit before. */
    private static final List<String> CONDITIONS = List.of(
            "monetary >= VALUE && recency_days < 365 && !missing(average_basket)",
            "count(purchase, 90) >= VALUE",
            "count(purchase, WINDOW) >= 3",
            "count(purchase) >= VALUE",
            "count(purchase, WINDOW, purchase.channel == \"online\") >= 2",
            "sum(purchase.amount, 365) >= VALUE",
            "sum(purchase.amount, WINDOW) >= 1000",
            "count(purchase, FAR) >= 3",
            "sum(purchase.amount, FAR) >= 1000",
            "count(purchase, 90) > 2 && sum(purchase.amount, 365, purchase.amount > VALUE) > 500",
            "changed(segment_pyramid, WINDOW)",
            "changed(segment_pyramid, \"gold\", \"iron\", WINDOW)",
            "days_in(segment_pyramid) >= VALUE");

    /** A tree as a consultant builds it; each edit changes one of its comparisons, and the counts of it and all brackets around are asked. */
    private static final List<String> TREE = List.of(
            "monetary >= VALUE",
            "recency_days < VALUE",
            "count(purchase, 90) >= VALUE",
            "sum(purchase.amount, 365) >= VALUE",
            "segment_pyramid == \"gold\"",
            "!missing(average_basket)",
            "frequency > VALUE",
            "changed(segment_pyramid, VALUE)");

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
                String edited = edited(text, i);
                long begin = System.nanoTime();
                found = found(edited, scope, snapshot);
                if (i >= WARM_UP) {
                    timings.add(System.nanoTime() - begin);
                }
            }
            System.out.println(timings.text() + "  found " + found);
        }
        tree(scope, snapshot, times);
        peer(columns.activity("purchase"), Math.toIntExact(day.toEpochDay()), times);
    }

    private static String edited(String text, int edit) {
        return text.replace(VALUE, String.valueOf(2 + edit))
                .replace(WINDOW_OF, String.valueOf(30 + edit))
                .replace(FAR, String.valueOf(20 + 97 * edit % 600));
    }

    /** What the builder asks for every part. */
    private static int found(String text, Scope scope, Snapshot snapshot) {
        Condition condition = Conditions.bind(Conditions.checked(text, scope, "Benchmark"), snapshot);
        BitSet holding = condition.holding(snapshot.customers().size());
        holding.and(snapshot.present());
        return holding.cardinality();
    }

    /** Every edit is one that nobody has made before. */
    private static void tree(Scope scope, Snapshot snapshot, int times) {
        Timings timings = new Timings("counts down a tree of eight after an edit");
        List<String> parts =
                new ArrayList<>(TREE.stream().map(part -> edited(part, 0)).toList());
        for (int i = 0; i < 2 * WARM_UP + times; i++) {
            int edit = i % parts.size();
            parts.set(edit, edited(TREE.get(edit), i + 1));
            String group = "(" + String.join(" || ", parts.subList(edit / 2 * 2, edit / 2 * 2 + 2)) + ")";
            List<String> groups = new ArrayList<>();
            for (int first = 0; first < parts.size(); first += 2) {
                groups.add("(" + parts.get(first) + " || " + parts.get(first + 1) + ")");
            }
            long begin = System.nanoTime();
            found(parts.get(edit), scope, snapshot);
            found(group, scope, snapshot);
            found(String.join(" && ", groups), scope, snapshot);
            if (i >= 2 * WARM_UP) {
                timings.add(System.nanoTime() - begin);
            }
        }
        System.out.println(timings.text());
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
