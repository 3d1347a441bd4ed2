package org.clientele.benchmarks;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;

/** The shop that screens are measured on: generated customers with attributes and ten purchases each on average. */
final class Shops {
    static final LocalDate LAST = LocalDate.of(2026, 6, 30);
    private static final String CUSTOMERS = "100000";

    private Shops() {}

    /** Opens and fills it; arguments: number of customers (100000), database (hsqldb). */
    static StoredShop open(List<String> arguments) throws IOException {
        return fill(StoredShop.on(argument(arguments, 1, "hsqldb"), RetailData.definition()), arguments);
    }

    /** The same on a database that has on the disk what it says is committed. */
    static StoredShop openDurable(List<String> arguments) throws IOException {
        return fill(StoredShop.durable(argument(arguments, 1, "hsqldb"), RetailData.definition()), arguments);
    }

    private static StoredShop fill(StoredShop shop, List<String> arguments) {
        int customers = Integer.parseInt(argument(arguments, 0, CUSTOMERS));
        List<StoredShop.Purchase> purchases = SkewedPurchases.of(customers, LAST);
        shop.fill(purchases);
        shop.describe(customers);
        shop.snapshots.reload("retail");
        System.out.printf(
                "%,d customers, %,d purchases on %s%n", customers, purchases.size(), argument(arguments, 1, "hsqldb"));
        return shop;
    }

    static String argument(List<String> arguments, int place, String otherwise) {
        return place < arguments.size() ? arguments.get(place) : otherwise;
    }
}
