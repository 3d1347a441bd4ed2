package org.clientele.dataimport.persistence;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.dataimport.BookedRow;
import org.clientele.dataimport.ImportSink;
import org.clientele.plugin.VerticalTables.Table;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.UncategorizedSQLException;

/** Stores rows of a reference under the number of their import. */
final class ReferenceWriter implements ImportSink {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final long importId;
    private final String reference;
    private final Table table;
    private final List<String> fields;

    /** @param fields ids of the mapped fields in the order of a row's values */
    ReferenceWriter(Jdbi jdbi, Dialect dialect, long importId, String reference, Table table, List<String> fields) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.importId = importId;
        this.reference = reference;
        this.table = table;
        this.fields = fields;
    }

    @Override
    public void store(List<BookedRow> created, List<Activity> activities) {
        jdbi.useHandle(handle -> BulkInsert.insert(
                handle,
                dialect,
                table.name(),
                List.of("ref_key", "import_id"),
                created.stream()
                        .map(row -> new @Nullable Object[] {row.ref(), importId})
                        .toList()));
    }

    @Override
    public void storeValues(List<BookedRow> rows) {
        jdbi.useHandle(handle -> {
            insertChanges(handle, rows);
            update(handle, rows);
        });
    }

    private void insertChanges(Handle handle, List<BookedRow> rows) {
        List<@Nullable Object[]> changes = new ArrayList<>();
        for (BookedRow row : rows) {
            BookedRow.State before = row.before();
            if (before != null) {
                changes.add(new @Nullable Object[] {
                    importId,
                    reference,
                    row.ref(),
                    StoredState.write(before, fields),
                    StoredState.write(row.now(), fields)
                });
            }
        }
        BulkInsert.insert(
                handle,
                dialect,
                "reference_change",
                List.of("import_id", "reference_id", "ref_key", "before_state", "after_state"),
                changes);
    }

    private void update(Handle handle, List<BookedRow> rows) {
        String assignments =
                fields.stream().map(field -> table.column(field) + " = ?").collect(Collectors.joining(", "));
        String sql = "UPDATE %s SET %s WHERE ref_key = ?".formatted(table.name(), assignments);
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (BookedRow row : rows) {
                @Nullable Object[] values = row.now().values();
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.setObject(values.length + 1, row.ref());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw new UncategorizedSQLException("Storing rows of a reference", sql, failure);
        }
    }
}
