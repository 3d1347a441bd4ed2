package org.clientele.customer.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.AttributeHistory;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** What attributes were before they changed, as rows; several changes on one day are told apart by their order. */
@Repository
public class AttributeChangeRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.ATTRIBUTE_CHANGES.firstColumn();
    private static final String CUSTOMER = "customer";
    private static final String ATTRIBUTE = "attribute";
    private static final String CHANGED = "changed";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final int ID_LENGTH = 40;
    private static final int VALUE_LENGTH = 200;

    private final Jdbi jdbi;
    private final Dialect dialect;
    private final OwnedRows imported;

    public AttributeChangeRecords(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.imported = new OwnedRows(jdbi, new Part("attribute_change", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ATTRIBUTE_CHANGES;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, CUSTOMER, ATTRIBUTE, CHANGED, BEFORE, AFTER);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        Keys keys = new Keys();
        each(
                verticalId,
                row -> rows.accept(List.of(
                        keys.next(row),
                        row.getString("ref"),
                        row.getString("attribute_id"),
                        day(row).toString(),
                        Objects.toString(row.getString("before_value"), ""),
                        Objects.toString(row.getString("after_value"), ""))));
    }

    private void each(int verticalId, IdRanges.RowConsumer rows) {
        String select = """
                SELECT c.ref, a.attribute_id, a.changed_on, a.before_value, a.after_value
                FROM attribute_change a JOIN customer c ON c.id = a.customer_id
                WHERE a.vertical_id + 0 = %d AND a.id > ? AND a.id <= ? ORDER BY a.id
                """.formatted(verticalId);
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "attribute_change", select, rows));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("changed_on", LocalDate.class);
    }

    /** Gives the changes of an attribute of a customer on a day numbers in their order. */
    private static final class Keys {
        private final Map<String, Integer> taken = new HashMap<>();

        String next(ResultSet row) throws SQLException {
            String change = row.getString("ref") + " " + row.getString("attribute_id") + " " + day(row);
            return change + " " + taken.merge(change, 1, Integer::sum);
        }
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        Keys keys = new Keys();
        each(verticalId, row -> here.add(keys.next(row)));
        return RestoredRows.once(
                here,
                row -> change(known, row),
                (row, change) -> row.text(RECORD),
                (fresh, importId) ->
                        jdbi.useHandle(handle -> AttributeHistory.write(handle, dialect, verticalId, importId, fresh)));
    }

    private static AttributeHistory.Change change(KnownNames known, RecordRow row) throws UnfitRowException {
        return new AttributeHistory.Change(
                known.customer(row, CUSTOMER),
                row.required(ATTRIBUTE, ID_LENGTH),
                row.day(CHANGED),
                row.textOrNull(BEFORE, VALUE_LENGTH),
                row.textOrNull(AFTER, VALUE_LENGTH));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }
}
