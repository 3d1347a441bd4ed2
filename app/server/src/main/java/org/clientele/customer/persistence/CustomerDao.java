package org.clientele.customer.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientele.common.Money;
import org.clientele.common.persistence.AttributeHistory;
import org.clientele.common.persistence.BulkRead;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.common.persistence.RowFeeder;
import org.clientele.common.persistence.TypedValues;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerData;
import org.clientele.customer.CustomerFields;
import org.clientele.customer.CustomerHit;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.definition.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Customers with the typed attributes of their vertical. */
@Repository
public class CustomerDao {
    private final Jdbi jdbi;
    private final Dialect dialect;

    public CustomerDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    public Optional<Customer> find(Vertical vertical, long id) {
        return jdbi.withHandle(h -> h.createQuery(select(vertical) + " AND c.id = :id")
                .bind("vertical", vertical.id())
                .bind("id", id)
                .map((row, _) -> read(vertical, row))
                .findOne());
    }

    public Optional<Customer> findByRef(Vertical vertical, String ref) {
        return jdbi.withHandle(h -> h.createQuery(select(vertical) + " AND c.ref = :ref")
                .bind("vertical", vertical.id())
                .bind("ref", ref)
                .map((row, _) -> read(vertical, row))
                .findOne());
    }

    /** The customers of these ids in the given order; those that do not exist are left out. */
    public List<Customer> page(Vertical vertical, long... ids) {
        if (ids.length == 0) {
            return List.of();
        }
        Map<Long, Customer> found = jdbi.withHandle(h -> {
            Query query = h.createQuery(select(vertical) + " AND c.id IN (<ids>)")
                    .bind("vertical", vertical.id())
                    .bindList("ids", Arrays.stream(ids).boxed().toList());
            return query.map((row, _) -> read(vertical, row))
                    .collect(Collectors.toMap(Customer::id, customer -> customer));
        });
        return Arrays.stream(ids).mapToObj(found::get).filter(Objects::nonNull).toList();
    }

    /**
     * The number of a customer who is held until the transaction ends: on PostgreSQL whoever asks for the same one waits, on HSQLDB the callers see
     * to that. Empty when there is no such customer.
     */
    public Supplier<Optional<String>> hold(RoundTrip trip, Vertical vertical, long id) {
        String select = "SELECT ref FROM customer WHERE vertical_id + 0 = %d AND id = ?".formatted(vertical.id())
                + (dialect == Dialect.POSTGRESQL ? " FOR UPDATE" : "");
        List<String> refs = new ArrayList<>();
        trip.ask(select, () -> row -> refs.add(Objects.requireNonNull(row.text(1))), id);
        return () -> refs.stream().findFirst();
    }

    /** Where statements about one customer are gathered. */
    public RoundTrip roundTrip() {
        return new RoundTrip(jdbi, dialect);
    }

