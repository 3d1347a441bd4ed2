package org.clientele.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.List;

/** PostgreSQL with the retail vertical's customers and purchases, which the portal takes up when the vertical is enabled in it. */
final class FilledDatabase implements AutoCloseable {
    private static final String NAME = "postgres";

    private final EmbeddedPostgres server;

    private FilledDatabase(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Stores so many customers with ten purchases each on average. */
    static FilledDatabase of(int customers) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder().start();
        try (StoredShop shop = StoredShop.in(server, RetailData.definition())) {
            shop.fill(taker -> SkewedPurchases.each(customers, Shops.LAST, taker));
            shop.describe(customers);
            shop.jdbi().useHandle(handle -> handle.execute("VACUUM ANALYZE"));
        }
        return new FilledDatabase(server);
    }

    /** What makes a portal use it. */
    List<String> settings() {
        return List.of(
                "--clientele.database.url=" + server.getJdbcUrl(NAME, NAME), "--clientele.database.user=" + NAME);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
