package org.clientele.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times of the same thing done again and again. */
final class Timings {
    private final String what;
    private final List<Duration> times = new ArrayList<>();

    Timings(String what) {
        this.what = what;
    }

    void add(Duration time) {
        times.add(time);
    }

    void add(long nanos) {
        add(Duration.ofNanos(nanos));
    }

    /** Does something and takes its time. */
    void time(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        add(Duration.ofNanos(System.nanoTime() - begin));
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%-50s least %s  median %s  p95 %s  greatest %s  (%d times)",
                what,
                millis(0),
                millis(0.5),
                millis(0.95),
                millis(1),
                times.size());
    }

    /** The time at rank ⌈p·n⌉ of the ascending order. */
    private String millis(double percentile) {
        if (times.isEmpty()) {
            return "–";
        }
        List<Duration> ascending = times.stream().sorted().toList();
        int rank = Math.max(1, (int) Math.ceil(percentile * ascending.size()));
        double millis = ascending.get(rank - 1).toNanos() / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%,.1f ms", millis);
    }
}
