package org.clientele.customer;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.clientele.access.Rights;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.check.CheckResults;
import org.clientele.engine.check.SnapshotConditions;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugin.Vertical;

/**
 * A snapshot of {@link TestVertical} made without a database: add customers, then purchases, then compute.
 */
public final class TestSnapshot {
    public static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static final int DIGITS = 2;

    private final Vertical vertical;
    private final CustomerColumns.Builder customers;
    private ActivityColumns.Builder purchases;
    private CustomerColumns columns;

    private TestSnapshot(Vertical vertical) {
        this.vertical = vertical;
        customers = CustomerColumns.builder(CustomerFields.of(vertical.definition()), DIGITS);
        columns = CustomerColumns.builder(CustomerFields.of(vertical.definition()), DIGITS)
                .build();
        purchases = ActivityColumns.builder(columns, TestVertical.PURCHASE, Set.of("amount"), DIGITS);
    }

    public static TestSnapshot of(Vertical vertical) {
        return new TestSnapshot(vertical);
    }

    /** Four customers: Chen 10 and Wang 20 buy, Li 30 is known only, "=cmd" 40 bought long ago. */
    public static CustomerSnapshot small(Vertical vertical) {
        TestSnapshot snapshot = of(vertical);
        snapshot.customer(10, "00010", "Chen Meiling", "Hangzhou");
        snapshot.customer(20, "00020", "Wang Qiang", "Shanghai");
        snapshot.customer(30, "00030", "Li Na", "");
        snapshot.customer(40, "00040", "=cmd", "Hangzhou");
        snapshot.done();
        snapshot.purchase(10, LocalDate.of(2026, 3, 1), 250_00);
        snapshot.purchase(10, LocalDate.of(2025, 12, 1), 50_00);
        snapshot.purchase(20, LocalDate.of(2026, 2, 10), 80_50);
        snapshot.purchase(40, LocalDate.of(2025, 1, 10), 120_00);
        return snapshot.compute();
    }

    public TestSnapshot customer(long id, String ref, String name, String city) {
        customers.customer(id);
        customers.text(customers.ordinal(CustomerFields.REF), ref);
        customers.text(customers.ordinal(CustomerFields.NAME), name.isEmpty() ? null : name);
        customers.text(customers.ordinal("city"), city.isEmpty() ? null : city);
        return this;
    }

    /** All customers are there; purchases follow. */
    public TestSnapshot done() {
        columns = customers.build();
        purchases = ActivityColumns.builder(columns, TestVertical.PURCHASE, Set.of("amount"), DIGITS);
        return this;
    }

    public TestSnapshot purchase(long customer, LocalDate day, long minor) {
        purchases.row(customer, Math.toIntExact(day.toEpochDay()));
        purchases.money(purchases.ordinal("amount"), minor);
        return this;
    }

    public CustomerSnapshot compute() {
        VerticalColumns data =
                new VerticalColumns(vertical.definition(), DIGITS, columns, Map.of("purchase", purchases.build()));
        Snapshots snapshots = Snapshots.of(vertical.definition());
        Snapshot now = snapshots.compute(data, TODAY);
        SnapshotConditions conditions = new SnapshotConditions(now);
        return new Fixed(vertical, snapshots, data, now, conditions, new CheckResults(now, conditions));
    }

    private record Fixed(
            Vertical vertical,
            Snapshots snapshots,
            VerticalColumns data,
            Snapshot now,
            SnapshotConditions conditions,
            CheckResults checks)
            implements CustomerSnapshot {
        @Override
        public CustomerSnapshot seenBy(Rights rights) {
            return this;
        }

        @Override
        public long version() {
            return 1;
        }

        @Override
        public Snapshot at(LocalDate day) {
            return snapshots.compute(data, day);
        }
    }
}
