package org.clientele.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.clientele.engine.figure.Period;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.portal.overview.PeriodChoice;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** The figures of the overview for 100,000 generated customers with five purchases each; the time a screen waits for them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1500m")
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
public class OverviewBenchmark {
    private static final int CUSTOMERS = 100_000;
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    private StoredShop shop = open();
    private int day;

    private static StoredShop open() {
        try {
            return StoredShop.hsqldb(RetailData.definition());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Setup
    public void store() {
        Random random = new Random(1997);
        List<StoredShop.Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < 5 * CUSTOMERS; i++) {
            purchases.add(new StoredShop.Purchase(
                    i % CUSTOMERS + 1L, LAST.minusDays(random.nextInt(730)), 100 + random.nextInt(50_000)));
        }
        shop.fill(purchases);
        shop.snapshots.reload("retail");
    }

    @TearDown
    public void close() throws Exception {
        shop.close();
    }

    /** A period that somebody has looked at since the last change of the data; the usual one is computed beforehand. */
    @Benchmark
    public OverviewPage knownPeriod() {
        return shop.overview.page("retail", PeriodChoice.USUAL);
    }

    /** A period that nobody has looked at yet: metrics and models as of another day are computed too. */
    @Benchmark
    public OverviewPage newPeriod() {
        day = (day + 1) % 300;
        return shop.overview.page("retail", PeriodChoice.of(new Period(LAST.minusDays(day + 30L), LAST)));
    }
}
