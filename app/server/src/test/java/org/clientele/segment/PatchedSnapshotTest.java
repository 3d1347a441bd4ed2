package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomersChanged;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.segment.ShopPortal.Purchase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A snapshot into which changed customers are patched equals the one that loads everything anew. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PatchedSnapshotTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 10);

    private final ShopPortal portal;
    private final Random random = new Random(1997);
    private final List<Long> customers = new ArrayList<>();

    PatchedSnapshotTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
    }

    @BeforeEach
    void fill() {
        List<Purchase> purchases = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            purchases.add(new Purchase("c" + random.nextInt(40), JUNE.minusDays(random.nextInt(400)), amount()));
        }
        customers.addAll(portal.purchases(purchases).values());
        portal.snapshot();
        store();
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldTakeInANewCustomer() {
        long made = portal.customer("new", "Nina", Map.of("city", new Value.Text("Xiamen")))
                .id();
        portal.snapshots.update("shop", Set.of(made));
        assertEqualsFullReload();
    }

    @Test
    void shouldTakeInAnEdit() {
        long made = portal.customer("new", "Nina", Map.of("city", new Value.Text("Xiamen")))
                .id();
        portal.snapshots.update("shop", Set.of(made));
        edit(made, "Harbin");
        portal.snapshots.update("shop", Set.of(made));
        assertEqualsFullReload();
        assertThat(value(portal.snapshot(), made, "city")).isEqualTo(new Value.Text("Harbin"));
    }

    @Test
    void shouldTakeInAPurchaseThatMovesTheDay() {
        buy(customers.getFirst(), JUNE.plusDays(20));
        portal.snapshots.update("shop", Set.of(customers.getFirst()));
        assertThat(portal.snapshot().asOf()).isEqualTo(JUNE.plusDays(20));
        assertEqualsFullReload();
    }

    @Test
    void shouldNotReadCustomersAgainWhenThePortalIsReady() {
        CompletableFuture<Void> replaced = new CompletableFuture<>();
        portal.announcements.listen(SnapshotChanged.class, change -> replaced.complete(null));

        portal.snapshots.warmUp();

        assertThat(replaced).failsWithin(Duration.ofMillis(500));
    }

    @Test
    void shouldTakeOverOtherModelsWithoutReadingCustomersAgain() throws Exception {
        PortalSnapshot before = portal.snapshot();
        CompletableFuture<Void> replaced = new CompletableFuture<>();
        portal.announcements.listen(SnapshotChanged.class, change -> replaced.complete(null));

        portal.versions.publish(
                "shop",
                new ModelChange.Tiers("pyramid", "monetary", Method.FIXED, List.of(300.0, 20.0, 10.0)),
                "higher",
                null,
                1,
                0);
        replaced.get(20, TimeUnit.SECONDS);

        PortalSnapshot now = portal.snapshot();
        assertThat(now.customers()).isSameAs(before.customers());
        assertThat(now.metrics()).isSameAs(before.metrics());
        assertThat(now.modelVersion("pyramid")).isEqualTo(2);
        assertThat(now.model("pyramid").counts())
                .isNotEqualTo(before.model("pyramid").counts());
        assertEqualsFullReload();
    }

    @Test
    void shouldReadCustomersAgainWhenTheyChangeTogetherWithModels() throws Exception {
        PortalSnapshot before = portal.snapshot();
        buy(customers.getFirst(), JUNE.plusDays(20));
        CompletableFuture<Void> replaced = new CompletableFuture<>();
        portal.announcements.listen(SnapshotChanged.class, change -> {
            if (portal.snapshot().asOf().equals(JUNE.plusDays(20))) {
                replaced.complete(null);
            }
        });

        portal.announcements.publish(new ModelsChanged("shop"));
        portal.announcements.publish(new CustomersChanged("shop", Set.of()));
        replaced.get(20, TimeUnit.SECONDS);

        assertThat(portal.snapshot().customers()).isNotSameAs(before.customers());
        assertEqualsFullReload();
    }

    @Test
    void shouldTakeChangesTogetherThatFollowOneAnother() throws Exception {
        AtomicInteger replaced = new AtomicInteger();
        CompletableFuture<Void> last = new CompletableFuture<>();
        portal.announcements.listen(SnapshotChanged.class, change -> {
            replaced.incrementAndGet();
            if (portal.snapshot().asOf().equals(JUNE.plusDays(20))) {
                last.complete(null);
            }
        });

        for (int i = 1; i <= 20; i++) {
            buy(customers.get(i), JUNE.plusDays(i));
            portal.announcements.publish(new CustomersChanged("shop", Set.of(customers.get(i))));
        }
        last.get(20, TimeUnit.SECONDS);

        assertThat(replaced.get()).isLessThan(20);
        assertEqualsFullReload();
    }

    @Test
    void shouldLetACustomerGo() {
        delete(customers.getFirst());
        portal.snapshots.update("shop", Set.of(customers.getFirst()));
        assertThat(portal.snapshot().customers().indexOf(customers.getFirst())).isNegative();
        assertEqualsFullReload();
    }

    @Test
    void shouldEqualAFullReloadAfterManyMixedChanges() {
        for (int step = 0; step < 25; step++) {
            Set<Long> changed = Set.copyOf(IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(i -> change())
                    .toList());
            portal.snapshots.update("shop", changed);
            store();
        }
        assertThat(store()).as("nothing is left to write").isZero();
        assertEqualsFullReload();
        portal.database.jdbi().useHandle(h -> {
            long held = h.createQuery("SELECT count(*) FROM membership WHERE valid_to IS NULL")
                    .mapTo(Long.class)
                    .one();
            assertThat(held).isEqualTo(members(portal.snapshot()));
        });
        assertThat(portal.newRecompute().store(portal.snapshot(), () -> false))
                .as("a run that compares everybody finds nothing either")
                .isZero();
    }

    @Test
    void shouldMissNoChangeWhenManyComeAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (long customer : customers) {
                threads.submit(() -> {
                    buy(customer, JUNE.minusDays(customer % 30));
                    portal.announcements.publish(new CustomersChanged("shop", Set.of(customer)));
                });
            }
        }
        portal.announcements.publish(new CustomersChanged("shop", Set.of(customers.getFirst())));
        await();
        assertEqualsFullReload();
    }

    private void await() throws InterruptedException {
        long rows = customers.size() + 120L;
        for (int i = 0; i < 500 && portal.snapshot().data().activity("purchase").size() < rows; i++) {
            Thread.sleep(20);
        }
    }

    private long change() {
        long customer = customers.get(random.nextInt(customers.size()));
        switch (random.nextInt(5)) {
            case 0 -> edit(customer, "City " + random.nextInt(6));
            case 1 -> {
                customer = portal.purchases(List.of(new Purchase("n" + random.nextLong(), JUNE, amount())))
                        .values()
                        .iterator()
                        .next();
                customers.add(customer);
            }
            case 2 -> {
                delete(customer);
                customers.remove(customer);
            }
            default -> buy(customer, JUNE.minusDays(random.nextInt(200) - 5));
        }
        return customer;
    }

    private long amount() {
        return 100 + random.nextInt(20_000);
    }

    private void buy(long customer, LocalDate day) {
        String amount = Objects.requireNonNull(purchases().columns().get("amount"));
        portal.database
                .jdbi()
                .useHandle(h -> h.execute(
                        "INSERT INTO %s (customer_id, happened_at, row_key, %s) VALUES (?, ?, ?, ?)"
                                .formatted(purchases().name(), amount),
                        customer,
                        day.atTime(9, 0),
                        System.nanoTime(),
                        1_000L + customer));
    }

    private void edit(long customer, String city) {
        String table = portal.vertical.tables().attributes().name();
        String column = portal.vertical.tables().attributes().columns().get("city");
        portal.database.jdbi().useHandle(h -> {
            h.execute("DELETE FROM " + table + " WHERE customer_id = ?", customer);
            h.execute("INSERT INTO %s (customer_id, %s) VALUES (?, ?)".formatted(table, column), customer, city);
            h.execute("UPDATE customer SET name = ? WHERE id = ?", "In " + city, customer);
        });
    }

    private void delete(long customer) {
        portal.database.jdbi().useHandle(h -> {
            h.execute("DELETE FROM " + purchases().name() + " WHERE customer_id = ?", customer);
            h.execute(
                    "DELETE FROM " + portal.vertical.tables().attributes().name() + " WHERE customer_id = ?", customer);
            h.execute("DELETE FROM customer WHERE id = ?", customer);
        });
    }

    private VerticalTables.Table purchases() {
        return Objects.requireNonNull(portal.vertical.tables().activities().get("purchase"));
    }

    private int store() {
        return portal.recompute.store(portal.snapshot(), () -> false);
    }

    private static Value value(PortalSnapshot snapshot, long customer, String field) {
        return Objects.requireNonNull(snapshot.customers().column(field))
                .value(snapshot.customers().indexOf(customer));
    }

    private static long members(PortalSnapshot snapshot) {
        return snapshot.definition().models().stream()
                .mapToLong(model ->
                        IntStream.of(snapshot.model(model.id()).counts()).sum())
                .sum();
    }

    private void assertEqualsFullReload() {
        PortalSnapshot patched = portal.snapshot();
        portal.snapshots.reload("shop");
        PortalSnapshot loaded = portal.snapshot();
        assertThat(patched).isNotSameAs(loaded);
        assertThat(patched.asOf()).isEqualTo(loaded.asOf());
        assertThat(patched.present()).isEqualTo(loaded.present());
        int size = loaded.customers().size();
        assertThat(IntStream.range(0, patched.customers().size()).mapToLong(patched.customers()::id))
                .containsExactlyElementsOf(IntStream.range(0, size)
                        .mapToLong(loaded.customers()::id)
                        .boxed()
                        .toList());
        assertThat(patched.customers().fields()).isEqualTo(loaded.customers().fields());
        for (String field : loaded.customers().fields()) {
            assertSame(
                    field, patched.customers().column(field), loaded.customers().column(field));
        }
        loaded.metrics()
                .columns()
                .forEach((id, column) -> assertSame(id, patched.metrics().column(id), column));
        loaded.data()
                .activities()
                .forEach((id, rows) -> assertSameRows(patched.data().activity(id), rows));
        loaded.now().models().forEach(model -> assertSameResult(patched.model(model), loaded.model(model)));
    }

    private static void assertSame(String what, @Nullable Column patched, @Nullable Column loaded) {
        assertThat(values(patched)).as(what).isEqualTo(values(loaded));
        assertThat(Objects.requireNonNull(patched).getClass())
                .isEqualTo(Objects.requireNonNull(loaded).getClass());
    }

    private static List<Value> values(@Nullable Column given) {
        Column column = Objects.requireNonNull(given);
        return IntStream.range(0, column.size()).mapToObj(column::value).toList();
    }

    private static void assertSameRows(ActivityColumns patched, ActivityColumns loaded) {
        assertThat(patched.size()).isEqualTo(loaded.size());
        for (int customer = 0; customer < loaded.customers(); customer++) {
            assertThat(patched.start(customer)).isEqualTo(loaded.start(customer));
        }
        for (int row = 0; row < loaded.size(); row++) {
            assertThat(patched.day(row)).isEqualTo(loaded.day(row));
            assertThat(patched.document(row)).isEqualTo(loaded.document(row));
        }
        assertSame("amount", patched.column("amount"), loaded.column("amount"));
    }

    private static void assertSameResult(ModelResult patched, ModelResult loaded) {
        for (int customer = 0; customer < loaded.size(); customer++) {
            assertThat(patched.reason(customer)).isEqualTo(loaded.reason(customer));
        }
    }
}
