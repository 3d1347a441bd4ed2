package org.clientele.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.clientele.engine.model.ModelResult;
import org.clientele.segment.PortalSnapshot;

/**
 * From stored purchases to stored memberships of RFM, pyramid and life cycle beside the best SQL of the same server, in turns. Arguments:
 * number of customers (100000), with ten purchases each on average; the database (postgresql); how many turns (3).
 */
final class PeerBenchmark {
    private static final String CUSTOMERS = "100000";
    private static final int MOVED_OF = 100;

    private final StoredShop shop;
    private final SqlPeer peer;
    private final Timings ours = new Timings("recompute, all memberships written with reasons");
    private final Timings reading = new Timings("of which stored rows to metrics and models");
    private final Timings same = new Timings("the same, only changed memberships written");
    private final Timings rows = new Timings("peer: a row a customer, metrics and segments");
    private final Timings memberships = new Timings("peer: a row a membership, with a reason");
    private final Timings copied = new Timings("the database: these rows alone, from a table into another");

    private PeerBenchmark(StoredShop shop, SqlPeer peer) {
        this.shop = shop;
        this.peer = peer;
    }

    static void run(List<String> arguments) throws IOException {
        int customers = Integer.parseInt(Shops.argument(arguments, 0, CUSTOMERS));
        String database = Shops.argument(arguments, 1, "postgresql");
        int turns = Integer.parseInt(Shops.argument(arguments, 2, "3"));
        try (StoredShop shop = StoredShop.on(database, RetailData.three())) {
            shop.fill(taker -> SkewedPurchases.each(customers, Shops.LAST, taker));
            SegmentSql sql = new SegmentSql(
                    RetailData.three(),
                    Shops.LAST,
                    shop.purchases().name(),
                    shop.purchases().column("amount"));
            SqlPeer peer =
                    database.equals("hsqldb") ? new HsqldbPeer(shop.jdbi(), sql) : new PostgresPeer(shop.jdbi(), sql);
            peer.prepare();
            new PeerBenchmark(shop, peer).measure(customers, turns);
        }
    }

    private void measure(int customers, int turns) {
        peer.run();
        PeakHeap.begin();
        int written = 0;
        for (int turn = 0; turn < turns; turn++) {
            shop.forgetMemberships();
            long begin = System.nanoTime();
            shop.snapshots.reload("retail");
            reading.add(System.nanoTime() - begin);
            written = shop.recompute.store(shop.snapshots.get("retail"), () -> false);
            ours.add(System.nanoTime() - begin);
            rows.time(peer::run);
            memberships.time(peer::runMemberships);
        }
        System.out.printf(
                Locale.ROOT, "%,d customers, %,d memberships written; %s%n", customers, written, PeakHeap.text());
        compare();
        for (int turn = 0; turn < turns; turn++) {
            move(customers, turn);
            same.time(() -> {
                shop.snapshots.reload("retail");
                int changed = shop.recompute.store(shop.snapshots.get("retail"), () -> false);
                System.out.printf(Locale.ROOT, "%,d changes%n", changed);
            });
        }
        for (int turn = 0; turn < turns; turn++) {
            copy();
        }
        List.of(ours, reading, same, rows, memberships, copied).forEach(timings -> System.out.println(timings.text()));
        System.out.println(Load.text());
    }

    /** What storing the memberships takes the database where they need neither be computed nor handed over. */
    private void copy() {
        shop.jdbi().useHandle(handle -> {
            handle.execute("CREATE TABLE peer_copy " + SqlPeer.MEMBERSHIP);
            copied.time(() -> handle.execute("INSERT INTO peer_copy SELECT * FROM peer_membership"));
            handle.execute("DROP TABLE peer_copy");
        });
    }

    /** Both must have put as many customers into each segment. */
    private void compare() {
        PortalSnapshot snapshot = shop.snapshots.get("retail");
        for (String model : List.of("rfm", "pyramid", "life_cycle")) {
            ModelResult result = snapshot.model(model);
            List<Long> counts = IntStream.range(0, result.model().segments().size())
                    .mapToObj(segment -> (long) result.members(segment).cardinality())
                    .filter(count -> count > 0)
                    .toList();
            List<Long> others = peer.counts(model);
            System.out.printf("%s %s%n", model, counts.equals(others) ? "equal" : "DIFFERS: " + counts + " " + others);
        }
    }

    /** One in a hundred customers buys a lot today. */
    private void move(int customers, int turn) {
        for (int customer = 1 + turn; customer <= customers; customer += MOVED_OF) {
            shop.buy(new StoredShop.Purchase(customer, Shops.LAST, 50_000L));
        }
    }
}
