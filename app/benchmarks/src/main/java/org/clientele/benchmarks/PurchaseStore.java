package org.clientele.benchmarks;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Stores purchases and their customers in pieces, each a transaction; the purchases of a customer come together. */
final class PurchaseStore implements Consumer<StoredShop.Purchase> {
    private static final int PIECE = 50_000;

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final Vertical vertical;
    private final VerticalTables.Table table;
    private final OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
    private final List<@Nullable Object[]> customers = new ArrayList<>();
    private final List<@Nullable Object[]> purchases = new ArrayList<>();
    private long lastCustomer = -1;
    private long key;

    PurchaseStore(Jdbi jdbi, Dialect dialect, Vertical vertical) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.vertical = vertical;
        this.table = vertical.tables().activity("purchase");
    }

    @Override
    public void accept(StoredShop.Purchase purchase) {
        long customer = purchase.customer();
        if (customer != lastCustomer) {
            customers.add(new Object[] {customer, vertical.id(), String.valueOf(customer), now});
            lastCustomer = customer;
        }
        purchases.add(new Object[] {customer, purchase.day().atStartOfDay(), key++, purchase.cents()});
        if (purchases.size() == PIECE) {
            flush();
        }
    }

    void flush() {
        jdbi.useTransaction(handle -> {
            BulkInsert.insert(
                    handle, dialect, "customer", List.of("id", "vertical_id", "ref", "created_at"), customers);
            BulkInsert.insert(
                    handle,
                    dialect,
                    table.name(),
                    List.of("customer_id", "happened_at", "row_key", table.column("amount")),
                    purchases);
        });
        customers.clear();
        purchases.clear();
    }
}
