package org.clientele.segment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.segment.ShopPortal.Purchase;
import org.jdbi.v3.core.Handle;

/** Purchases to fill a shop with: stored as they are, made by rule, or real. */
record ShopPurchases(TestDatabase database, Vertical vertical, Clock clock) {
    /** Adds purchases and the customers who are new; their ids by number. */
    Map<String, Long> add(List<Purchase> purchases) {
        Map<String, Long> ids = new HashMap<>();
        database.jdbi().useTransaction(handle -> {
            for (Purchase purchase : purchases) {
                ids.computeIfAbsent(purchase.customer(), ref -> customer(handle, ref));
            }
            try {
                insert(handle.getConnection(), purchases, ids);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        return ids;
    }

    private long customer(Handle handle, String ref) {
        return handle.createQuery("SELECT id FROM customer WHERE vertical_id = :vertical AND ref = :ref")
                .bind("vertical", vertical.id())
                .bind("ref", ref)
                .mapTo(Long.class)
                .findOne()
                .orElseGet(() -> handle.createUpdate(
                                "INSERT INTO customer (vertical_id, ref, created_at) VALUES (:vertical, :ref, :now)")
                        .bind("vertical", vertical.id())
                        .bind("ref", ref)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    private void insert(Connection connection, List<Purchase> purchases, Map<String, Long> ids) throws SQLException {
        VerticalTables.Table table =
                Objects.requireNonNull(vertical.tables().activities().get("purchase"));
        String sql = "INSERT INTO %s (customer_id, happened_at, row_key, %s) VALUES (?, ?, ?, ?)"
                .formatted(table.name(), table.columns().get("amount"));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            long key = System.nanoTime();
            for (Purchase purchase : purchases) {
                statement.setLong(1, Objects.requireNonNull(ids.get(purchase.customer())));
                statement.setTimestamp(2, Timestamp.valueOf(purchase.day().atTime(12, 0)));
                statement.setLong(3, key++);
                statement.setLong(4, purchase.cents());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Each customer buys at a rate of their own until they leave, which may happen after any purchase. */
    static List<Purchase> ofBuyersWhoLeave(int customers) {
        LocalDate start = LocalDate.of(2025, 1, 1);
        Random random = new Random(11);
        List<Purchase> bought = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            double gap = 10 + 150 * random.nextDouble() * random.nextDouble();
            double leaves = 0.4 * random.nextDouble();
            long typical = 1_000 + random.nextInt(9_000);
            double day = random.nextInt(120);
            while (day < 395) {
                bought.add(
                        new Purchase("C" + i, start.plusDays((long) day), typical / 2 + random.nextInt((int) typical)));
                day = random.nextDouble() < leaves ? 999 : day + 1 - gap * Math.log(1 - random.nextDouble());
            }
        }
        return bought;
    }

    /** The purchases of CDNOW; the test is skipped where the file is absent. */
    static List<Purchase> ofCdnow() {
        Path file = cdnowFile();
        assumeTrue(Files.exists(file), () -> "CDNOW_master.txt is not at " + file + ": the test needs the shared data");
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .map(cells -> new Purchase(
                            cells[0],
                            LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE),
                            new BigDecimal(cells[3]).movePointRight(2).longValueExact()))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path cdnowFile() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("shared/data"))) {
            folder = folder.getParent();
        }
        return folder.resolve("shared/data/retail/CDNOW_master.txt");
    }
}
