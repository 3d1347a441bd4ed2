package org.clientele.plugin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.VerticalTables.Table;
import org.jspecify.annotations.Nullable;

/** Customers and purchases of the vertical of {@link LifeJars}, written and read past the services. */
final class ClubData {
    private final TestDatabase database;

    ClubData(TestDatabase database) {
        this.database = database;
    }

    /** Two customers with every field, one with none, and a purchase of each. */
    void fill(Vertical club) {
        customer(club, "0001");
        customer(club, "0002");
        customer(club, "0003");
        set(
                club,
                "0001",
                Map.of(
                        "city",
                        "上海",
                        "age",
                        41L,
                        "score",
                        0.1,
                        "member",
                        true,
                        "born",
                        LocalDate.of(1985, 2, 28),
                        "level",
                        "gold",
                        "plan",
                        "pro",
                        "visits",
                        7L,
                        "old",
                        "kept",
                        "credit",
                        120_000L));
        set(
                club,
                "0002",
                Map.of(
                        "city",
                        "O'Hara\n\"x\"",
                        "age",
                        -1L,
                        "score",
                        3.0,
                        "member",
                        false,
                        "born",
                        LocalDate.of(2000, 1, 1),
                        "level",
                        "none",
                        "plan",
                        "basic",
                        "visits",
                        0L,
                        "old",
                        "too",
                        "credit",
                        -5L));
        set(club, "0003", Map.of());
        activity(club, "purchase", "0001", Map.of("amount", 1_999L, "pieces", 3L, "gift", true));
        activity(club, "purchase", "0002", Map.of("amount", -1_999L, "pieces", 1L));
        activity(club, "purchase", "0003", Map.of());
    }

    void customer(Vertical club, String ref) {
        database.jdbi().useHandle(handle -> handle.createUpdate("""
                        INSERT INTO customer (vertical_id, ref, name, created_at)
                        VALUES (:vertical, :ref, :name, CURRENT_TIMESTAMP)
                        """)
                .bind("vertical", club.id())
                .bind("ref", ref)
                .bind("name", "Name " + ref)
                .execute());
    }

    /** Sets attributes of a customer, keeping the others. */
    void set(Vertical club, String ref, Map<String, ? extends @Nullable Object> values) {
        Table table = club.tables().attributes();
        long id = id(club, ref);
        database.jdbi().useHandle(handle -> {
            boolean known = handle.createQuery("SELECT count(*) FROM " + table.name() + " WHERE customer_id = :id")
                            .bind("id", id)
                            .mapTo(Integer.class)
                            .one()
                    > 0;
            if (!known) {
                handle.createUpdate("INSERT INTO " + table.name() + " (customer_id) VALUES (:id)")
                        .bind("id", id)
                        .execute();
            }
            values.forEach((field, value) -> handle.createUpdate("UPDATE %s SET %s = :value WHERE customer_id = :id"
                            .formatted(table.name(), table.column(field)))
                    .bind("value", value)
                    .bind("id", id)
                    .execute());
        });
    }

    void activity(Vertical club, String activity, String ref, Map<String, Object> values) {
        Table table = club.tables().activity(activity);
        List<String> columns = new ArrayList<>(List.of("customer_id", "happened_at", "row_key"));
        List<String> parameters = new ArrayList<>(List.of(":id", "TIMESTAMP '2024-02-29 12:50:00'", "4711"));
        values.keySet().forEach(field -> {
            columns.add(table.column(field));
            parameters.add(":" + field);
        });
        database.jdbi().useHandle(handle -> handle.createUpdate("INSERT INTO %s (%s) VALUES (%s)"
                        .formatted(table.name(), String.join(", ", columns), String.join(", ", parameters)))
                .bind("id", id(club, ref))
                .bindMap(values)
                .execute());
    }

    /** The attribute of a customer as it is stored. */
    @Nullable
    Object attribute(Vertical club, String ref, String field) {
        Table table = club.tables().attributes();
        return value("SELECT %s AS found FROM %s WHERE customer_id = %d"
                .formatted(table.column(field), table.name(), id(club, ref)));
    }

    /** A field of the customer's only activity. */
    @Nullable
    Object activity(Vertical club, String activity, String ref, String field) {
        Table table = club.tables().activity(activity);
        return value("SELECT %s AS found FROM %s WHERE customer_id = %d"
                .formatted(table.column(field), table.name(), id(club, ref)));
    }

    /** All attributes of a customer by id. */
    Map<String, @Nullable Object> attributes(Vertical club, String ref) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        club.definition().attributes().forEach(a -> values.put(a.id(), attribute(club, ref, a.id())));
        return values;
    }

    private long id(Vertical club, String ref) {
        return database.jdbi().withHandle(handle -> handle.createQuery(
                        "SELECT id FROM customer WHERE vertical_id = :vertical AND ref = :ref")
                .bind("vertical", club.id())
                .bind("ref", ref)
                .mapTo(Long.class)
                .one());
    }

    private @Nullable Object value(String sql) {
        return database.jdbi().withHandle(handle -> {
            Object found = handle.createQuery(sql)
                    .map((row, _) -> new @Nullable Object[] {row.getObject(1)})
                    .one()[0];
            return found instanceof java.sql.Date date ? date.toLocalDate() : found;
        });
    }
}
