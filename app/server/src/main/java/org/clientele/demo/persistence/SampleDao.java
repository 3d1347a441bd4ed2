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
import java.util.stream.IntStream;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.dataimport.sample.SampleTable;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
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

    /**
     * A generated customer under the id it was stored with.
     *
     * @param activities number of its activities
     */
    public record Stored(long id, SampleSet.Person person, int activities) {}

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
    public List<Stored> insert(Vertical vertical, SampleSet set, List<Long> owners, Instant now) {
        return jdbi.inTransaction(handle -> {
            long[] ids = insertCustomers(handle, vertical, set.people(), owners, now);
            insertAttributes(handle, vertical, set.attributes(), ids);
            int[] counts = new int[ids.length];
            for (SampleSet.Events events : set.activities()) {
                insertActivities(handle, vertical, events, ids, counts);
            }
            return IntStream.range(0, ids.length)
                    .mapToObj(i -> new Stored(ids[i], set.people().get(i), counts[i]))
                    .toList();
        });
    }

    private static long[] insertCustomers(
            Handle handle, Vertical vertical, List<SampleSet.Person> people, List<Long> owners, Instant now) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Long owner = i % 2 == 0 ? owners.get(i / 2 % owners.size()) : null;
            SampleSet.Person person = people.get(i);
            rows.add(new @Nullable Object[] {
                vertical.id(), person.ref(), person.name(), owner, now.atOffset(ZoneOffset.UTC)
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
        return people.stream()
                .mapToLong(person -> Objects.requireNonNull(ids.get(person.ref())))
                .toArray();
    }

    private static void insertAttributes(Handle handle, Vertical vertical, SampleTable attributes, long[] ids) {
        List<String> fields = vertical.definition().attributes().stream()
                .map(AttributeDefinition::id)
                .toList();
        String sql = insert(vertical.tables().attributes(), List.of("customer_id"), fields);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            rows.add(row(List.of(ids[i]), fields, attributes, i));
        }
        execute(handle, sql, rows);
    }

    private static void insertActivities(
            Handle handle, Vertical vertical, SampleSet.Events events, long[] ids, int[] counts) {
        VerticalTables.Table table = vertical.tables().activity(events.activity());
        List<String> fields = List.copyOf(events.fields().fields());
        String sql = insert(table, List.of("customer_id", "happened_at", "row_key"), fields);
        long before = handle.createQuery("SELECT count(*) FROM " + table.name())
                .mapTo(Long.class)
                .one();
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < events.times().size(); i++) {
            int customer = events.fields().customer(i);
            counts[customer]++;
            rows.add(row(List.of(ids[customer], events.times().get(i), before + i), fields, events.fields(), i));
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

    private static @Nullable Object[] row(List<Object> fixed, List<String> fields, SampleTable table, int index) {
        List<@Nullable Object> row = new ArrayList<>(fixed);
        fields.forEach(field -> row.add(stored(table.get(field, index))));
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
