package org.clientele.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** CDNOW from stored rows to stored memberships of every model of the retail vertical, with reasons. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 10)
public class SegmentationBenchmark {
    /** Where the rows are. */
    @Param({"hsqldb", "postgresql"})
    String database = "hsqldb";

    private StoredShop shop = noShop();

    private static StoredShop noShop() {
        try {
            return StoredShop.hsqldb();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Setup
    public void store() throws Exception {
        if (database.equals("postgresql")) {
            shop.close();
            shop = StoredShop.postgresql();
        }
        shop.fill(RetailData.cdnowPurchases());
    }

    @Setup(Level.Invocation)
    public void forget() {
        shop.forgetMemberships();
    }

    @TearDown
    public void close() throws Exception {
        shop.close();
    }

    /** The first run after an import: everything is written. */
    @Benchmark
    public int rowsToMemberships() {
        shop.snapshots.reload("retail");
        return shop.recompute.store(shop.snapshots.get("retail"), () -> false);
    }

    /** The reading half: a change of one customer costs this much in the background. */
    @Benchmark
    public void rowsToSnapshot() {
        shop.snapshots.reload("retail");
    }
}
