package org.clientele.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.clientele.engine.lifetime.BgNbd;
import org.clientele.engine.lifetime.Fitting;
import org.clientele.engine.lifetime.GammaGamma;
import org.clientele.engine.lifetime.GammaGammaFit;
import org.clientele.engine.lifetime.Horizon;
import org.clientele.engine.lifetime.LifetimeValues;
import org.clientele.engine.lifetime.PurchaseFit;
import org.clientele.engine.lifetime.PurchaseHistories;
import org.clientele.engine.lifetime.PurchaseModel;

/**
 * Fits lifetime models to CDNOW's sample, where it is given, and to generated customers, again and again. Arguments: number of generated customers
 * (1000000), file of CDNOW's sample.
 */
final class LifetimeBenchmark {
    private static final String CUSTOMERS = "1000000";
    private static final int WARM_UPS = 200;
    private static final int TIMES = 50;
    private static final BgNbd TRUTH = new BgNbd(0.243, 4.414, 0.793, 2.426);
    private static final GammaGamma VALUES = new GammaGamma(6.25, 3.74, 15.44);

    private LifetimeBenchmark() {}

    static void run(List<String> arguments) {
        if (arguments.size() > 1) {
            PurchaseHistories sample = sample(Path.of(arguments.get(1)));
            for (int i = 0; i < WARM_UPS; i++) {
                fit(sample);
            }
            report("CDNOW sample", sample, TIMES);
        }
        int customers = Integer.parseInt(arguments.stream().findFirst().orElse(CUSTOMERS));
        PurchaseHistories generated = generated(customers, new SplittableRandom(7));
        report("generated, " + customers, generated, 7);
    }

    private static void report(String what, PurchaseHistories histories, int times) {
        Timings fits = new Timings(what + ": BG/NBD + Gamma-Gamma");
        for (int i = 0; i < times; i++) {
            fits.time(() -> fit(histories));
        }
        System.out.println(fits.text());
        Timings pareto = new Timings(what + ": Pareto/NBD");
        for (int i = 0; i < Math.min(times, 10); i++) {
            pareto.time(() -> PurchaseFit.paretoNbd(histories));
        }
        System.out.println(pareto.text());
        Timings values = new Timings(what + ": values of all for 52 weeks");
        Fitting.Fitted<PurchaseModel> purchases = (Fitting.Fitted<PurchaseModel>) PurchaseFit.bgNbd(histories);
        Fitting.Fitted<GammaGamma> spending = (Fitting.Fitted<GammaGamma>) GammaGammaFit.fit(histories);
        for (int i = 0; i < Math.min(times, 10); i++) {
            values.time(() -> LifetimeValues.of(histories, purchases, spending, new Horizon(52, 0.1)));
        }
        System.out.println(values.text());
        System.out.printf(
                Locale.ROOT,
                "%s %s, log-likelihood %.4f; %s, %.4f%n",
                what,
                purchases.model(),
                purchases.logLikelihood(),
                spending.model(),
                spending.logLikelihood());
    }

    private static void fit(PurchaseHistories histories) {
        if (!(PurchaseFit.bgNbd(histories) instanceof Fitting.Fitted<PurchaseModel>)
                || !(GammaGammaFit.fit(histories) instanceof Fitting.Fitted<GammaGamma>)) {
            throw new IllegalStateException("The histories of the benchmark were not fitted");
        }
    }

    private static PurchaseHistories sample(Path file) {
        Map<String, TreeMap<Integer, Double>> days = new TreeMap<>();
        int end = (int) LocalDate.of(1997, 9, 30).toEpochDay();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.strip().split("\\s+");
                int day = (int) LocalDate.parse(cells[2], DateTimeFormatter.BASIC_ISO_DATE)
                        .toEpochDay();
                if (day <= end) {
                    days.computeIfAbsent(cells[1], id -> new TreeMap<>())
                            .merge(day, Double.parseDouble(cells[4]), Double::sum);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("CDNOW's sample could not be read from " + file, e);
        }
        List<TreeMap<Integer, Double>> customers = new ArrayList<>(days.values());
        int[] repeats = customers.stream().mapToInt(c -> c.size() - 1).toArray();
        int[] last =
                customers.stream().mapToInt(c -> c.lastKey() - c.firstKey()).toArray();
        int[] ages = customers.stream().mapToInt(c -> end - c.firstKey()).toArray();
        double[] means = customers.stream()
                .mapToDouble(c -> c.tailMap(c.firstKey(), false).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(Double.NaN))
                .toArray();
        return PurchaseHistories.of(repeats, last, ages, means);
    }

    /** Customers as the models suppose them, 180 to 545 days old. */
    private static PurchaseHistories generated(int size, SplittableRandom random) {
        int[] repeats = new int[size];
        int[] last = new int[size];
        int[] ages = new int[size];
        double[] means = new double[size];
        Arrays.fill(means, Double.NaN);
        for (int customer = 0; customer < size; customer++) {
            ages[customer] = 180 + random.nextInt(366);
            double rate = Draws.gamma(random, TRUTH.r()) / TRUTH.alpha() / PurchaseHistories.WEEK;
            double leaves = Draws.beta(random, TRUTH.a(), TRUTH.b());
            double scale = Draws.gamma(random, VALUES.q()) / VALUES.gamma();
            double sum = 0;
            double time = Draws.exponential(random) / rate;
            boolean active = true;
            while (active && time < ages[customer]) {
                if ((int) time > last[customer]) {
                    last[customer] = (int) time;
                    repeats[customer]++;
                    sum += Draws.gamma(random, VALUES.p()) / scale;
                }
                active = random.nextDouble() >= leaves;
                time += Draws.exponential(random) / rate;
            }
            means[customer] = repeats[customer] == 0 ? Double.NaN : sum / repeats[customer];
        }
        return PurchaseHistories.of(repeats, last, ages, means);
    }
}
