package org.clientele.engine.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.engine.Fixtures;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.ReferenceColumns;
import org.clientele.engine.column.RowBuilder;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.VerticalDefinition;

/** A shop with branches to report on: customers, purchases and visits, each with the values named, all others missing. */
final class ReportShop {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);

    private static final ReferenceDefinition BRANCH = new ReferenceDefinition(
            "branch",
            "store",
            List.of(
                    new ActivityField("region", FieldType.CHOICE, List.of("north", "south")),
                    new ActivityField("rent", FieldType.MONEY, List.of())),
            null,
            null);
    private static final ActivityDefinition PURCHASE = new ActivityDefinition(
            "purchase",
            "cart",
            Stream.concat(
                            Fixtures.PURCHASE.fields().stream(),
                            Stream.of(new ActivityField("branch", FieldType.TEXT, List.of(), null, "branch")))
                    .toList(),
            "amount",
            "invoice",
            "category");
    private static final ActivityDefinition VISIT = new ActivityDefinition(
            "visit", "door", List.of(new ActivityField("reason", FieldType.TEXT, List.of())), null, null, "reason");

    private final List<Map<String, Object>> customers = new ArrayList<>();
    private final Map<String, List<Activity>> activities = new HashMap<>();

    private record Activity(long customer, int day, Map<String, Object> values) {}

    /** The next customer, the first with index 0 and id 1. */
    ReportShop customer(Map<String, Object> attributes) {
        customers.add(attributes);
        return this;
    }

    ReportShop purchase(int customer, String day, Map<String, Object> values) {
        return activity("purchase", customer, day, values);
    }

    ReportShop visit(int customer, String day, Map<String, Object> values) {
        return activity("visit", customer, day, values);
    }

    private ReportShop activity(String id, int customer, String day, Map<String, Object> values) {
        activities
                .computeIfAbsent(id, kind -> new ArrayList<>())
                .add(new Activity(customer + 1, (int) LocalDate.parse(day).toEpochDay(), values));
        return this;
    }

    static VerticalDefinition definition(ReportDefinition... reports) {
        VerticalDefinition shop = Fixtures.retail();
        return new VerticalDefinition(
                shop.id(),
                shop.icon(),
                shop.currency(),
                shop.primaryActivity(),
                shop.valueMetric(),
                shop.attributes(),
                List.of(PURCHASE, VISIT),
                shop.metrics(),
                shop.models(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(BRANCH),
                List.of(),
                List.of(),
                List.of(reports),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    Snapshot snapshot(ReportDefinition... reports) {
        VerticalDefinition definition = definition(reports);
        return Snapshots.of(definition).compute(columns(definition), AS_OF);
    }

    ReportTable table(ReportDefinition report) {
        return ReportEngine.of(definition(report)).compute(report, snapshot(report));
    }

    private VerticalColumns columns(VerticalDefinition definition) {
        List<Field> fields = definition.attributes().stream().map(Field::of).toList();
        CustomerColumns.Builder builder = CustomerColumns.builder(fields, 2);
        long id = 1;
        for (Map<String, Object> attributes : customers) {
            builder.customer(id++);
            attributes.forEach(setting(builder));
        }
        CustomerColumns built = builder.build();
        ReferenceColumns.Builder branches = ReferenceColumns.builder(BRANCH, Set.of("region", "rent"), 2);
        branches.row("b1").text(branches.ordinal("region"), "north");
        branches.row("b2").text(branches.ordinal("region"), "south");
        return new VerticalColumns(
                definition,
                2,
                built,
                Map.of("purchase", rows(built, PURCHASE), "visit", rows(built, VISIT)),
                Map.of("branch", branches.build()));
    }

    private ActivityColumns rows(CustomerColumns built, ActivityDefinition activity) {
        Set<String> fields = activity.fields().stream().map(ActivityField::id).collect(Collectors.toSet());
        ActivityColumns.Builder rows = ActivityColumns.builder(built, activity, fields, 2);
        for (Activity one : activities.getOrDefault(activity.id(), List.of())) {
            rows.row(one.customer(), one.day());
            one.values().forEach(setting(rows));
            if (one.values().get("invoice") instanceof String invoice) {
                rows.document(invoice);
            }
        }
        return rows.build();
    }

    /** Sets a field by the type of its value: text, flag, money as whole minor units, whole number, fraction. */
    private static BiConsumer<String, Object> setting(RowBuilder builder) {
        return (field, value) -> {
            int ordinal = builder.ordinal(field);
            switch (value) {
                case String text -> builder.text(ordinal, text);
                case Boolean yes -> builder.flag(ordinal, yes);
                case Long minor -> builder.money(ordinal, minor);
                case Integer number -> builder.whole(ordinal, number);
                case Double number -> builder.number(ordinal, number);
                default -> throw new IllegalArgumentException(field + ": " + value);
            }
        };
    }
}
