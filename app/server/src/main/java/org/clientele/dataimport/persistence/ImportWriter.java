package org.clientele.dataimport.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.common.ConflictProblem;
import org.clientele.common.persistence.AttributeHistory;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.dataimport.BookedRow;
import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.ImportSink;
import org.clientele.dataimport.RowInterpreter;
import org.clientele.dataimport.RowKind;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.definition.Scope;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/** Stores the rows of one import under its number. */
final class ImportWriter implements ImportSink {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final long importId;
    private final int verticalId;
    private final OffsetDateTime now;
    private final String activityTable;
    private final List<String> activityColumns;
    private final String attributeTable;
    private final List<String> attributes;
    private final List<String> attributeColumns;
    private final List<Integer> withHistory;
    private final LocalDate day;

    /** HSQLDB counts from 0. */
    private long lastCustomer = -1;

    ImportWriter(
            Jdbi jdbi,
            Dialect dialect,
            long importId,
            Vertical vertical,
            ImportPlan plan,
            RowInterpreter interpreter,
            Instant now) {
        ImportTables tables = new ImportTables(vertical);
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.importId = importId;
        this.verticalId = vertical.id();
        this.now = now.atOffset(ZoneOffset.UTC);
        boolean activities = interpreter.kind() == RowKind.ACTIVITY;
        this.activityTable = activities ? tables.activityTable(plan.target()) : "";
        this.activityColumns = new ArrayList<>(List.of("customer_id", "happened_at", "row_key", "import_id"));
        this.activityColumns.addAll(
                activities ? tables.activityColumns(plan.target(), interpreter.fieldIds()) : List.of());
        this.attributeTable = tables.attributeTable();
        this.attributes = interpreter.attributeIds();
        this.attributeColumns = tables.attributeColumns(attributes);
        this.withHistory = IntStream.range(0, attributes.size())
                .filter(i -> Scope.hasHistory(tables.attributeType(attributes.get(i))))
                .boxed()
                .toList();
        this.day = AttributeHistory.day(now);
    }

    @Override
    public void store(List<BookedRow> created, List<Activity> activities) {
        jdbi.useHandle(handle -> {
            insertCustomers(handle, created);
            List<@Nullable Object[]> rows =
                    activities.stream().map(this::activityRow).toList();
            BulkInsert.insert(handle, dialect, activityTable, activityColumns, rows);
        });
    }

    @Override
    public void storeValues(List<BookedRow> customers) {
        jdbi.useHandle(handle -> {
            insertChanges(handle, customers);
            AttributeHistory.write(handle, dialect, verticalId, importId, history(customers));
            update(handle, customers);
            insertAttributes(handle, customers);
        });
    }

    private void insertCustomers(Handle handle, List<BookedRow> created) {
        if (created.isEmpty()) {
            return;
        }
        List<@Nullable Object[]> rows = created.stream()
                .map(customer -> new @Nullable Object[] {
                    (long) verticalId,
                    customer.ref(),
                    customer.now().name(),
                    customer.now().owner(),
                    importId,
                    now
                })
                .toList();
        BulkInsert.insert(
                handle,
                dialect,
                "customer",
                List.of("vertical_id", "ref", "name", "owner_user_id", "import_id", "created_at"),
                rows);
        Map<String, Long> ids = newIds(handle);
        for (BookedRow customer : created) {
            long id = Objects.requireNonNull(ids.get(customer.ref()), "A customer just stored has no id");
            customer.stored(id);
            lastCustomer = Math.max(lastCustomer, id);
        }
    }

