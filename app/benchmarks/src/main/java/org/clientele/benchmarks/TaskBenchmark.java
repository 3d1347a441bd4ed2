package org.clientele.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.strategy.TaskMaking;

/**
 * Tasks of all strategies of retail at once: made the first time, again when nothing changed, and what the worklist takes beside a million of them.
 * Arguments: number of customers (100000), database (hsqldb), tasks (1000000).
 */
final class TaskBenchmark {
    private static final String TASKS = "1000000";
    private static final int AGAIN = 5;
    private static final int WARM_UP = 20;
    private static final int TIMES = 100;

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
            int customers = Integer.parseInt(Shops.argument(arguments, 0, "100000"));
            int tasks = Integer.parseInt(Shops.argument(arguments, 2, TASKS));
            shop.tasks.fill(customers, tasks, LocalDate.now(ZoneOffset.UTC).minusDays(30));
            worklist(shop, true, "worklist, mine and free");
            worklist(shop, false, "worklist, everybody's");
            System.out.println(Load.text());
        }
    }

    private static void worklist(StoredShop shop, boolean onlyMine, String what) {
        Timings timings = new Timings(what);
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            (i < WARM_UP ? new Timings("warm-up") : timings).time(() -> shop.tasks.worklist(onlyMine));
        }
        System.out.println(timings.text());
    }
}
