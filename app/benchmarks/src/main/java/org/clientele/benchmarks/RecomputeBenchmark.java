package org.clientele.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/**
 * From stored purchases to metrics, models and stored memberships with reasons, every membership written. Arguments: {@code cdnow}
 * (default) or the number of customers to generate, with ten purchases each on average; the database; how many runs (11). The first
 * run, cold, is told apart from the others.
 */
final class RecomputeBenchmark {
    private static final Set<String> THREE = Set.of("rfm", "pyramid", "life_cycle");
    private static final String RUNS = "11";
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private RecomputeBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        String data = Shops.argument(arguments, 0, "cdnow");
        String database = Shops.argument(arguments, 1, "hsqldb");
        int runs = Integer.parseInt(Shops.argument(arguments, 2, RUNS));
        Supplier<List<StoredShop.Purchase>> purchases = data.equals("cdnow")
                ? RetailData::cdnowPurchases
                : () -> SkewedPurchases.of(Integer.parseInt(data), Shops.LAST);
        for (VerticalDefinition definition : List.of(RetailData.definition(THREE), RetailData.definition())) {
            System.out.printf(
                    "%s on %s, models %s%n",
                    data,
                    database,
                    definition.models().stream().map(ModelDefinition::id).toList());
            try (StoredShop shop = StoredShop.on(database, definition)) {
                shop.fill(purchases.get());
                measure(shop, runs);
            }
        }
    }

    private static void measure(StoredShop shop, int runs) {
        Timings cold = new Timings("stored rows to stored memberships, first run");
        Timings warm = new Timings("the same, warm");
        Timings reading = new Timings("of which stored rows to metrics and models");
        Timings processor = new Timings("processor time of the warm runs, all threads");
        int written = 0;
        for (int run = 0; run < runs; run++) {
            shop.forgetMemberships();
            long used = SYSTEM.getProcessCpuTime();
            long begin = System.nanoTime();
            shop.snapshots.reload("retail");
            long read = System.nanoTime();
            written = shop.recompute.store(shop.snapshots.get("retail"), () -> false);
            long end = System.nanoTime();
            (run == 0 ? cold : warm).add(end - begin);
            if (run > 0) {
                reading.add(read - begin);
                processor.add(SYSTEM.getProcessCpuTime() - used);
            }
        }
        System.out.printf(
                Locale.ROOT, "%,d memberships written; load average %.1f%n", written, SYSTEM.getSystemLoadAverage());
        List.of(cold, warm, reading, processor).forEach(timings -> System.out.println(timings.text()));
    }
}
