package org.clientele.plugin;

import static org.clientele.plugins.api.FieldType.BOOLEAN;
import static org.clientele.plugins.api.FieldType.CHOICE;
import static org.clientele.plugins.api.FieldType.DATE;
import static org.clientele.plugins.api.FieldType.DECIMAL;
import static org.clientele.plugins.api.FieldType.INTEGER;
import static org.clientele.plugins.api.FieldType.MONEY;
import static org.clientele.plugins.api.FieldType.TEXT;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.persistence.TypedTablesDao;
import org.clientele.plugin.persistence.ValuesDao;
import org.clientele.plugin.persistence.VerticalDao;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.VerticalReader;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Enabled verticals for tests. {@link #shop(TestDatabase)} is a small shop; {@link #enable} takes any definition. Both make the typed
 * tables in the database. {@link #verticals} stands in for the service.
 */
public final class VerticalFixture {
    private VerticalFixture() {}

    /** A small shop, enabled: every field type, one activity {@code purchase}, metrics of RFM, one tiers model. */
    public static Vertical shop(TestDatabase database) {
        return enable(database, shopDefinition());
    }

    /** The shop, with units in a reference that the attribute {@code home} and the purchases' field {@code unit} point to. */
    public static Vertical estate(TestDatabase database) {
        return enable(database, estateDefinition());
    }

    public static VerticalDefinition estateDefinition() {
        VerticalDefinition shop = shopDefinition();
        List<AttributeDefinition> attributes = new ArrayList<>(shop.attributes());
        attributes.add(new AttributeDefinition("home", TEXT, Layer.BASIC, false, List.of(), null, "unit", null));
        ActivityDefinition purchase = shop.activities().getFirst();
        List<ActivityField> fields = new ArrayList<>(purchase.fields());
        fields.add(new ActivityField("unit", TEXT, List.of(), null, "unit"));
        return DefinitionBuilder.like(shop)
                .attributes(attributes.toArray(AttributeDefinition[]::new))
                .activities(new ActivityDefinition(
                        purchase.id(), purchase.icon(), fields, purchase.amount(), purchase.document(), "unit"))
                .references(new ReferenceDefinition(
                        "unit",
                        "house",
                        List.of(
                                field("place", TEXT),
                                field("rooms", INTEGER),
                                field("price", MONEY),
                                new ActivityField("status", CHOICE, List.of("free", "sold")),
                                field("built", DATE)),
                        "place",
                        null))
                .build();
    }

    /** The retail vertical as it stands in the sources, enabled. */
    public static Vertical retail(TestDatabase database) {
        VerticalReader.Result.Valid retail = readRetail();
        return enable(database, retail.definition(), retail.texts());
    }

    /** The retail vertical's definition and texts as they stand in the sources. */
    public static VerticalReader.Result.Valid readRetail() {
        return read("retail");
    }

    /** The definition and texts of a vertical as they stand in the sources. */
    public static VerticalReader.Result.Valid read(String vertical) {
        Path sources = Path.of("..", "..", "plugins", vertical, "src", "main", "resources");
        return switch (VerticalReader.read(name -> bytes(sources.resolve(name)))) {
            case VerticalReader.Result.Valid valid -> valid;
            case VerticalReader.Result.Invalid invalid ->
                throw new AssertionError("plugins/%s cannot be read: %s".formatted(vertical, invalid.findings()));
        };
    }

    private static byte @Nullable [] bytes(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Registers the vertical, makes its tables and returns it; texts are the keys themselves. */
    public static Vertical enable(TestDatabase database, VerticalDefinition definition) {
        return enable(database, definition, new Texts.Bundles(Map.of("en", Map.of(), "zh-CN", Map.of())));
    }

    public static Vertical enable(TestDatabase database, VerticalDefinition definition, Texts.Bundles texts) {
        VerticalStore store = store(database);
        return store.open(
                store.register(definition.id(), definition.currency(), AsOfMode.LAST_ACTIVITY, null),
                definition,
                texts);
    }

    public static VerticalStore store(TestDatabase database) {
        return new VerticalStore(
                new VerticalDao(database.jdbi()), new TypedTablesDao(database.jdbi(), database.dialect()));
    }

    /** A service that knows these verticals. */
    public static Verticals verticals(Vertical... enabled) {
        EnabledVerticals verticals = new EnabledVerticals();
        for (Vertical vertical : enabled) {
            verticals.put(vertical);
        }
        return verticals;
    }

    /** Takes the data of an enabled vertical to another definition, as an upgrade of its plugin does. */
    public static Vertical upgrade(TestDatabase database, Verticals verticals, VerticalDefinition definition) {
        Vertical before = verticals.get(definition.id());
        TypedTablesDao tables = new TypedTablesDao(database.jdbi(), database.dialect());
        VerticalStore store = store(database);
        Migration migration = store.migration(before.id(), before.definition(), definition, null);
        Migrator migrator = new Migrator(
                tables, new ValuesDao(database.jdbi()), new DataSourceTransactionManager(database.dataSource()));
        migrator.prepare(before.id(), migration);
        migrator.copy(before.key(), migration, Milestones.UNWATCHED);
        tables.register(before.id(), migration.target());
        Vertical after = VerticalStore.vertical(
                store.find(before.key()).orElseThrow(), definition, before.texts(), migration.target());
        ((EnabledVerticals) verticals).put(after);
        return after;
    }

    public static VerticalDefinition shopDefinition() {
        return new VerticalDefinition(
                "shop",
                "shopping-bag",
                "USD",
                "purchase",
                "monetary",
                List.of(
                        attribute("city", TEXT, Layer.BASIC),
                        attribute("gender", CHOICE, Layer.BASIC, "female", "male"),
                        attribute("birthday", DATE, Layer.BASIC),
                        attribute("children", INTEGER, Layer.NEEDS),
                        attribute("satisfaction", DECIMAL, Layer.NEEDS),
                        attribute("credit_limit", MONEY, Layer.VALUE),
                        attribute("newsletter", BOOLEAN, Layer.BEHAVIOUR)),
                List.of(new ActivityDefinition(
                        "purchase",
                        "shopping-bag",
                        List.of(
                                field("amount", MONEY),
                                field("document", TEXT),
                                field("product", TEXT),
                                field("quantity", INTEGER),
                                field("online", BOOLEAN)),
                        "amount",
                        "document",
                        "product")),
                List.of(
                        metric("recency", ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null, true),
                        metric("frequency", ValueType.COUNT, Aggregate.COUNT, null, false),
                        metric("monetary", ValueType.MONEY, Aggregate.SUM, "amount", false)),
                List.of(pyramid()),
                List.of(new StrategyDefinition("pyramid", "platinum", null)),
                List.of(),
                List.of(),
                null);
    }

    public static AttributeDefinition attribute(String id, FieldType type, Layer layer, String... values) {
        return new AttributeDefinition(id, type, layer, false, List.of(values), null, null);
    }

    public static ActivityField field(String id, FieldType type) {
        return new ActivityField(id, type, List.of());
    }

    private static MetricDefinition metric(
            String id, ValueType type, Aggregate aggregate, @Nullable String field, boolean lowerIsBetter) {
        return new MetricDefinition(
                id, type, Layer.VALUE, aggregate, "purchase", field, null, null, null, null, lowerIsBetter, null);
    }

    private static ModelDefinition pyramid() {
        return new ModelDefinition.Tiers(
                "pyramid",
                List.of(
                        new SegmentDefinition("platinum", "tier-platinum"),
                        new SegmentDefinition("gold", "tier-gold"),
                        new SegmentDefinition("iron", "tier-iron"),
                        new SegmentDefinition("lead", "tier-lead")),
                null,
                "monetary",
                ModelDefinition.Tiers.Method.PERCENTILE,
                List.of(0.01, 0.04, 0.15));
    }

    /** The zip of an export. */
    public static byte[] exported(TestDatabase database, String key, VerticalExport export) {
        VerticalStore store = store(database);
        VerticalSettings settings = store.find(key).orElseThrow();
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        export.write(settings, store.layout(settings.id()), "note", zip, _ -> {});
        return zip.toByteArray();
    }
}
