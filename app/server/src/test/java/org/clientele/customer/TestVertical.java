package org.clientele.customer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugin.VerticalTables;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;

/** A small vertical with one attribute of every type, one activity with documents, and its tables. */
public final class TestVertical {
    public static final ActivityDefinition PURCHASE = new ActivityDefinition(
            "purchase",
            "shopping-cart",
            List.of(
                    new ActivityField("amount", FieldType.MONEY, List.of()),
                    new ActivityField("invoice", FieldType.TEXT, List.of()),
                    new ActivityField("product", FieldType.TEXT, List.of()),
                    new ActivityField("online", FieldType.BOOLEAN, List.of())),
            "amount",
            "invoice",
            "product");

    private TestVertical() {}

    public static VerticalDefinition definition() {
        return new VerticalDefinition(
                "shop",
                "shopping-bag",
                "CNY",
                "purchase",
                "monetary",
                List.of(
                        attribute("city", FieldType.TEXT, Layer.BASIC),
                        new AttributeDefinition(
                                "gender", FieldType.CHOICE, Layer.BASIC, true, List.of("female", "male"), null, null),
                        attribute("born", FieldType.DATE, Layer.BASIC),
                        attribute("visits", FieldType.INTEGER, Layer.BEHAVIOUR),
                        attribute("distance", FieldType.DECIMAL, Layer.NEEDS),
                        attribute("member", FieldType.BOOLEAN, Layer.NEEDS),
                        attribute("budget", FieldType.MONEY, Layer.VALUE)),
                List.of(PURCHASE),
                List.of(
                        metric("recency", ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null, true),
                        metric("frequency", ValueType.COUNT, Aggregate.COUNT, null, false),
                        metric("monetary", ValueType.MONEY, Aggregate.SUM, "amount", false)),
                List.of(new ModelDefinition.Tiers(
                        "pyramid",
                        List.of(new SegmentDefinition("gold", "tier-gold"), new SegmentDefinition("iron", "tier-iron")),
                        null,
                        "monetary",
                        ModelDefinition.Tiers.Method.FIXED,
                        List.of(100.0))),
                List.of(new StrategyDefinition("pyramid", "gold", null)),
                List.of(),
                List.of(),
                null);
    }

    /** Registers the vertical and makes its tables in the database. */
    public static Vertical create(TestDatabase database) {
        return VerticalFixture.enable(database, definition(), texts());
    }

    /** The vertical without a database. */
    public static Vertical unstored() {
        VerticalTables.Table none = new VerticalTables.Table("none", Map.of());
        return new Vertical(
                1, "shop", "CNY", AsOfMode.TODAY, null, definition(), texts(), new VerticalTables(none, Map.of()));
    }

    /** The table of the purchases. */
    public static VerticalTables.Table table(Vertical vertical) {
        return Objects.requireNonNull(vertical.tables().activities().get("purchase"));
    }

    private static Texts.Bundles texts() {
        return new Texts.Bundles(Map.of("en", TEXTS, "zh-CN", Map.of("vertical.name", "商店")));
    }

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("vertical.name", "Shop"),
            Map.entry("attribute.city", "City"),
            Map.entry("attribute.gender", "Gender"),
            Map.entry("attribute.gender.value.female", "Female"),
            Map.entry("attribute.gender.value.male", "Male"),
            Map.entry("attribute.born", "Born"),
            Map.entry("attribute.visits", "Visits"),
            Map.entry("attribute.distance", "Distance"),
            Map.entry("attribute.member", "Member"),
            Map.entry("attribute.budget", "Budget"),
            Map.entry("activity.purchase", "Purchase"),
            Map.entry("activity.purchase.field.amount", "Amount"),
            Map.entry("activity.purchase.field.product", "Product"),
            Map.entry("activity.purchase.field.online", "Online"),
            Map.entry("metric.recency", "Days since last purchase"),
            Map.entry("metric.frequency", "Purchases"),
            Map.entry("metric.monetary", "Spent"),
            Map.entry("model.pyramid", "Pyramid"),
            Map.entry("model.pyramid.segment.gold", "Gold"),
            Map.entry("model.pyramid.segment.iron", "Iron"),
            Map.entry("strategy.pyramid.gold.goal", "Keep them"),
            Map.entry("strategy.pyramid.gold.actions", "Call once a quarter\nInvite to the summer evening"));

    private static AttributeDefinition attribute(String id, FieldType type, Layer layer) {
        return new AttributeDefinition(id, type, layer, false, List.of(), null, null);
    }

    private static MetricDefinition metric(
            String id,
            ValueType type,
            Aggregate aggregate,
            @org.jspecify.annotations.Nullable String field,
            boolean lowerIsBetter) {
        return new MetricDefinition(
                id, type, Layer.VALUE, aggregate, "purchase", field, null, null, null, null, lowerIsBetter, null);
    }
}
