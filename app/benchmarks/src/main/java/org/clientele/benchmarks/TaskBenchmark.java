package org.clientele.benchmarks;

import java.io.IOException;
import java.util.List;
import org.clientele.strategy.TaskMaking;

/**
 * Tasks of all strategies of retail at once: made the first time, and again when nothing changed.
 * Arguments: number of customers (100000), database (hsqldb).
 */
final class TaskBenchmark {
    private static final int AGAIN = 5;

    private TaskBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        try (StoredShop shop = Shops.open(arguments)) {
            shop.recompute.store(shop.snapshots.get("retail"), () -> false);
            shop.tasks.runAll(Shops.LAST);
            long begin = System.nanoTime();
            TaskMaking.Made made = shop.tasks.making.run("retail");
            System.out.printf(
                    "%,d tasks of all strategies made in %,d ms%n",
                    made.made(), (System.nanoTime() - begin) / 1_000_000);
            Timings unchanged = new Timings("made again, nothing to do");
            for (int i = 0; i < AGAIN; i++) {
                unchanged.time(() -> shop.tasks.making.run("retail"));
            }
            System.out.println(unchanged.text());
            System.out.println(Load.text());
        }
    }
}
