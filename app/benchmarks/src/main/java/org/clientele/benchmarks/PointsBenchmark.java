package org.clientele.benchmarks;

import java.io.IOException;
import java.util.List;
import org.clientele.segment.SegmentName;

/**
 * Points of all purchases: earned the first time, and again when nothing changed; then links to a survey for every customer of a segment, in
 * which all are. Arguments: number of customers (100000), database (hsqldb).
 */
final class PointsBenchmark {
    private static final int AGAIN = 3;

    private PointsBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        try (StoredShop shop = Shops.open(arguments)) {
            StoredPoints points = shop.points();
            points.start(Shops.LAST.minusYears(10));
            long begin = System.nanoTime();
            long entries = points.earn(Shops.LAST);
            System.out.printf("%,d entries of points posted in %,d ms%n", entries, millis(begin));
            Timings unchanged = new Timings("counted again, nothing to do");
            for (int i = 0; i < AGAIN; i++) {
                unchanged.time(() -> points.earn(Shops.LAST));
            }
            System.out.println(unchanged.text());
            for (SegmentName segment : shop.greatest()) {
                long survey = points.survey();
                long start = System.nanoTime();
                int links = points.invite(survey, segment);
                System.out.printf("%,d links for %s in %,d ms%n", links, segment, millis(start));
            }
            System.out.println(Load.text());
        }
    }

    private static long millis(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
