package org.clientele.reference.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.common.Money;
import org.clientele.common.persistence.BulkRead;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.LikeText;
import org.clientele.common.persistence.RowFeeder;
import org.clientele.common.persistence.TypedValues;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.ReferenceColumns;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.reference.ReferenceRow;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Rows of a vertical's references, one table for each. */
@Repository
public class ReferenceDao {
    private final Jdbi jdbi;
    private final Dialect dialect;

    public ReferenceDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** The keys of all rows. */
    public Set<String> keys(Vertical vertical, String reference) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT ref_key FROM "
                        + vertical.tables().reference(reference).name())
                .mapTo(String.class)
                .set());
    }

    /** All rows with all fields as columns. */
    public ReferenceColumns load(Vertical vertical, ReferenceDefinition reference) {
        VerticalTables.Table table = vertical.tables().reference(reference.id());
        List<Field> fields = reference.fields().stream().map(Field::of).toList();
        var builder = ReferenceColumns.builder(
                reference,
                reference.fields().stream().map(ActivityField::id).collect(Collectors.toSet()),
                Money.fractionDigits(vertical.currency()));
        RowFeeder feeder = new RowFeeder(builder, fields, 2);
        String columns =
                fields.stream().map(field -> ", " + table.column(field.id())).collect(Collectors.joining());
        jdbi.useHandle(handle -> BulkRead.table(
                handle,
                dialect,
                table.name(),
                "id",
                which -> "SELECT ref_key%s FROM %s WHERE %s".formatted(columns, table.name(), which),
                row -> {
                    builder.row(Objects.requireNonNull(row.text(1)));
                    feeder.feed(row);
                }));
        return builder.build();
    }

    /** Rows in the order of their keys that contain what was typed, page by page. */
    public List<ReferenceRow> page(
            Vertical vertical, ReferenceDefinition reference, String typed, int offset, int limit) {
        VerticalTables.Table table = vertical.tables().reference(reference.id());
        int digits = Money.fractionDigits(vertical.currency());
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT %s FROM %s WHERE %s ORDER BY ref_key OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY"
                                .formatted(selected(reference, table), table.name(), matching(reference, table)))
                .bind("typed", pattern(typed))
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, context) -> row(reference, table, row, digits))
                .list());
    }

    /** How many rows contain what was typed. */
    public int count(Vertical vertical, ReferenceDefinition reference, String typed) {
        VerticalTables.Table table = vertical.tables().reference(reference.id());
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM %s WHERE %s".formatted(table.name(), matching(reference, table)))
                .bind("typed", pattern(typed))
                .mapTo(Integer.class)
                .one());
    }

    /** The rows of these keys. */
    public Map<String, ReferenceRow> find(Vertical vertical, ReferenceDefinition reference, Collection<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        VerticalTables.Table table = vertical.tables().reference(reference.id());
        int digits = Money.fractionDigits(vertical.currency());
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT %s FROM %s WHERE ref_key IN (<keys>)"
                        .formatted(selected(reference, table), table.name()))
                .bindList("keys", List.copyOf(keys))
                .map((row, context) -> row(reference, table, row, digits))
                .stream()
                .collect(Collectors.toMap(ReferenceRow::key, row -> row)));
    }

    private static String selected(ReferenceDefinition reference, VerticalTables.Table table) {
        return "ref_key"
                + reference.fields().stream()
                        .map(field -> ", " + table.column(field.id()))
                        .collect(Collectors.joining());
    }

    private static String matching(ReferenceDefinition reference, VerticalTables.Table table) {
        return Stream.concat(
                        Stream.of("ref_key"),
                        reference.fields().stream()
                                .filter(field -> field.type() == FieldType.TEXT)
                                .map(field -> table.column(field.id())))
                .map("lower(%s) LIKE :typed ESCAPE '!'"::formatted)
                .collect(Collectors.joining(" OR "));
    }

    private static String pattern(String typed) {
        return "%" + LikeText.literal(typed.strip()) + "%";
    }

    private static ReferenceRow row(
            ReferenceDefinition reference, VerticalTables.Table table, ResultSet row, int digits) throws SQLException {
        Map<String, Value> values = new HashMap<>();
        for (ActivityField field : reference.fields()) {
            values.put(field.id(), TypedValues.read(row, table.column(field.id()), field.type(), digits));
        }
        return new ReferenceRow(row.getString("ref_key"), values);
    }
}
