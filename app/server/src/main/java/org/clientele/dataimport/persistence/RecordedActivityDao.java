package org.clientele.dataimport.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.clientele.common.Money;
import org.clientele.common.persistence.RoundTrip;
import org.clientele.common.persistence.TypedValues;
import org.clientele.dataimport.ActivityData;
import org.clientele.dataimport.RecordedActivity;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables.Table;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.springframework.stereotype.Repository;

/** Activities recorded by hand: rows of the same tables that belong to no import, so that no undo takes them away. */
@Repository
public class RecordedActivityDao {
    private static final String SEEN = "id = :id AND row_key = :seen AND import_id IS NULL";

    private final Jdbi jdbi;

    public RecordedActivityDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The keys of all of a customer's rows of the kind, imported ones included, once the round trip is made. */
    public Set<Long> keys(RoundTrip trip, Vertical vertical, String activity, long customerId) {
        String select = "SELECT row_key FROM %s WHERE customer_id = ?"
                .formatted(table(vertical, activity).name());
        Set<Long> keys = new HashSet<>();
        trip.ask(select, () -> row -> keys.add(row.whole(1)), customerId);
        return keys;
    }

    /** Stores a row; its id, once the round trip is made. */
    public LongSupplier insert(
            RoundTrip trip,
            Vertical vertical,
            ActivityDefinition activity,
            long customerId,
            long key,
            ActivityData data) {
        Table table = table(vertical, activity.id());
        List<String> columns = columns(table, activity);
        String sql = "INSERT INTO %s (customer_id, happened_at, row_key%s) VALUES (?, ?, ?%s)"
                .formatted(
                        table.name(),
                        columns.stream().map(column -> ", " + column).collect(Collectors.joining()),
                        ", ?".repeat(columns.size()));
        return trip.insert(sql, "id", 3 + columns.size(), (statement, first) -> {
            statement.setLong(first, customerId);
            statement.setObject(first + 1, data.time());
            statement.setLong(first + 2, key);
            int place = first + 3;
            for (ActivityField field : activity.fields()) {
                TypedValues.set(statement, place++, field.type(), data.field(field.id()));
            }
        });
    }

    /** Changes a row that still has the key seen; false when somebody else was faster. */
    public boolean update(
            Vertical vertical, ActivityDefinition activity, RecordedActivity seen, long key, ActivityData data) {
        Table table = table(vertical, activity.id());
        String sql = "UPDATE %s SET happened_at = :time, row_key = :key%s WHERE %s"
                .formatted(
                        table.name(),
                        columns(table, activity).stream()
                                .map(column -> ", " + column + " = :" + column)
                                .collect(Collectors.joining()),
                        SEEN);
        return jdbi.withHandle(handle -> bind(handle.createUpdate(sql), table, activity, key, data)
                        .bind("id", seen.id())
                        .bind("seen", seen.key())
                        .execute())
                == 1;
    }

    /** Takes a row away that still has the key seen; false when somebody else was faster. */
    public boolean delete(Vertical vertical, RecordedActivity seen) {
        String sql = "DELETE FROM %s WHERE %s"
                .formatted(table(vertical, seen.activity()).name(), SEEN);
        return jdbi.withHandle(handle -> handle.createUpdate(sql)
                        .bind("id", seen.id())
                        .bind("seen", seen.key())
                        .execute())
                == 1;
    }

    /** Those of the rows that were recorded by hand for the customer, by id. */
    public Map<Long, RecordedActivity> find(
            Vertical vertical, ActivityDefinition activity, long customerId, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Table table = table(vertical, activity.id());
        int digits = Money.fractionDigits(vertical.currency());
        String sql = "SELECT * FROM %s WHERE id IN (<ids>) AND customer_id + 0 = :customer AND import_id IS NULL"
                .formatted(table.name());
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindList("ids", List.copyOf(ids))
                .bind("customer", customerId)
                .map((row, context) -> read(row, table, activity, digits))
                .collect(Collectors.toMap(RecordedActivity::id, found -> found)));
    }

    private static RecordedActivity read(ResultSet row, Table table, ActivityDefinition activity, int digits)
            throws SQLException {
        Map<String, Value> fields = new HashMap<>();
        for (ActivityField field : activity.fields()) {
            Value value = TypedValues.read(row, table.column(field.id()), field.type(), digits);
            if (!value.isMissing()) {
                fields.put(field.id(), value);
            }
        }
        return new RecordedActivity(
                row.getLong("id"),
                row.getLong("customer_id"),
                activity.id(),
                row.getLong("row_key"),
                new ActivityData(row.getTimestamp("happened_at").toLocalDateTime(), fields));
    }

    private static <S extends SqlStatement<S>> S bind(
            S statement, Table table, ActivityDefinition activity, long key, ActivityData data) {
        for (ActivityField field : activity.fields()) {
            TypedValues.bind(statement, table.column(field.id()), field.type(), data.field(field.id()));
        }
        return statement.bind("time", data.time()).bind("key", key);
    }

    private static List<String> columns(Table table, ActivityDefinition activity) {
        return activity.fields().stream().map(field -> table.column(field.id())).toList();
    }

    private static Table table(Vertical vertical, String activity) {
        return vertical.tables().activity(activity);
    }
}
