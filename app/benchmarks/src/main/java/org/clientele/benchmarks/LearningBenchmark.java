package org.clientele.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.clientele.engine.statistics.Classifier;
import org.clientele.engine.statistics.Feature;
import org.clientele.engine.statistics.Learning;
import org.clientele.engine.statistics.TrainingRows;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Learning who leaves, choice of the penalty and judgement included, from ten amounts and ten choices of four values each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx2g")
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class LearningBenchmark {
    private static final int OF_EACH_KIND = 10;
    private static final List<String> LEVELS = List.of("a", "b", "c", "d");

    @Param({"10000", "100000", "1000000"})
    int customers = 10_000;

    private final List<Feature> features = new ArrayList<>();
    private boolean[] left = new boolean[0];
    private long[] lots = new long[0];

    @Setup
    public void make() {
        Random random = new Random(5);
        double[][] amounts = new double[OF_EACH_KIND][customers];
        int[][] choices = new int[OF_EACH_KIND][customers];
        left = new boolean[customers];
        lots = random.longs(customers).toArray();
        for (int customer = 0; customer < customers; customer++) {
            double logOdds = -1.5;
            for (int i = 0; i < OF_EACH_KIND; i++) {
                double amount = random.nextGaussian();
                boolean missing = random.nextInt(50) == 0;
                amounts[i][customer] = missing ? Double.NaN : amount * (i + 1) + i;
                choices[i][customer] = random.nextInt(LEVELS.size());
                logOdds += 0.1 * i * ((missing ? 0 : amount) + choices[i][customer] - 1.5);
            }
            left[customer] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
        }
        for (int i = 0; i < OF_EACH_KIND; i++) {
            double[] amount = amounts[i];
            int[] choice = choices[i];
            features.add(new Feature.Amount("amount" + i, row -> amount[row]));
            features.add(new Feature.Choice("choice" + i, LEVELS, row -> choice[row]));
        }
    }

    @Benchmark
    public Learning learn() {
        int[] rows = IntStream.range(0, customers).toArray();
        return Classifier.learn(TrainingRows.of(features, rows, left, lots));
    }
}
