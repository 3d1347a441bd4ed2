package org.clientele.activity.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.clientele.activity.ActivityEvent;
import org.clientele.common.Money;
import org.clientele.common.persistence.BulkRead;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ActivityDefinition;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.util.function.SingletonSupplier;

/** Activities of a vertical, one table for each kind. */
@Repository
public class ActivityDao {
    private final Jdbi jdbi;
    private final Dialect dialect;

    public ActivityDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** Number of rows of a kind. */
    public long count(Vertical vertical, ActivityDefinition activity) {
        return jdbi.withHandle(h -> h.createQuery(
                        "SELECT count(*) FROM " + table(vertical, activity).name())
                .mapTo(Long.class)
                .one());
    }

    /** Events of a customer, newest first; of equal times the one stored last. */
    public List<ActivityEvent> events(
            Vertical vertical, ActivityDefinition activity, long customerId, int offset, int limit) {
        return jdbi.withHandle(h -> h.createQuery(eventsQuery(vertical, activity))
                .bind("customer", customerId)
                .bind("offset", offset)
                .bind("limit", limit)
                .map((row, _) -> event(activity, row))
                .list());
    }

    /** Number of events of a customer. */
    public int countEvents(Vertical vertical, ActivityDefinition activity, long customerId) {
        String document = document(vertical, activity);
        String counted = document == null
                ? "count(*)"
                : "count(DISTINCT %s) + count(CASE WHEN %s IS NULL THEN 1 END)".formatted(document, document);
        return jdbi.withHandle(h -> h.createQuery("SELECT %s FROM %s WHERE customer_id = :customer"
                        .formatted(counted, table(vertical, activity).name()))
                .bind("customer", customerId)
                .mapTo(Integer.class)
                .one());
    }

    /**
     * All activities of a kind as columns; run in a transaction with the customers to see one state of both.
     *
     * @param fields ids of the fields wanted; with {@link ActivityColumns#TIME} rows of a day stand in the order of their times, of
     *     equal times the one stored later comes last
     * @param cancelled whether to break off, with a {@link java.util.concurrent.CancellationException}
     */
    public ActivityColumns load(
            Vertical vertical,
            CustomerColumns customers,
            ActivityDefinition activity,
            Set<String> fields,
            BooleanSupplier cancelled) {
        String table = table(vertical, activity).name();
        ActivityRows rows = new ActivityRows(vertical, activity, fields);
        ActivityColumns.Builder builder = builder(vertical, customers, activity, fields);
        BulkRead.RowConsumer feeding = BulkRead.unless(cancelled, rows.feeding(builder));
        jdbi.useHandle(handle -> BulkRead.table(handle, dialect, table, "id", rows::select, feeding));
        return builder.build();
    }

    /** All activities of a kind of these few customers alone, as {@link #load} reads those of all. */
    public ActivityColumns loadFew(
            Vertical vertical, CustomerColumns customers, ActivityDefinition activity, Set<String> fields) {
        List<Long> ids =
                IntStream.range(0, customers.size()).mapToObj(customers::id).toList();
        ActivityColumns.Builder builder = builder(vertical, customers, activity, fields);
        if (!ids.isEmpty()) {
            ActivityRows rows = new ActivityRows(vertical, activity, fields);
            String select = rows.select(IdRanges.among("customer_id", ids));
            jdbi.useHandle(handle -> BulkRead.few(handle, select, rows.feeding(builder)));
        }
        return builder.build();
    }

    /** The same of one customer, once the round trip is made, in which the customer was asked for before. */
    public OneActivity loadOne(
            RoundTrip trip,
            Vertical vertical,
            Supplier<CustomerColumns> customer,
            ActivityDefinition activity,
            Set<String> fields,
            long id) {
        Supplier<ActivityColumns.Builder> builder =
                SingletonSupplier.of(() -> builder(vertical, customer.get(), activity, fields));
        ActivityRows rows = new ActivityRows(vertical, activity, fields);
        trip.ask(rows.select("customer_id = ?"), () -> rows.feeding(builder.get()), id);
        return new OneActivity(id, rows, builder);
    }

    private static ActivityColumns.Builder builder(
            Vertical vertical, CustomerColumns customers, ActivityDefinition activity, Set<String> fields) {
        return ActivityColumns.builder(customers, activity, fields, Money.fractionDigits(vertical.currency()));
    }

    private static String eventsQuery(Vertical vertical, ActivityDefinition activity) {
        String document = document(vertical, activity);
        String amount = optionalColumn(vertical, activity, activity.amount());
        String title = optionalColumn(vertical, activity, activity.title());
        String noText = "CAST(NULL AS VARCHAR(1))";
        return """
                SELECT min(happened_at) AS first_at, max(id) AS last_id, %s AS document, count(*) AS lines, %s AS amount,
                  %s AS title, %s AS titles
                FROM %s
                WHERE customer_id = :customer
                GROUP BY %s
                ORDER BY first_at DESC, last_id DESC
                OFFSET :offset ROWS FETCH NEXT :limit ROWS ONLY
                """.formatted(
                        document == null ? noText : document,
                        amount == null ? "CAST(NULL AS BIGINT)" : "sum(" + amount + ")",
                        title == null ? noText : "min(" + title + ")",
                        title == null ? "0" : "count(DISTINCT " + title + ")",
                        table(vertical, activity).name(),
                        document == null ? "id" : document + ", CASE WHEN " + document + " IS NULL THEN id END");
    }

    private static ActivityEvent event(ActivityDefinition activity, ResultSet row) throws SQLException {
        long amount = row.getLong("amount");
        boolean noAmount = row.wasNull();
        return new ActivityEvent(
                activity.id(),
                row.getTimestamp("first_at").toLocalDateTime(),
                row.getString("document"),
                row.getInt("lines"),
                noAmount ? null : amount,
                row.getString("title"),
                Math.max(0, row.getInt("titles") - 1),
                row.getLong("last_id"));
    }

    static VerticalTables.Table table(Vertical vertical, ActivityDefinition activity) {
        return Objects.requireNonNull(
                vertical.tables().activities().get(activity.id()),
                () -> "Vertical %s has no table for activity %s: enable it again to make it"
                        .formatted(vertical.key(), activity.id()));
    }

    private static @Nullable String document(Vertical vertical, ActivityDefinition activity) {
        return optionalColumn(vertical, activity, activity.document());
    }

    private static @Nullable String optionalColumn(
            Vertical vertical, ActivityDefinition activity, @Nullable String field) {
        return field == null ? null : column(vertical, activity, field);
    }

    static String column(Vertical vertical, ActivityDefinition activity, String field) {
        return Objects.requireNonNull(
                table(vertical, activity).columns().get(field),
                () -> "Vertical %s has no column for field %s of activity %s: enable it again to make it"
                        .formatted(vertical.key(), field, activity.id()));
    }
}
