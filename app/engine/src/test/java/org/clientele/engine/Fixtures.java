package org.clientele.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Rule;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Small definitions for tests, without the reader of vertical.yaml. */
public final class Fixtures {
    /** Purchases with documents. */
    public static final ActivityDefinition PURCHASE = new ActivityDefinition(
            "purchase",
            "cart",
            List.of(
                    new ActivityField("amount", FieldType.MONEY, List.of()),
                    new ActivityField("quantity", FieldType.INTEGER, List.of()),
                    new ActivityField("weight", FieldType.DECIMAL, List.of()),
                    new ActivityField("invoice", FieldType.TEXT, List.of()),
                    new ActivityField("category", FieldType.TEXT, List.of()),
                    new ActivityField("channel", FieldType.CHOICE, List.of("online", "store")),
                    new ActivityField("gift", FieldType.BOOLEAN, List.of()),
                    new ActivityField("delivered", FieldType.DATE, List.of())),
            "amount",
            "invoice",
            "category");

    /** Attributes of every type. */
    public static final List<AttributeDefinition> ATTRIBUTES = List.of(
            attribute("city", FieldType.TEXT),
            attribute("age", FieldType.INTEGER),
            attribute("height", FieldType.DECIMAL),
            attribute("pay", FieldType.MONEY),
            attribute("member", FieldType.BOOLEAN),
            attribute("born", FieldType.DATE),
            new AttributeDefinition(
                    "gender", FieldType.CHOICE, Layer.BASIC, true, List.of("woman", "man"), null, null));

    /** Recency, frequency, monetary value and their company. */
    public static final List<MetricDefinition> METRICS = List.of(
            metric("recency", ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null, null, null, true),
            metric("frequency", ValueType.COUNT, Aggregate.COUNT, null, null, null, false),
            metric("monetary", ValueType.MONEY, Aggregate.SUM, "amount", null, null, false),
            metric("spend_year", ValueType.MONEY, Aggregate.SUM, "amount", null, 365, false),
            metric("tenure", ValueType.DAYS, Aggregate.DAYS_SINCE_FIRST, null, null, null, false),
            metric("active_months", ValueType.COUNT, Aggregate.ACTIVE_MONTHS, null, null, null, false),
            new MetricDefinition(
                    "basket",
                    ValueType.MONEY,
                    Layer.VALUE,
                    Aggregate.FORMULA,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "monetary / frequency",
                    false,
                    null));

    /** The usual eleven labels, best first. */
    public static final List<String> LABELS = List.of(
            "champions",
            "loyal",
            "potential_loyalists",
            "recent",
            "promising",
            "need_attention",
            "about_to_sleep",
            "cannot_lose",
            "at_risk",
            "hibernating",
            "lost");

    private static final List<List<String>> GRID = List.of(
            List.of("lost", "lost", "at_risk", "at_risk", "cannot_lose"),
            List.of("hibernating", "hibernating", "at_risk", "at_risk", "cannot_lose"),
            List.of("about_to_sleep", "about_to_sleep", "need_attention", "loyal", "loyal"),
            List.of("promising", "potential_loyalists", "potential_loyalists", "loyal", "loyal"),
            List.of("recent", "potential_loyalists", "potential_loyalists", "champions", "champions"));

    /** RFM by percentiles with equal weights. */
    public static final ModelDefinition.Rfm RFM = new ModelDefinition.Rfm(
            "rfm",
            segments(LABELS.toArray(String[]::new)),
            null,
            "recency",
            "frequency",
            "monetary",
            List.of(),
            List.of(),
            List.of(),
            List.of(1.0, 1.0, 1.0),
            GRID);

    /** Platinum, gold, iron, lead by percentile. */
    public static final ModelDefinition.Tiers PYRAMID = tiers(
            "pyramid",
            "monetary",
            ModelDefinition.Tiers.Method.PERCENTILE,
            List.of(0.01, 0.04, 0.15),
            "platinum",
            "gold",
            "iron",
            "lead");

    /** A, B, C by cumulative share. */
    public static final ModelDefinition.Tiers ABC =
            tiers("abc", "monetary", ModelDefinition.Tiers.Method.CUMULATIVE, List.of(0.8, 0.95), "a", "b", "c");

    /** Six stages from purchase behaviour. */
    public static final ModelDefinition.LifeCycle LIFE_CYCLE = new ModelDefinition.LifeCycle(
            "life_cycle",
            segments("mature", "growing", "fresh", "potential", "declining", "lapsed"),
            null,
            Map.of("lapse_days", 365.0, "decline_days", 180.0, "fresh_days", 90.0, "mature_orders", 5.0),
            List.of(
                    new Rule("potential", "frequency == 0", null),
                    new Rule("lapsed", "recency > lapse_days", null),
                    new Rule("declining", "recency > decline_days", null),
                    new Rule("fresh", "frequency == 1 && tenure <= fresh_days", null),
                    new Rule("mature", "frequency >= mature_orders", null),
                    new Rule("growing", "true", null)));

    private Fixtures() {}

    /** A vertical with all of the above. */
    public static VerticalDefinition retail() {
        return vertical(METRICS, List.of(RFM, PYRAMID, ABC, LIFE_CYCLE));
    }

    /** A vertical with these metrics and models. */
    public static VerticalDefinition vertical(List<MetricDefinition> metrics, List<ModelDefinition> models) {
        return new VerticalDefinition(
                "shop",
                "store",
                "USD",
                "purchase",
                "monetary",
                ATTRIBUTES,
                List.of(PURCHASE),
                metrics,
                models,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** An attribute of the basic layer. */
    public static AttributeDefinition attribute(String id, FieldType type) {
        return new AttributeDefinition(id, type, Layer.BASIC, false, List.of(), null, null);
    }

    /** A metric over purchases. */
    public static MetricDefinition metric(
            String id,
            ValueType type,
            Aggregate aggregate,
            @Nullable String field,
            @Nullable String where,
            @Nullable Integer windowDays,
            boolean lowerIsBetter) {
        return new MetricDefinition(
                id,
                type,
                Layer.VALUE,
                aggregate,
                "purchase",
                field,
                where,
                null,
                windowDays,
                null,
                lowerIsBetter,
                null);
    }

    /** Segments without colours. */
    public static List<SegmentDefinition> segments(String... ids) {
        return Arrays.stream(ids).map(id -> new SegmentDefinition(id, null)).toList();
    }

    /** Tiers of a metric. */
    public static ModelDefinition.Tiers tiers(
            String id, String metric, ModelDefinition.Tiers.Method method, List<Double> borders, String... segments) {
        return new ModelDefinition.Tiers(id, segments(segments), null, metric, method, borders);
    }
}
