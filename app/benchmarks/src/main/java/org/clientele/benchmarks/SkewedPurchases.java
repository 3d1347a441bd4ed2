package org.clientele.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Purchases as shops see them: a few customers buy very often and most seldom (log-normal frequencies, ten on average), amounts are
 * skewed the same way, customers come in over three years. The same every time.
 */
final class SkewedPurchases {
    private static final int SEED = 1997;
    private static final int AVERAGE = 10;
    private static final double SPREAD = 1.3;
    private static final int DAYS = 1_096;

    private SkewedPurchases() {}

    /** About ten times as many purchases as customers, whose ids are 1 to {@code customers}; every customer has one at least. */
    static List<StoredShop.Purchase> of(int customers, LocalDate last) {
        List<StoredShop.Purchase> purchases = new ArrayList<>(AVERAGE * customers);
        each(customers, last, purchases::add);
        return purchases;
    }

    /** The same one by one, for more than a list should hold. */
    static void each(int customers, LocalDate last, Consumer<StoredShop.Purchase> taker) {
        Random random = new Random(SEED);
        double scale = (AVERAGE - 0.5) / Math.exp(SPREAD * SPREAD / 2);
        for (int customer = 1; customer <= customers; customer++) {
            int count = 1 + (int) (scale * Math.exp(SPREAD * random.nextGaussian()));
            int first = random.nextInt(DAYS);
            double usual = 3_000 * Math.exp(0.8 * random.nextGaussian());
            for (int i = 0; i < count; i++) {
                int day = i == 0 ? first : random.nextInt(first + 1);
                long cents = 100 + (long) (usual * Math.exp(0.5 * random.nextGaussian()));
                taker.accept(new StoredShop.Purchase(customer, last.minusDays(day), cents));
            }
        }
    }
}