    /** Whether the customer is there and the user looks after it. */
    public boolean isLookedAfterBy(Vertical vertical, long id, long userId) {
        return jdbi.withHandle(h -> h.createQuery("""
                                SELECT count(*) FROM customer
                                WHERE id = :id AND vertical_id = :vertical AND owner_user_id = :owner
                                """)
                        .bind("id", id)
                        .bind("vertical", vertical.id())
                        .bind("owner", userId)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    /**
     * Customers with the number or the name, upper and lower case alike; an empty one fits nobody.
     *
     * @param owner only customers whom this user looks after; null: all
     */
    public List<CustomerHit> similar(Vertical vertical, String ref, String name, @Nullable Long owner, int limit) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT id, ref, name FROM customer
                        WHERE vertical_id = :vertical
                          AND (:anyOwner OR owner_user_id = :owner)
                          AND ((:ref <> '' AND lower(ref) = :ref) OR (:name <> '' AND lower(name) = :name))
                        ORDER BY ref FETCH FIRST :limit ROWS ONLY
                        """)
                .bind("vertical", vertical.id())
                .bind("ref", ref.toLowerCase(Locale.ROOT))
                .bind("name", name.toLowerCase(Locale.ROOT))
                .bind("anyOwner", owner == null)
                .bind("owner", owner == null ? -1L : owner)
                .bind("limit", limit)
                .map((row, _) -> new CustomerHit(row.getLong("id"), row.getString("ref"), row.getString("name")))
                .list());
    }

    public long count(Vertical vertical) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM customer WHERE vertical_id = :vertical")
                .bind("vertical", vertical.id())
                .mapTo(Long.class)
                .one());
    }

    /** Stores a new customer and returns its id. Fails when the number is taken. */
    public long create(Vertical vertical, CustomerData data, @Nullable Long importId, Instant now) {
        return jdbi.inTransaction(h -> {
            long id = h.createUpdate("""
                    INSERT INTO customer (vertical_id, ref, name, owner_user_id, import_id, created_at)
                    VALUES (:vertical, :ref, :name, :owner, :import, :now)
                    """)
                    .bind("vertical", vertical.id())
                    .bind("ref", data.ref())
                    .bind("name", data.name())
                    .bind("owner", data.ownerUserId())
                    .bind("import", importId)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(Long.class)
                    .one();
            insertAttributes(h, vertical, id, data);
            return id;
        });
    }

    /**
     * Changes name, owner and attributes, if the customer still is in the given version; the number never changes.
     *
     * @return false when somebody else was faster, or the customer is gone: nothing was changed
     */
    public boolean update(
            Vertical vertical, long id, int expectedVersion, CustomerData data, String updatedBy, Instant now) {
        return jdbi.inTransaction(h -> {
            int changed = h.createUpdate("""
                    UPDATE customer
                    SET name = :name, owner_user_id = :owner, updated_at = :now, updated_by = :by, version = version + 1
                    WHERE id = :id AND vertical_id = :vertical AND version = :version
                    """)
                    .bind("name", data.name())
                    .bind("owner", data.ownerUserId())
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("by", updatedBy)
                    .bind("id", id)
                    .bind("vertical", vertical.id())
                    .bind("version", expectedVersion)
                    .execute();
            if (changed == 0) {
                return false;
            }
            writeHistory(h, vertical, id, data, now);
            if (!updateAttributes(h, vertical, id, data)) {
                insertAttributes(h, vertical, id, data);
            }
            return true;
        });
    }

    /** What the attributes with a history are before they are changed, as far as they will be others. */
    private void writeHistory(Handle handle, Vertical vertical, long id, CustomerData data, Instant now) {
        Customer before = handle.createQuery(select(vertical) + " AND c.id = :id")
                .bind("vertical", vertical.id())
                .bind("id", id)
                .map((row, _) -> read(vertical, row))
                .one();
        List<AttributeHistory.Change> changes = vertical.definition().attributes().stream()
                .filter(attribute -> Scope.hasHistory(attribute.type()))
                .map(AttributeDefinition::id)
                .filter(name -> !before.attribute(name).equals(data.attribute(name)))
                .map(name -> new AttributeHistory.Change(
                        id,
                        name,
                        AttributeHistory.day(now),
                        written(before.attribute(name)),
                        written(data.attribute(name))))
                .toList();
        AttributeHistory.write(handle, dialect, vertical.id(), null, changes);
    }

    private static @Nullable String written(Value value) {
        return switch (value) {
            case Value.Text(String text) -> text;
            case Value.Flag(boolean yes) -> String.valueOf(yes);
            default -> null;
        };
    }

    /** All customers as columns ({@link CustomerFields}); run in a transaction with the activities to see one state of both. */
    public CustomerColumns load(Vertical vertical) {
        return load(
                vertical,
                (handle, rows) -> BulkRead.table(
                        handle, dialect, "customer", "c.id", which -> selectColumns(vertical, which), rows));
    }

    /** Some customers as columns, as {@link #load(Vertical)}; those that do not exist are left out. */
    public CustomerColumns load(Vertical vertical, Set<Long> ids) {
        String select = selectColumns(vertical, IdRanges.among("c.id", ids));
        return load(vertical, (handle, rows) -> BulkRead.few(handle, select, rows));
    }

    /** One customer as columns, as {@link #load(Vertical)}, once the round trip is made. */
    public Supplier<CustomerColumns> load(RoundTrip trip, Vertical vertical, long id) {
        CustomerColumns.Builder builder = builder(vertical);
        BulkRead.RowConsumer rows = feeding(builder, vertical);
        trip.ask(selectColumns(vertical, "c.id = ?"), () -> rows, id);
        return builder::build;
    }

    private CustomerColumns load(Vertical vertical, BiConsumer<Handle, BulkRead.RowConsumer> reading) {
        CustomerColumns.Builder builder = builder(vertical);
        jdbi.useHandle(handle -> reading.accept(handle, feeding(builder, vertical)));
        return builder.build();
    }

    private static CustomerColumns.Builder builder(Vertical vertical) {
        return CustomerColumns.builder(
                CustomerFields.of(vertical.definition()), Money.fractionDigits(vertical.currency()));
    }

    private static BulkRead.RowConsumer feeding(CustomerColumns.Builder builder, Vertical vertical) {
        RowFeeder feeder = new RowFeeder(builder, CustomerFields.of(vertical.definition()), 2);
        return row -> {
            builder.customer(row.whole(1));
            feeder.feed(row);
        };
    }

    private String selectColumns(Vertical vertical, String which) {
        List<Field> fields = CustomerFields.of(vertical.definition());
        String columns =
                fields.stream().map(field -> column(vertical, field.id())).collect(Collectors.joining(", "));
        return """
                SELECT c.id, %s
                FROM customer c LEFT JOIN %s a ON a.customer_id = c.id
                WHERE c.vertical_id + 0 = %d AND %s
                """.formatted(columns, vertical.tables().attributes().name(), vertical.id(), which);
    }

    private static String column(Vertical vertical, String field) {
        return switch (field) {
            case CustomerFields.REF -> "c.ref";
            case CustomerFields.NAME -> "c.name";
            case CustomerFields.OWNER -> "c.owner_user_id";
            default -> "a." + attributeColumn(vertical, field);
        };
    }

    private static String select(Vertical vertical) {
        String columns = vertical.definition().attributes().stream()
                .map(attribute -> ", a." + attributeColumn(vertical, attribute.id()))
                .collect(Collectors.joining());
        return """
                SELECT c.id, c.ref, c.name, c.owner_user_id, c.created_at, c.updated_at, c.updated_by, c.version%s
                FROM customer c LEFT JOIN %s a ON a.customer_id = c.id
                WHERE c.vertical_id = :vertical
                """.formatted(columns, vertical.tables().attributes().name());
    }

    private static Customer read(Vertical vertical, ResultSet row) throws SQLException {
        int digits = Money.fractionDigits(vertical.currency());
        Map<String, Value> attributes = new HashMap<>();
        for (AttributeDefinition attribute : vertical.definition().attributes()) {
            Value value = TypedValues.read(row, attributeColumn(vertical, attribute.id()), attribute.type(), digits);
            if (!value.isMissing()) {
                attributes.put(attribute.id(), value);
            }
        }
        OffsetDateTime updatedAt = row.getObject("updated_at", OffsetDateTime.class);
        return new Customer(
                row.getLong("id"),
                vertical.id(),
                row.getString("ref"),
                row.getString("name"),
                row.getObject("owner_user_id", Long.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                updatedAt == null ? null : updatedAt.toInstant(),
                row.getString("updated_by"),
                row.getInt("version"),
                attributes);
    }

    private static void insertAttributes(Handle handle, Vertical vertical, long id, CustomerData data) {
        List<AttributeDefinition> attributes = vertical.definition().attributes();
        String columns = attributes.stream()
                .map(attribute -> ", " + attributeColumn(vertical, attribute.id()))
                .collect(Collectors.joining());
        String values = attributes.stream()
                .map(attribute -> ", :" + attributeColumn(vertical, attribute.id()))
                .collect(Collectors.joining());
        String table = vertical.tables().attributes().name();
        var insert = handle.createUpdate(
                        "INSERT INTO %s (customer_id%s) VALUES (:id%s)".formatted(table, columns, values))
                .bind("id", id);
        bindAttributes(insert, vertical, data);
        insert.execute();
    }

    private static boolean updateAttributes(Handle handle, Vertical vertical, long id, CustomerData data) {
        String table = vertical.tables().attributes().name();
        String assignments = vertical.definition().attributes().stream()
                .map(attribute -> attributeColumn(vertical, attribute.id()))
                .map(column -> ", " + column + " = :" + column)
                .collect(Collectors.joining());
        var update = handle.createUpdate(
                        "UPDATE %s SET customer_id = :id%s WHERE customer_id = :id".formatted(table, assignments))
                .bind("id", id);
        bindAttributes(update, vertical, data);
        return update.execute() > 0;
    }

    private static void bindAttributes(
            org.jdbi.v3.core.statement.Update statement, Vertical vertical, CustomerData data) {
        for (AttributeDefinition attribute : vertical.definition().attributes()) {
            TypedValues.bind(
                    statement,
                    attributeColumn(vertical, attribute.id()),
                    attribute.type(),
                    data.attribute(attribute.id()));
        }
    }

    private static String attributeColumn(Vertical vertical, String attribute) {
        return Objects.requireNonNull(
                vertical.tables().attributes().columns().get(attribute),
                () -> "Vertical %s has no column for attribute %s: enable it again to make it"
                        .formatted(vertical.key(), attribute));
    }
}
