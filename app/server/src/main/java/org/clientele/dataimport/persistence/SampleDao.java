package org.clientele.dataimport.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.common.persistence.BulkInsert;
import org.clientele.common.persistence.Dialect;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.dataimport.sample.SampleTable;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.AttributeDefinition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Writes data made from a recipe under the number of its import. */
@Repository
public class SampleDao {
    private final Jdbi jdbi;
    private final Dialect dialect;

    public SampleDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** Rows from the first to the one before {@code to}. */
    public record Piece(int from, int to) {}

    /** Whether the vertical holds no customer, no activity and no row of a reference. */
    public boolean isEmpty(Vertical vertical) {
        Stream<String> typed = Stream.concat(
                        vertical.tables().activities().values().stream(),
                        vertical.tables().references().values().stream())
                .map(table -> "SELECT 1 FROM " + table.name());
        return jdbi.withHandle(
                handle -> Stream.concat(Stream.of("SELECT 1 FROM customer WHERE vertical_id = " + vertical.id()), typed)
                        .allMatch(query -> handle.createQuery(query + " FETCH FIRST 1 ROWS ONLY")
                                .mapTo(Integer.class)
                                .findOne()
                                .isEmpty()));
    }

    /** Number of rows of an activity. */
    public long count(Vertical vertical, String activity) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM "
                        + vertical.tables().activity(activity).name())
                .mapTo(Long.class)
                .one());
    }

    public void insertReference(Vertical vertical, long importId, SampleSet.ReferenceRows rows, Piece piece) {
        Table table = vertical.tables().reference(rows.reference());
        insert(
                table,
                List.of("ref_key", "import_id"),
                rows.fields(),
                piece,
                row -> List.of(rows.keys().get(row), importId));
    }

    /** @param owners ids of users who look after every other customer in turn */
    public void insertCustomers(
            Vertical vertical,
            long importId,
            List<SampleSet.Person> people,
            List<Long> owners,
            Instant now,
            Piece piece) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = piece.from(); i < piece.to(); i++) {
            Long owner = owners.isEmpty() || i % 2 == 1 ? null : owners.get(i / 2 % owners.size());
            SampleSet.Person person = people.get(i);
            rows.add(new @Nullable Object[] {(long) vertical.id(), person.ref(), person.name(), owner, importId, at});
        }
        List<String> columns = List.of("vertical_id", "ref", "name", "owner_user_id", "import_id", "created_at");
        jdbi.useHandle(handle -> BulkInsert.insert(handle, dialect, "customer", columns, rows));
    }

    /** The ids that customers of the import were stored with, in the order of the people. */
    public long[] ids(long importId, List<SampleSet.Person> people) {
        Map<String, Long> ids = jdbi.withHandle(handle -> handle
                .createQuery("SELECT ref, id FROM customer WHERE import_id = :import")
                .bind("import", importId)
                .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return people.stream()
                .mapToLong(person -> Objects.requireNonNull(ids.get(person.ref()), "A customer just stored has no id"))
                .toArray();
    }

    /** @param ids the customers' ids in the order of the table's rows */
    public void insertAttributes(Vertical vertical, SampleTable attributes, long[] ids, Piece piece) {
        List<String> declared = vertical.definition().attributes().stream()
                .map(AttributeDefinition::id)
                .filter(attributes.fields()::contains)
                .toList();
        insert(
                vertical.tables().attributes(),
                List.of("customer_id"),
                attributes,
                declared,
                piece,
                row -> List.of(ids[row]));
    }

    /**
     * @param ids the customers' ids in the order of the attributes' rows
     * @param firstKey key of the activity's first row; those that follow count up
     */
    public void insertActivities(
            Vertical vertical, long importId, SampleSet.Events events, long[] ids, long firstKey, Piece piece) {
        SampleTable rows = events.fields();
        insert(
                vertical.tables().activity(events.activity()),
                List.of("customer_id", "happened_at", "row_key", "import_id"),
                rows,
                piece,
                row -> List.of(ids[rows.customer(row)], events.times().get(row), firstKey + row, importId));
    }

    /** What comes before the fields of a row. */
    private interface Beginning {
        List<Object> of(int row);
    }

    private void insert(Table table, List<String> first, SampleTable rows, Piece piece, Beginning beginning) {
        insert(table, first, rows, List.copyOf(rows.fields()), piece, beginning);
    }

    private void insert(
            Table table, List<String> first, SampleTable rows, List<String> fields, Piece piece, Beginning beginning) {
        List<String> columns = new ArrayList<>(first);
        fields.forEach(field -> columns.add(table.column(field)));
        List<@Nullable Object[]> values = new ArrayList<>();
        for (int row = piece.from(); row < piece.to(); row++) {
            List<@Nullable Object> line = new ArrayList<>(beginning.of(row));
            for (String field : fields) {
                line.add(stored(rows.get(field, row)));
            }
            values.add(line.toArray());
        }
        jdbi.useHandle(handle -> BulkInsert.insert(handle, dialect, table.name(), columns, values));
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
}
