package org.clientele.survey.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.common.Money;
import org.clientele.common.persistence.BulkRead;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.RowFeeder;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Answers of customers as the rows of an activity. */
@Repository
public class AnswerRows {
    public static final String NPS = "nps";
    public static final String CSAT = "csat";

    private static final String TABLE = "survey_invitation";
    private static final int FIRST_FIELD = 3;
    private static final int LAST_SECOND = LocalTime.MAX.toSecondOfDay();

    private final Jdbi jdbi;
    private final Dialect dialect;

    public AnswerRows(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /**
     * All answers of the vertical's customers.
     *
     * @param zone whose days and times the rows have
     * @param latest the day of what was answered later
     */
    public ActivityColumns load(
            Vertical vertical,
            CustomerColumns customers,
            ActivityDefinition activity,
            Set<String> fields,
            ZoneId zone,
            LocalDate latest) {
        return load(
                vertical,
                customers,
                activity,
                fields,
                zone,
                latest,
                (handle, rows) -> BulkRead.table(
                        handle,
                        dialect,
                        TABLE,
                        "id",
                        which -> select(activity, fields, which + " AND vertical_id + 0 = " + vertical.id()),
                        rows));
    }

    /** The answers of these few customers. */
    public ActivityColumns loadFew(
            Vertical vertical,
            CustomerColumns customers,
            ActivityDefinition activity,
            Set<String> fields,
            ZoneId zone,
            LocalDate latest) {
        List<Long> ids =
                IntStream.range(0, customers.size()).mapToObj(customers::id).toList();
        BiConsumer<Handle, BulkRead.RowConsumer> reading = ids.isEmpty()
                ? (handle, rows) -> {}
                : (handle, rows) ->
                        BulkRead.few(handle, select(activity, fields, IdRanges.among("customer_id", ids)), rows);
        return load(vertical, customers, activity, fields, zone, latest, reading);
    }

    private ActivityColumns load(
            Vertical vertical,
            CustomerColumns customers,
            ActivityDefinition activity,
            Set<String> fields,
            ZoneId zone,
            LocalDate latest,
            BiConsumer<Handle, BulkRead.RowConsumer> reading) {
        var builder = ActivityColumns.builder(customers, activity, fields, Money.fractionDigits(vertical.currency()));
        RowFeeder feeder = new RowFeeder(builder, Field.of(activity, fields), FIRST_FIELD);
        long last = latest.toEpochDay();
        jdbi.useHandle(handle -> reading.accept(handle, row -> {
            LocalDateTime time = LocalDateTime.ofInstant(Instant.ofEpochSecond(row.whole(2)), zone);
            long day = time.toLocalDate().toEpochDay();
            if (builder.row(row.whole(1), Math.toIntExact(Math.min(day, last)))) {
                // of what is moved to the last day, the later given stays the last
                builder.time(day > last ? LAST_SECOND : time.toLocalTime().toSecondOfDay());
                feeder.feed(row);
            }
        }));
        return builder.build();
    }

    private String select(ActivityDefinition activity, Set<String> fields, String which) {
        String selected = Field.of(activity, fields).stream()
                .map(field -> ", " + field.id())
                .collect(Collectors.joining());
        return "SELECT customer_id, %s%s FROM %s WHERE %s AND answered_at IS NOT NULL ORDER BY id"
                .formatted(dialect.epochSecond("answered_at"), selected, TABLE, which);
    }
}
