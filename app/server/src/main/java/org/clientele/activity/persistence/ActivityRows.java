package org.clientele.activity.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.clientele.activity.NewActivity;
import org.clientele.common.persistence.BulkRead.RowConsumer;
import org.clientele.common.persistence.RowFeeder;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.Value;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.jspecify.annotations.Nullable;

/** How the rows of a kind of activity are asked for, and fed into the engine's columns. */
final class ActivityRows {
    private static final int CUSTOMER = 1;

    private final String select;
    private final String order;
    private final List<Field> fields;
    private final boolean timed;
    private final @Nullable String document;

    ActivityRows(Vertical vertical, ActivityDefinition activity, Set<String> wanted) {
        fields = Field.of(activity, wanted);
        timed = wanted.contains(ActivityColumns.TIME);
        document = activity.document();
        List<String> columns = new ArrayList<>();
        columns.add("customer_id");
        if (document != null) {
            columns.add(ActivityDao.column(vertical, activity, document));
        }
        for (Field field : fields) {
            columns.add(ActivityDao.column(vertical, activity, field.id()));
        }
        columns.add("happened_at");
        select = "SELECT %s FROM %s WHERE "
                .formatted(
                        String.join(", ", columns),
                        ActivityDao.table(vertical, activity).name());
        order = timed ? " ORDER BY id" : "";
    }

    /** @param which the condition of the rows wanted */
    String select(String which) {
        return select + which + order;
    }

    RowConsumer feeding(ActivityColumns.Builder builder) {
        int firstField = document != null ? CUSTOMER + 2 : CUSTOMER + 1;
        int happened = firstField + fields.size();
        RowFeeder feeder = new RowFeeder(builder, fields, firstField);
        return row -> {
            if (builder.row(row.whole(CUSTOMER), row.day(happened))) {
                if (timed) {
                    builder.time(row.second(happened));
                }
                if (document != null) {
                    builder.document(row.text(CUSTOMER + 1));
                }
                feeder.feed(row);
            }
        };
    }

    /** Adds a row that is not stored yet, as it would be read. */
    void add(ActivityColumns.Builder builder, long customer, NewActivity next) {
        if (builder.row(customer, (int) next.time().toLocalDate().toEpochDay())) {
            if (timed) {
                builder.time(next.time().toLocalTime().toSecondOfDay());
            }
            if (document != null && next.fields().get(document) instanceof Value.Text(String text)) {
                builder.document(text);
            }
            for (Field field : fields) {
                RowFeeder.put(builder, field, next.fields().getOrDefault(field.id(), Value.MISSING));
            }
        }
    }
}
