package org.clientele.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.clientele.engine.Snapshots;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.CustomerColumns;
import org.clientele.engine.column.Field;
import org.clientele.engine.column.VerticalColumns;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.DefinitionReader;
import org.clientele.plugins.definition.DefinitionResult;

/** Purchases in the columns of the retail vertical, as its plugin declares it. */
final class RetailData {
    private static final String PURCHASE = "purchase";
    private static final int CENTS = 2;

    private RetailData() {}

    /** The retail vertical. */
    static VerticalDefinition definition() {
        Path file = find("plugins/retail/src/main/resources/vertical.yaml");
        try {
            return switch (DefinitionReader.read(Files.readAllBytes(file), file.toString())) {
                case DefinitionResult.Valid valid -> valid.definition();
                case DefinitionResult.Invalid invalid ->
                    throw new IllegalStateException("The retail vertical has findings: " + invalid.findings());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The retail vertical with these models alone. */
    static VerticalDefinition definition(Set<String> models) {
        VerticalDefinition all = definition();
        return all.withModels(all.models().stream()
                .filter(model -> models.contains(model.id()))
                .toList());
    }

    /** RFM, pyramid and life cycle with the seven metrics they go by, and nothing else: what a peer is asked to compute too. */
    static VerticalDefinition three() {
        VerticalDefinition all = definition(Set.of("rfm", "pyramid", "life_cycle"));
        Set<String> metrics = Set.of(
                "recency_days",
                "frequency",
                "tenure_days",
                "purchase_gap",
                "monetary",
                "spend_365",
                "spend_previous_365");
        return new VerticalDefinition(
                all.id(),
                all.icon(),
                all.currency(),
                all.primaryActivity(),
                all.valueMetric(),
                all.attributes(),
                all.activities(),
                all.metrics().stream()
                        .filter(metric -> metrics.contains(metric.id()))
                        .toList(),
                all.models(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** The 23,570 customers and 69,659 purchases of CDNOW. */
    static VerticalColumns cdnow(VerticalDefinition definition) {
        List<String[]> lines = cdnowLines();
        TreeSet<Long> ids = new TreeSet<>();
        lines.forEach(cells -> ids.add(Long.valueOf(cells[0])));
        CustomerColumns.Builder builder = CustomerColumns.builder(attributes(definition), CENTS);
        ids.forEach(builder::customer);
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = purchases(definition, customers);
        int amount = rows.ordinal("amount");
        for (String[] cells : lines) {
            LocalDate date = LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE);
            rows.row(Long.parseLong(cells[0]), (int) date.toEpochDay());
            rows.money(amount, new BigDecimal(cells[3]).movePointRight(CENTS).longValueExact());
        }
        return new VerticalColumns(definition, CENTS, customers, Map.of(PURCHASE, rows.build()));
    }

    /** Purchases of customers 1 to {@code count}. */
    static VerticalColumns columns(VerticalDefinition definition, int count, List<StoredShop.Purchase> purchases) {
        return columns(definition, count, purchases::forEach);
    }

    /** The same from purchases that come one by one. */
    static VerticalColumns columns(
            VerticalDefinition definition, int count, Consumer<Consumer<StoredShop.Purchase>> purchases) {
        CustomerColumns.Builder builder = CustomerColumns.builder(attributes(definition), CENTS);
        for (int customer = 1; customer <= count; customer++) {
            builder.customer(customer);
        }
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = purchases(definition, customers);
        int amount = rows.ordinal("amount");
        purchases.accept(purchase -> {
            rows.row(purchase.customer(), (int) purchase.day().toEpochDay());
            rows.money(amount, purchase.cents());
        });
        return new VerticalColumns(definition, CENTS, customers, Map.of(PURCHASE, rows.build()));
    }

    /** The same purchases as rows to store. */
    static List<StoredShop.Purchase> cdnowPurchases() {
        return cdnowLines().stream()
                .map(cells -> new StoredShop.Purchase(
                        Long.parseLong(cells[0]),
                        LocalDate.parse(cells[1], DateTimeFormatter.BASIC_ISO_DATE),
                        new BigDecimal(cells[3]).movePointRight(CENTS).longValueExact()))
                .toList();
    }

    private static List<String[]> cdnowLines() {
        try {
            return Files.readAllLines(find("../shared/data/retail/CDNOW_master.txt")).stream()
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length == 4 && Character.isDigit(cells[0].charAt(0)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Generated customers with ten purchases each on average over three years up to the day; the same every time.
     *
     * @param count number of customers
     */
    static VerticalColumns generated(VerticalDefinition definition, int count, LocalDate asOf) {
        Random random = new Random(1997);
        List<Field> fields = new ArrayList<>(attributes(definition));
        fields.add(new Field("name", FieldType.TEXT));
        CustomerColumns.Builder builder = CustomerColumns.builder(fields, CENTS);
        for (int customer = 0; customer < count; customer++) {
            builder.customer(customer);
            builder.text(builder.ordinal("name"), "Customer " + customer);
            builder.whole(builder.ordinal("age"), 18 + random.nextInt(70));
            builder.text(builder.ordinal("city"), "City " + random.nextInt(300));
        }
        CustomerColumns customers = builder.build();
        ActivityColumns.Builder rows = purchases(definition, customers);
        int lastDay = (int) asOf.toEpochDay();
        for (int i = 0; i < 10L * count; i++) {
            rows.row(random.nextInt(count), lastDay - random.nextInt(1_096));
            rows.document("D" + i / 2);
            rows.money(rows.ordinal("amount"), 100 + random.nextInt(50_000));
            rows.text(rows.ordinal("category"), "Category " + random.nextInt(40));
            rows.text(rows.ordinal("channel"), random.nextBoolean() ? "online" : "offline");
            rows.flag(rows.ordinal("is_return"), random.nextInt(30) == 0);
        }
        return new VerticalColumns(definition, CENTS, customers, Map.of(PURCHASE, rows.build()));
    }

    private static List<Field> attributes(VerticalDefinition definition) {
        return definition.attributes().stream().map(Field::of).toList();
    }

    private static ActivityColumns.Builder purchases(VerticalDefinition definition, CustomerColumns customers) {
        ActivityDefinition activity = definition.activity(PURCHASE);
        if (activity == null) {
            throw new IllegalStateException("The retail vertical declares no purchase");
        }
        return ActivityColumns.builder(
                customers, activity, Snapshots.of(definition).fieldsRead(PURCHASE), CENTS);
    }

    private static Path find(String file) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path candidate = at.resolve(file).normalize();
            if (Files.exists(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException(
                file + " was not found from here upwards: run the benchmarks inside the project");
    }
}
