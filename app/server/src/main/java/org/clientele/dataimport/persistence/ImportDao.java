package org.clientele.dataimport.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.IdRanges;
import org.clientele.dataimport.Book;
import org.clientele.dataimport.BookedRow;
import org.clientele.dataimport.BookedRow.State;
import org.clientele.dataimport.ImportPlan;
import org.clientele.dataimport.ImportSink;
import org.clientele.dataimport.LongSet;
import org.clientele.dataimport.RowInterpreter;
import org.clientele.dataimport.RowKind;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What an import needs to know beforehand, and the writer of its rows. */
@Repository
public class ImportDao {
    private final Jdbi jdbi;
    private final Dialect dialect;

    public ImportDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** All customers of the vertical with their owners and the mapped attributes. */
    public Book loadBook(Vertical vertical, List<String> attributes) {
        ImportTables tables = new ImportTables(vertical);
        List<FieldType> types = attributes.stream().map(tables::attributeType).toList();
        String columns = tables.attributeColumns(attributes).stream()
                .map(column -> ", a." + column)
                .collect(Collectors.joining());
        String select = """
                SELECT c.id, c.ref, c.version, c.name, c.owner_user_id, a.customer_id%s
                FROM customer c LEFT JOIN %s a ON a.customer_id = c.id
                WHERE c.vertical_id + 0 = %d AND c.id > ? AND c.id <= ?
                """.formatted(columns, tables.attributeTable(), vertical.id());
        Book book = new Book(attributes.size());
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "customer", select, row -> book.add(known(row, types))));
        return book;
    }

    /** All rows of a reference with the mapped fields. */
    public Book loadReference(Vertical vertical, String reference, List<String> fields) {
        Table table = vertical.tables().reference(reference);
        List<FieldType> types = fields.stream()
                .map(field -> new ImportTables(vertical).referenceType(reference, field))
                .toList();
        String columns =
                fields.stream().map(field -> ", " + table.column(field)).collect(Collectors.joining());
        Book book = new Book(fields.size());
        jdbi.useHandle(handle -> IdRanges.readTable(
                handle,
                table.name(),
                "SELECT id, ref_key%s FROM %s WHERE id > ? AND id <= ?".formatted(columns, table.name()),
                row -> book.add(BookedRow.known(
                        row.getLong(1), row.getString(2), 0, true, new State(null, null, values(row, 3, types))))));
        return book;
    }

    /** The keys of all activities of the kind. */
    public LongSet loadKeys(Vertical vertical, String activity) {
        String table = new ImportTables(vertical).activityTable(activity);
        return jdbi.withHandle(handle -> {
            long count = handle.createQuery("SELECT count(*) FROM " + table)
                    .mapTo(Long.class)
                    .one();
            LongSet keys = new LongSet(count);
            IdRanges.readTable(
                    handle,
                    table,
                    "SELECT row_key FROM " + table + " WHERE id > ? AND id <= ?",
                    row -> keys.add(row.getLong(1)));
            return keys;
        });
    }

    /** The numbers of the vertical's customers, and the logins of everybody who has or had an account. */
    public KnownNames knownNames(int verticalId) {
        Map<String, Long> customers = new HashMap<>();
        Map<String, Long> people = new HashMap<>();
        jdbi.useHandle(handle -> {
            IdRanges.readTable(
                    handle,
                    "customer",
                    "SELECT id, ref FROM customer WHERE vertical_id + 0 = %d AND id > ? AND id <= ?"
                            .formatted(verticalId),
                    row -> customers.put(row.getString(2), row.getLong(1)));
            IdRanges.readFew(
                    handle,
                    "SELECT id, login FROM app_user",
                    row -> people.put(row.getString(2).toLowerCase(Locale.ROOT), row.getLong(1)));
        });
        return new KnownNames(customers, people);
    }

    /** Writes the rows of an import; each call belongs in a transaction of its own. */
    public ImportSink writer(
            long importId, Vertical vertical, ImportPlan plan, RowInterpreter interpreter, Instant now) {
        if (interpreter.kind() == RowKind.REFERENCE) {
            Table table = vertical.tables().reference(plan.target());
            return new ReferenceWriter(jdbi, dialect, importId, plan.target(), table, interpreter.attributeIds());
        }
        return new ImportWriter(jdbi, dialect, importId, vertical, plan, interpreter, now);
    }

    private static BookedRow known(ResultSet row, List<FieldType> types) throws SQLException {
        row.getLong(6);
        boolean hasAttributes = !row.wasNull();
        return BookedRow.known(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                hasAttributes,
                new State(row.getString(4), row.getObject(5, Long.class), values(row, 7, types)));
    }

    private static @Nullable Object[] values(ResultSet row, int first, List<FieldType> types) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[types.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(row, first + i, types.get(i));
        }
        return values;
    }

    private static @Nullable Object value(ResultSet row, int column, FieldType type) throws SQLException {
        return switch (type) {
            case TEXT, CHOICE -> row.getString(column);
            case INTEGER, MONEY -> orNull(row, row.getLong(column));
            case DECIMAL -> orNull(row, row.getDouble(column));
            case BOOLEAN -> orNull(row, row.getBoolean(column));
            case DATE -> row.getObject(column, LocalDate.class);
        };
    }

    private static @Nullable Object orNull(ResultSet row, Object value) throws SQLException {
        return row.wasNull() ? null : value;
    }
}
