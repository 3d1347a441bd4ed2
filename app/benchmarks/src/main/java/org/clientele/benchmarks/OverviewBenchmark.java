package org.clientele.benchmarks;

import java.io.IOException;
import java.util.List;
import org.clientele.engine.figure.Period;
import org.clientele.portal.overview.PeriodChoice;

/** The figures of the overview, the time a screen waits for them. Arguments: number of customers (100000), database (hsqldb). */
final class OverviewBenchmark {
    private static final int WARM_UP = 20;
    private static final int TIMES = 60;

    private OverviewBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        try (StoredShop shop = Shops.open(arguments)) {
            Timings fresh = new Timings("overview of a period nobody looked at yet");
            Timings known = new Timings("overview of a period somebody looked at");
            for (int day = 0; day < WARM_UP + TIMES; day++) {
                PeriodChoice choice = PeriodChoice.of(new Period(Shops.LAST.minusDays(day + 30L), Shops.LAST));
                Timings counted = day < WARM_UP ? new Timings("warm-up") : fresh;
                counted.time(() -> shop.overview.page("retail", choice));
                known.time(() -> shop.overview.page("retail", choice));
            }
            System.out.println(fresh.text());
            System.out.println(known.text());
            System.out.println(Load.text());
        }
    }
}
