package org.clientele.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One purchase of one customer: stored durably, the snapshot brought up to date, the memberships stored; and the same with the whole
 * vertical loaded anew. Arguments: number of customers (100000), database (hsqldb).
 */
final class ChangeBenchmark {
    private static final int WARM_UP = 10;
    private static final int TIMES = 40;

    private ChangeBenchmark() {}

    static void run(List<String> arguments) throws IOException {
        int customers = Integer.parseInt(Shops.argument(arguments, 0, "100000"));
        Random random = new Random(1997);
        try (StoredShop shop = Shops.open(arguments)) {
            shop.recompute.store(shop.snapshots.get("retail"), () -> false);
            Timings stored = new Timings("purchase stored");
            Timings patched = new Timings("metrics and models right");
            Timings memberships = new Timings("memberships stored");
            Timings all = new Timings("the three together");
            for (int i = 0; i < WARM_UP + TIMES; i++) {
                long customer = 1L + random.nextInt(customers);
                boolean counts = i >= WARM_UP;
                long begin = System.nanoTime();
                shop.buy(new StoredShop.Purchase(customer, Shops.LAST, 100 + random.nextInt(50_000)));
                long durable = System.nanoTime();
                shop.snapshots.update("retail", Set.of(customer));
                long right = System.nanoTime();
                shop.recompute.store(shop.snapshots.get("retail"), () -> false);
                long end = System.nanoTime();
                if (counts) {
                    stored.add(durable - begin);
                    patched.add(right - durable);
                    memberships.add(end - right);
                    all.add(end - begin);
                }
            }
            Timings reload = new Timings("whole vertical loaded anew, for comparison");
            for (int i = 0; i < 3; i++) {
                reload.time(() -> shop.snapshots.reload("retail"));
            }
            List.of(stored, patched, memberships, all, reload).forEach(timings -> System.out.println(timings.text()));
            System.out.println(Load.text());
        }
    }
}
