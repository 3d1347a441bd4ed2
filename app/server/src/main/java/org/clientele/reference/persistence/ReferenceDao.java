package org.clientele.reference.persistence;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.common.Money;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.RowFeeder;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.ReferenceColumns;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;
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
        String columns = fields.stream()
                .map(field -> ", " + RowFeeder.select(field, table.column(field.id()), dialect))
                .collect(Collectors.joining());
        jdbi.useHandle(handle -> IdRanges.readTable(
                handle,
                table.name(),
                "SELECT ref_key%s FROM %s WHERE id > ? AND id <= ?".formatted(columns, table.name()),
                row -> {
                    builder.row(row.getString(1));
                    feeder.feed(row);
                }));
        return builder.build();
    }
}
