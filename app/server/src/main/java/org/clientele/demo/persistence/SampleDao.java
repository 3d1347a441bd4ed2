package org.clientele.demo.persistence;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clientele.common.persistence.TypedValues;
import org.clientele.demo.SampleCustomer;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.springframework.stereotype.Repository;

/** Writes generated customers in one go. */
@Repository
public class SampleDao {
    private static final int PIECE = 2_000;

    private final Jdbi jdbi;

    public SampleDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A generated customer under the id it was stored with. */
    public record Stored(long id, SampleCustomer customer) {}

    public boolean hasCustomers(Vertical vertical) {
        return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM customer WHERE vertical_id = :vertical")
                        .bind("vertical", vertical.id())
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    /**
     * Stores the customers with attributes and activities, or nothing.
     *
     * @param owners ids of users who look after every other customer in turn
     */
    public List<Stored> insert(
            Vertical vertical, String activityId, List<SampleCustomer> customers, List<Long> owners, Instant now) {
        return jdbi.inTransaction(handle -> {
            List<Stored> stored = insertCustomers(handle, vertical, customers, owners, now);
            insertAttributes(handle, vertical, stored);
            insertActivities(handle, vertical, activityId, stored);
            return stored;
        });
    }

    private static List<Stored> insertCustomers(
            Handle handle, Vertical vertical, List<SampleCustomer> customers, List<Long> owners, Instant now) {
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO customer (vertical_id, ref, name, owner_user_id, created_at)
                VALUES (:vertical, :ref, :name, :owner, :now)
                """);
        for (int i = 0; i < customers.size(); i++) {
            Long owner = i % 2 == 0 ? owners.get(i / 2 % owners.size()) : null;
            batch.bind("vertical", vertical.id())
                    .bind("ref", customers.get(i).ref())
                    .bind("name", customers.get(i).name())
                    .bind("owner", owner)
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .add();
        }
        batch.execute();
        Map<String, Long> ids = handle
                .createQuery("SELECT ref, id FROM customer WHERE vertical_id = :vertical")
                .bind("vertical", vertical.id())
                .map((row, context) -> Map.entry(row.getString("ref"), row.getLong("id")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return customers.stream()
                .map(customer -> new Stored(ids.get(customer.ref()), customer))
                .toList();
    }

    private static void insertAttributes(Handle handle, Vertical vertical, List<Stored> stored) {
        List<AttributeDefinition> attributes = vertical.definition().attributes();
        List<String> fields = attributes.stream().map(AttributeDefinition::id).toList();
        PreparedBatch batch = handle.prepareBatch(
                insert(vertical.tables().attributes(), List.of("customer_id"), fields));
        for (Stored one : stored) {
            batch.bind("customer_id", one.id());
            for (int i = 0; i < fields.size(); i++) {
                Value value = one.customer().attributes().getOrDefault(fields.get(i), Value.MISSING);
                TypedValues.bind(batch, "f" + i, attributes.get(i).type(), value);
            }
            batch.add();
        }
        batch.execute();
    }

    private static void insertActivities(Handle handle, Vertical vertical, String activityId, List<Stored> stored) {
        ActivityDefinition activity = vertical.definition().activity(activityId);
        VerticalTables.Table table = vertical.tables().activities().get(activityId);
        List<String> fields = activity.fields().stream().map(ActivityField::id).toList();
        List<FieldType> types =
                activity.fields().stream().map(ActivityField::type).toList();
        PreparedBatch batch =
                handle.prepareBatch(insert(table, List.of("customer_id", "happened_at", "row_key"), fields));
        long rowKey = 0;
        for (Stored one : stored) {
            for (SampleCustomer.Row row : one.customer().activities()) {
                batch.bind("customer_id", one.id())
                        .bind("happened_at", row.at())
                        .bind("row_key", ++rowKey);
                for (int i = 0; i < fields.size(); i++) {
                    TypedValues.bind(
                            batch, "f" + i, types.get(i), row.fields().getOrDefault(fields.get(i), Value.MISSING));
                }
                batch.add();
                if (batch.size() == PIECE) {
                    batch.execute();
                }
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Columns of the vertical are bound as f0, f1 and so on. */
    private static String insert(VerticalTables.Table table, List<String> fixed, List<String> fields) {
        List<String> columns = new ArrayList<>(fixed);
        List<String> values = new ArrayList<>(fixed.stream().map(name -> ":" + name).toList());
        for (int i = 0; i < fields.size(); i++) {
            columns.add(table.columns().get(fields.get(i)));
            values.add(":f" + i);
        }
        return "INSERT INTO %s (%s) VALUES (%s)"
                .formatted(table.name(), String.join(", ", columns), String.join(", ", values));
    }
}
