package org.clientele.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.strategy.Task;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkQuery.Place;
import org.clientele.worklist.WorkQuery.Whose;

/**
 * The worklist beside a million open tasks: its first page, the page that follows, its filters, the counts in its head and the team's load.
 * Arguments: number of customers (20000), database (hsqldb), tasks (1000000).
 */
final class WorklistBenchmark {
    private static final int WARM_UP = 30;
    private static final int TIMES = 200;
    private static final int DAYS_AHEAD = 14;
    private static final long ME = 1;

    private WorklistBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        List<String> shops = List.of(Shops.argument(arguments, 0, "20000"), Shops.argument(arguments, 1, "hsqldb"));
        int customers = Integer.parseInt(shops.getFirst());
        int tasks = Integer.parseInt(Shops.argument(arguments, 2, "1000000"));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        try (StoredShop shop = Shops.open(shops)) {
            shop.tasks.users();
            long begin = System.nanoTime();
            shop.tasks.fill(customers, tasks, today.minusDays(30));
            System.out.printf("%,d tasks written in %,d ms%n", tasks, (System.nanoTime() - begin) / 1_000_000);
            for (Whose whose : List.of(Whose.mineAndFree(ME), Whose.EVERYBODY, Whose.FREE, Whose.of(ME))) {
                measure(shop.tasks, whose, today);
            }
            Timings load = new Timings("load of the team");
            for (int i = 0; i < 5; i++) {
                load.time(shop.tasks::load);
            }
            System.out.println(load.text());
            System.out.println(Load.text());
        }
    }

    private static void measure(StoredTasks tasks, Whose whose, LocalDate today) {
        String who = whose.everybody()
                ? "everybody's"
                : whose.person() == null ? "nobody's" : whose.free() ? "mine and free" : "mine";
        WorkQuery open = new WorkQuery(whose, null, today.plusDays(DAYS_AHEAD), null);
        List<Task> first = tasks.page(open);
        Task last = first.getLast();
        time("first page, " + who, () -> tasks.page(open));
        time("next page, " + who, () -> tasks.page(open.startingAfter(new Place(last.dueOn(), last.id()))));
        time("page of today, " + who, () -> tasks.page(new WorkQuery(whose, today, today, null)));
        WorkQuery overdue = new WorkQuery(whose, null, today.minusDays(1), null);
        time("count to 1,000, " + who, () -> tasks.count(overdue));
    }

    private static void time(String what, Runnable work) {
        Timings timings = new Timings(what);
        for (int i = 0; i < WARM_UP + TIMES; i++) {
            (i < WARM_UP ? new Timings("warm-up") : timings).time(work);
        }
        System.out.println(timings.text());
    }
}
