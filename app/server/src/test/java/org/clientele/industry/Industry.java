package org.clientele.industry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.clientele.customer.CustomerFields;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.RowBuilder;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.VerticalReader;
import org.jspecify.annotations.Nullable;

/** Customers of a bundled industry, made for a test and judged by its real definition. */
final class Industry {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 31);

    private static final int DIGITS = 2;
    private static final Map<String, VerticalDefinition> READ = new LinkedHashMap<>();

    private final VerticalDefinition definition;
    private final Snapshots engine;
    private final List<Map<String, String>> customers = new ArrayList<>();
    private final List<Event> events = new ArrayList<>();

    private record Event(int customer, String activity, LocalDate day, Map<String, String> fields) {}

    private Industry(VerticalDefinition definition) {
        this.definition = definition;
        this.engine = Snapshots.of(definition);
    }

    static Industry of(String id) {
        return new Industry(READ.computeIfAbsent(id, Industry::read));
    }

    VerticalDefinition definition() {
        return definition;
    }

    /** A customer with attributes as a file would have them, {@code name=value}, separated by {@code ;}. Numbered from 0. */
    Industry customer(String attributes) {
        customers.add(values(attributes));
        return this;
    }

    /** So many customers, each with the attributes of its number. */
    Industry customers(int count, IntFunction<String> attributes) {
        IntStream.range(0, count).mapToObj(attributes).forEach(this::customer);
        return this;
    }

    /** What a table's cell says of an attribute; nothing where it is empty. */
    static String given(String attribute, String value) {
        return value.isEmpty() ? "" : attribute + "=" + value + ";";
    }

    /** Something that the customer added last did so many days before {@link #TODAY}. */
    Industry event(String activity, int daysAgo, String fields) {
        events.add(new Event(customers.size() - 1, activity, TODAY.minusDays(daysAgo), values(fields)));
        return this;
    }

    Judged judge() {
        return judge(TODAY);
    }

    Judged judge(LocalDate asOf) {
        CustomerColumns.Builder builder = CustomerColumns.builder(CustomerFields.of(definition), DIGITS);
        for (int i = 0; i < customers.size(); i++) {
            builder.customer(i);
            builder.text(builder.ordinal(CustomerFields.REF), "C" + i);
            customers
                    .get(i)
                    .forEach((id, text) -> set(builder, id, attribute(id).type(), text));
        }
        CustomerColumns columns = builder.build();
        Map<String, ActivityColumns> activities = new LinkedHashMap<>();
        for (ActivityDefinition activity : definition.activities()) {
            activities.put(activity.id(), rows(columns, activity));
        }
        return new Judged(engine.compute(new VerticalColumns(definition, DIGITS, columns, activities), asOf), engine);
    }

    private ActivityColumns rows(CustomerColumns columns, ActivityDefinition activity) {
        ActivityColumns.Builder rows =
                ActivityColumns.builder(columns, activity, engine.fieldsRead(activity.id()), DIGITS);
        for (Event event : events) {
            if (event.activity().equals(activity.id())) {
                rows.row(event.customer(), Math.toIntExact(event.day().toEpochDay()));
                event.fields().forEach((id, text) -> field(rows, activity, id, text));
            }
        }
        return rows.build();
    }

    private void field(ActivityColumns.Builder rows, ActivityDefinition activity, String id, String text) {
        ActivityField field = Objects.requireNonNull(activity.field(id), id);
        if (engine.fieldsRead(activity.id()).contains(id)) {
            set(rows, id, field.type(), text);
        } else if (id.equals(activity.document())) {
            rows.document(text);
        }
    }

    private static void set(RowBuilder row, String id, FieldType type, String text) {
        int field = row.ordinal(id);
        switch (type) {
            case TEXT, CHOICE -> row.text(field, text);
            case INTEGER -> row.whole(field, Long.parseLong(text));
            case DECIMAL -> row.number(field, Double.parseDouble(text));
            case MONEY ->
                row.money(field, new BigDecimal(text).movePointRight(DIGITS).longValueExact());
            case BOOLEAN -> row.flag(field, Boolean.parseBoolean(text));
            case DATE -> row.day(field, Math.toIntExact(day(text).toEpochDay()));
        }
    }

    /** A date, or a number of days from {@link #TODAY}. */
    private static LocalDate day(String text) {
        return text.contains("-") && text.length() == 10 ? LocalDate.parse(text) : TODAY.plusDays(Long.parseLong(text));
    }

    private AttributeDefinition attribute(String id) {
        AttributeDefinition attribute = Objects.requireNonNull(definition.attribute(id), id);
        return attribute;
    }

    private static Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split(";")) {
            if (!pair.isBlank()) {
                String[] parts = pair.split("=", 2);
                values.put(parts[0].strip(), parts[1].strip());
            }
        }
        return values;
    }

    private static VerticalDefinition read(String id) {
        Path root = Path.of("..", "..", "plugins", id, "src", "main", "resources");
        return switch (VerticalReader.read(name -> bytes(root.resolve(name)))) {
            case VerticalReader.Result.Valid valid -> valid.definition();
            case VerticalReader.Result.Invalid invalid ->
                throw new AssertionError("plugins/%s cannot be read: %s".formatted(id, invalid.findings()));
        };
    }

    private static byte @Nullable [] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
