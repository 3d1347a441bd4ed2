package org.clientele.demo.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.clientele.demo.SampleCustomer;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes generated customers in one go. */
@Repository
public class SampleDao {
    private static final int PIECE = 2_000;

    private final Jdbi jdbi;

    public SampleDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A generated customer under the id it was stored with. */
    public record Stored(long id, SampleCustomer customer) {}

    public boolean hasCustomers(Vertical vertical) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM customer WHERE vertical_id = :vertical")
                        .bind("vertical", vertical.id())
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    /**
     * Stores the customers with attributes and activities, or nothing.
     *
     * @param owners ids of users who look after every other customer in turn
     */
    public List<Stored> insert(
            Vertical vertical,
            ActivityDefinition activity,
            List<SampleCustomer> customers,
            List<Long> owners,
            Instant now) {
        return jdbi.inTransaction(handle -> {
            List<Stored> stored = insertCustomers(handle, vertical, customers, owners, now);
            insertAttributes(handle, vertical, stored);
            insertActivities(handle, vertical, activity, stored);
            return stored;
        });
    }

    private static List<Stored> insertCustomers(
            Handle handle, Vertical vertical, List<SampleCustomer> customers, List<Long> owners, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            Long owner = i % 2 == 0 ? owners.get(i / 2 % owners.size()) : null;
            SampleCustomer customer = customers.get(i);
            rows.add(new @Nullable Object[] {
                vertical.id(), customer.ref(), customer.name(), owner, now.atOffset(ZoneOffset.UTC)
            });
        }
        execute(
                handle,
                "INSERT INTO customer (vertical_id, ref, name, owner_user_id, created_at) VALUES (?, ?, ?, ?, ?)",
                rows);
        Map<String, Long> ids = handle
                .createQuery("SELECT ref, id FROM customer WHERE vertical_id = :vertical")
                .bind("vertical", vertical.id())
                .map((row, context) -> Map.entry(row.getString("ref"), row.getLong("id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return customers.stream()
                .map(customer -> new Stored(Objects.requireNonNull(ids.get(customer.ref())), customer))
                .toList();
    }

    private static void insertAttributes(Handle handle, Vertical vertical, List<Stored> stored) {
        List<String> fields = vertical.definition().attributes().stream()
                .map(AttributeDefinition::id)
                .toList();
        String sql = insert(vertical.tables().attributes(), List.of("customer_id"), fields);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Stored one : stored) {
            rows.add(row(List.of(one.id()), fields, one.customer().attributes()));
        }
        execute(handle, sql, rows);
    }

    private static void insertActivities(
            Handle handle, Vertical vertical, ActivityDefinition activity, List<Stored> stored) {
        VerticalTables.Table table =
                Objects.requireNonNull(vertical.tables().activities().get(activity.id()));
        List<String> fields = activity.fields().stream().map(ActivityField::id).toList();
        String sql = insert(table, List.of("customer_id", "happened_at", "row_key"), fields);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Stored one : stored) {
            for (SampleCustomer.Row row : one.customer().activities()) {
                rows.add(row(List.of(one.id(), row.at(), (long) rows.size()), fields, row.fields()));
            }
        }
        execute(handle, sql, rows);
    }

    private static String insert(VerticalTables.Table table, List<String> fixed, List<String> fields) {
        List<String> columns = new ArrayList<>(fixed);
        fields.forEach(field -> columns.add(table.columns().get(field)));
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(
                        table.name(),
                        String.join(", ", columns),
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
    }

    private static @Nullable Object[] row(List<Object> fixed, List<String> fields, Map<String, Value> values) {
        List<@Nullable Object> row = new ArrayList<>(fixed);
        fields.forEach(field -> row.add(stored(values.getOrDefault(field, Value.MISSING))));
        return row.toArray();
    }

    private static @Nullable Object stored(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Whole(long number) -> number;
            case Value.Money(long minor, int _) -> minor;
            case Value.Decimal(double number) -> number;
            case Value.Flag(boolean yes) -> yes;
            case Value.Date(LocalDate date) -> date;
            case Value.Missing _ -> null;
        };
    }

    /** Jdbi's batches cannot hold a null where an earlier row held a value. */
    private static void execute(Handle handle, String sql, List<@Nullable Object[]> rows) {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < rows.size(); i++) {
                @Nullable Object[] row = rows.get(i);
                for (int column = 0; column < row.length; column++) {
                    statement.setObject(column + 1, row[column]);
                }
                statement.addBatch();
                if ((i + 1) % PIECE == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "%d generated rows were not stored: %s".formatted(rows.size(), sql), failure);
        }
    }
}
