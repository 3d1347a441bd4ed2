package org.clientele.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * One purchase of one customer, three ways in turns: an INSERT with its commit, which is the peer; recorded with rights, rules and the customer's
 * memberships in one transaction; and what follows off the caller's path, the snapshot of all and the memberships of whoever else moved. Then the
 * whole vertical loaded anew. Arguments: number of customers (100000), database (hsqldb), how many times (400).
 */
final class ChangeBenchmark {
    private static final String TIMES = "400";
    private static final int FOLLOWED = 10;
    /** Until the compiler has little left to do: a portal runs for weeks. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final StoredShop shop;
    private final Random random = new Random(1997);
    private final int customers;
    private final Timings inserted = new Timings("peer: one INSERT with commit");
    private final Timings recorded = new Timings("recorded, the customer's metrics and memberships right");
    private final Timings processor = new Timings("of which processor time of the caller");
    private final Timings patched = new Timings("afterwards: snapshot of all customers");
    private final Timings stored = new Timings("afterwards: memberships of all customers");

    private ChangeBenchmark(StoredShop shop, int customers) {
        this.shop = shop;
        this.customers = customers;
    }

    static void run(List<String> arguments) throws IOException {
        int customers = Integer.parseInt(Shops.argument(arguments, 0, "100000"));
        int times = Integer.parseInt(Shops.argument(arguments, 2, TIMES));
        try (StoredShop shop = Shops.openDurable(arguments)) {
            shop.recompute.store(shop.snapshots.get("retail"), () -> false);
            new ChangeBenchmark(shop, customers).measure(times);
        }
    }

    private void measure(int times) {
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            shop.buy(purchase());
            shop.record(purchase());
        }
        for (int i = 0; i < times; i++) {
            StoredShop.Purchase plain = purchase();
            inserted.time(() -> shop.buy(plain));
            StoredShop.Purchase one = purchase();
            long used = THREADS.getCurrentThreadCpuTime();
            recorded.time(() -> shop.record(one));
            processor.add(THREADS.getCurrentThreadCpuTime() - used);
            if (i % (times / FOLLOWED + 1) == 0) {
                follow(one.customer());
            }
        }
        Timings reload = new Timings("whole vertical loaded anew, for comparison");
        for (int i = 0; i < 3; i++) {
            reload.time(() -> shop.snapshots.reload("retail"));
        }
        List.of(inserted, recorded, processor, patched, stored, reload)
                .forEach(timings -> System.out.println(timings.text()));
        System.out.println(Load.text());
    }

    private void follow(long customer) {
        patched.time(() -> shop.snapshots.update("retail", Set.of(customer)));
        stored.time(() -> shop.recompute.store(shop.snapshots.get("retail"), () -> false));
    }

    private StoredShop.Purchase purchase() {
        return new StoredShop.Purchase(1L + random.nextInt(customers), Shops.LAST, 100 + random.nextInt(50_000));
    }
}
