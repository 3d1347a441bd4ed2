package org.clientele.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.clientele.engine.figure.Period;
import org.clientele.portal.overview.PeriodChoice;

/** The figures of the overview, the time a screen waits for them. Arguments: number of customers (100000), database (hsqldb). */
final class OverviewBenchmark {
    private static final int WARM_UP = 20;
    private static final int TIMES = 60;

    private OverviewBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        try (StoredShop shop = Shops.open(arguments)) {
            Timings known = new Timings("overview of a period somebody looked at");
            measure(
                    shop,
                    known,
                    "a new period up to now",
                    day -> new Period(Shops.LAST.minusDays(day + 30L), Shops.LAST));
            measure(
                    shop,
                    known,
                    "a new period that ended some time ago",
                    day -> new Period(Shops.LAST.minusDays(3 * day + 150L), Shops.LAST.minusDays(day + 10L)));
            System.out.println(known.text());
            System.out.println(Load.text());
        }
    }

    private static void measure(StoredShop shop, Timings known, String what, IntFunction<Period> periods) {
        Timings fresh = new Timings(what);
        long processor = 0;
        for (int turn = 0; turn < WARM_UP + TIMES; turn++) {
            PeriodChoice choice = PeriodChoice.of(periods.apply(turn));
            Timings counted = turn < WARM_UP ? new Timings("warm-up") : fresh;
            long begin = Load.processorNanos();
            counted.time(() -> shop.overview.page("retail", choice));
            processor += turn < WARM_UP ? 0 : Load.processorNanos() - begin;
            known.time(() -> shop.overview.page("retail", choice));
        }
        System.out.printf(Locale.ROOT, "%s, processor time %.0f ms each%n", fresh.text(), processor / 1e6 / TIMES);
    }
}