    /** COPY tells no ids; what this import stored since the last time is found by the primary key. */
    private Map<String, Long> newIds(Handle handle) {
        Map<String, Long> ids = new HashMap<>();
        handle.createQuery("SELECT id, ref FROM customer WHERE id > :last AND import_id = :import")
                .bind("last", lastCustomer)
                .bind("import", importId)
                .map((row, _) -> Map.entry(row.getString(2), row.getLong(1)))
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue()));
        return ids;
    }

    private @Nullable Object[] activityRow(Activity activity) {
        List<@Nullable Object> fields = activity.row().fields();
        @Nullable Object[] row = new @Nullable Object[4 + fields.size()];
        row[0] = activity.customer().id();
        row[1] = activity.row().time();
        row[2] = activity.key();
        row[3] = importId;
        for (int i = 0; i < fields.size(); i++) {
            row[4 + i] = fields.get(i);
        }
        return row;
    }

    private void insertChanges(Handle handle, List<BookedRow> customers) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BookedRow customer : customers) {
            BookedRow.State before = customer.before();
            if (before != null) {
                rows.add(new @Nullable Object[] {
                    importId,
                    customer.id(),
                    (long) customer.version(),
                    StoredState.write(before, attributes),
                    StoredState.write(customer.now(), attributes)
                });
            }
        }
        BulkInsert.insert(
                handle,
                dialect,
                "import_change",
                List.of("import_id", "customer_id", "version", "before_state", "after_state"),
                rows);
    }

    private List<AttributeHistory.Change> history(List<BookedRow> customers) {
        List<AttributeHistory.Change> changes = new ArrayList<>();
        for (BookedRow customer : customers) {
            BookedRow.State before = customer.before();
            if (before == null) {
                continue;
            }
            for (int i : withHistory) {
                Object was = before.values()[i];
                Object is = customer.now().values()[i];
                if (!Objects.equals(was, is)) {
                    changes.add(new AttributeHistory.Change(
                            customer.id(), attributes.get(i), day, written(was), written(is)));
                }
            }
        }
        return changes;
    }

    private static @Nullable String written(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void update(Handle handle, List<BookedRow> customers) {
        List<BookedRow> known = customers.stream().filter(c -> !c.isCreated()).toList();
        int[] counts = batch(
                handle,
                "UPDATE customer SET name = ?, owner_user_id = ?, version = version + 1 WHERE id = ? AND version = ?",
                known.stream()
                        .map(c ->
                                new @Nullable Object[] {c.now().name(), c.now().owner(), c.id(), c.version()})
                        .toList());
        for (int count : counts) {
            if (count == 0) {
                throw new ConflictProblem("dataimport.problem.edited");
            }
        }
        batch(
                handle,
                "UPDATE customer SET name = ?, owner_user_id = ? WHERE id = ?",
                customers.stream()
                        .filter(BookedRow::isOutdated)
                        .map(c ->
                                new @Nullable Object[] {c.now().name(), c.now().owner(), c.id()})
                        .toList());
        updateAttributes(handle, known.stream().filter(BookedRow::hasAttributes).toList());
    }

    private void updateAttributes(Handle handle, List<BookedRow> customers) {
        if (attributes.isEmpty()) {
            return;
        }
        String assignments =
                attributeColumns.stream().map(column -> column + " = ?").collect(Collectors.joining(", "));
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BookedRow customer : customers) {
            @Nullable Object[] values = customer.now().values();
            @Nullable Object[] row = new @Nullable Object[values.length + 1];
            System.arraycopy(values, 0, row, 0, values.length);
            row[values.length] = customer.id();
            rows.add(row);
        }
        batch(handle, "UPDATE %s SET %s WHERE customer_id = ?".formatted(attributeTable, assignments), rows);
    }

    private void insertAttributes(Handle handle, List<BookedRow> customers) {
        List<String> columns = new ArrayList<>(List.of("customer_id"));
        columns.addAll(attributeColumns);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (BookedRow customer : customers) {
            @Nullable Object[] values = customer.now().values();
            if (!customer.hasAttributes() && values.length > 0) {
                @Nullable Object[] row = new @Nullable Object[values.length + 1];
                row[0] = customer.id();
                System.arraycopy(values, 0, row, 1, values.length);
                rows.add(row);
            }
        }
        BulkInsert.insert(handle, dialect, attributeTable, columns, rows);
    }

    private static int[] batch(Handle handle, String sql, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("Updating customers", sql, failure);
        }
    }
}
