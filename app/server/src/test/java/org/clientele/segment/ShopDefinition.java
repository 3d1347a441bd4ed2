package org.clientele.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.Measure;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.clientele.plugins.api.MetricDefinition.ValueType;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ReportDefinition;
import org.clientele.plugins.api.RoleName;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** A shop with a model of each kind and every kind of tile. */
public final class ShopDefinition {
    private ShopDefinition() {}

    public static VerticalDefinition shop() {
        return shop(
                List.of(rfm(), pyramid(), lifeCycle()),
                List.of(
                        new StrategyDefinition("pyramid", "platinum", null),
                        new StrategyDefinition("pyramid", "lead", null),
                        new StrategyDefinition("life_cycle", "new", null)),
                tiles());
    }

    /** The same shop with a matrix of frequency and monetary value and its tile. */
    public static VerticalDefinition withMatrix() {
        ModelDefinition.Matrix matrix = new ModelDefinition.Matrix(
                "relations",
                segments("partner", "proactive", "reactive", "basic"),
                null,
                new ModelDefinition.Matrix.Axis("monetary", ModelDefinition.Matrix.Method.FIXED, List.of(20.0, 100.0)),
                new ModelDefinition.Matrix.Axis("frequency", ModelDefinition.Matrix.Method.FIXED, List.of(2.0)),
                List.of(
                        List.of("basic", "reactive"),
                        List.of("reactive", "proactive"),
                        List.of("proactive", "partner")));
        return shop(
                List.of(matrix),
                List.of(),
                List.of(tile("relations", TileDefinition.Kind.MATRIX, null, "relations", null)));
    }

    /** The same shop with the risk that somebody stays away for half a year, learnt from how often people buy. */
    public static VerticalDefinition withChurn() {
        ModelDefinition.Churn churn = new ModelDefinition.Churn(
                "risk",
                segments("low", "high", "gone"),
                null,
                null,
                "recency > 180",
                List.of("frequency"),
                List.of(0.3),
                "gone");
        return shop(List.of(churn), List.of(), List.of());
    }

    /** The same shop with the pyramid and rules that decide by it. */
    public static VerticalDefinition withRulesBySegment() {
        ModelDefinition.Rules rules = new ModelDefinition.Rules(
                "care",
                segments("key", "usual"),
                null,
                ModelDefinition.Rules.Match.FIRST,
                List.of(
                        new ModelDefinition.Rule(
                                "key", "frequency > 0 && segment_pyramid in [\"platinum\", \"gold\"]", null),
                        new ModelDefinition.Rule("usual", "true", null)),
                null);
        return shop(List.of(pyramid(), rules), List.of(), List.of());
    }

    /** The same shop with what its customers are worth in the next half year. */
    public static VerticalDefinition withClv() {
        ModelDefinition.Clv clv = new ModelDefinition.Clv(
                "lifetime",
                segments("high", "middle", "low"),
                null,
                "purchase",
                null,
                ModelDefinition.Clv.Purchases.BG_NBD,
                26,
                0.1,
                ModelDefinition.Tiers.Method.PERCENTILE,
                List.of(0.1, 0.4));
        return shop(List.of(clv), List.of(), List.of());
    }

    /** The same shop with tiers by what part of the purchases was large. */
    public static VerticalDefinition withShares() {
        VerticalDefinition shop = shop();
        List<MetricDefinition> metrics = new ArrayList<>(shop.metrics());
        metrics.add(new MetricDefinition(
                "large_share",
                ValueType.SHARE,
                Layer.BEHAVIOUR,
                Aggregate.SHARE,
                "purchase",
                null,
                null,
                "amount > 11.0",
                null,
                null,
                false,
                null));
        ModelDefinition.Tiers tiers = new ModelDefinition.Tiers(
                "size",
                segments("mostly", "often", "seldom"),
                null,
                "large_share",
                ModelDefinition.Tiers.Method.FIXED,
                List.of(0.8, 0.35));
        return of(shop, metrics, List.of(tiers));
    }

    /** A shop with other metrics and models. */
    static VerticalDefinition of(
            VerticalDefinition shop, List<MetricDefinition> metrics, List<ModelDefinition> models) {
        return new VerticalDefinition(
                shop.id(),
                shop.icon(),
                shop.currency(),
                shop.primaryActivity(),
                shop.valueMetric(),
                shop.attributes(),
                shop.activities(),
                metrics,
                models,
                List.of(),
                List.of(),
                List.of(),
                null);
    }

    /** The same shop with groups of like customers. */
    public static VerticalDefinition withClusters() {
        ModelDefinition.Clusters groups = new ModelDefinition.Clusters(
                "groups",
                segments("one", "two", "three", "four", "five"),
                null,
                null,
                List.of("recency", "frequency", "monetary"),
                3,
                1);
        return shop(List.of(groups), List.of(), List.of());
    }

    /** The same shop with its pyramid and a model that is code. */
    public static VerticalDefinition withCustom() {
        ModelDefinition.Custom habit = new ModelDefinition.Custom(
                "habit",
                segments("regular", "occasional"),
                null,
                "com.example.Habit",
                List.of("frequency", "monetary"),
                List.of("often"),
                true);
        return shop(List.of(pyramid(), habit), List.of(), List.of());
    }

    private static VerticalDefinition shop(
            List<ModelDefinition> models, List<StrategyDefinition> strategies, List<TileDefinition> tiles) {
        return new VerticalDefinition(
                "shop",
                "shopping-bag",
                "USD",
                "purchase",
                "monetary",
                List.of(new AttributeDefinition("city", FieldType.TEXT, Layer.BASIC, false, List.of(), null, null)),
                List.of(new ActivityDefinition(
                        "purchase",
                        "shopping-bag",
                        List.of(
                                new ActivityDefinition.ActivityField("amount", FieldType.MONEY, List.of()),
                                new ActivityDefinition.ActivityField("quantity", FieldType.INTEGER, List.of())),
                        "amount",
                        null,
                        null)),
                List.of(
                        metric("recency", ValueType.DAYS, Aggregate.DAYS_SINCE_LAST, null, null, true),
                        metric("frequency", ValueType.COUNT, Aggregate.COUNT, null, null, false),
                        metric("frequency_90", ValueType.COUNT, Aggregate.COUNT, null, 90, false),
                        metric("monetary", ValueType.MONEY, Aggregate.SUM, "amount", null, false),
                        metric("average_basket", ValueType.MONEY, Aggregate.AVERAGE, "amount", null, false),
                        metric("tenure", ValueType.DAYS, Aggregate.DAYS_SINCE_FIRST, null, null, false),
                        metric("active_months", ValueType.COUNT, Aggregate.ACTIVE_MONTHS, null, null, false)),
                models,
                strategies,
                List.of(),
                tiles,
                null);
    }

    /** The same shop with a report of each kind, and the tiles that measures and reports make. */
    public static VerticalDefinition withReports() {
        VerticalDefinition shop = shop();
        Measure large = new Measure("large", Measure.Kind.SHARE, null, "monetary >= 100.0", null, null);
        Measure count = new Measure("count", Measure.Kind.CUSTOMERS, null, null, null, null);
        Measure spent = new Measure("spent", Measure.Kind.SUM, "monetary", null, null, null);
        List<ReportDefinition.Funnel.Step> steps = List.of(
                new ReportDefinition.Funnel.Step("bought", "frequency > 0"),
                new ReportDefinition.Funnel.Step("again", "frequency > 1"));
        List<TileDefinition> tiles = new ArrayList<>(shop.tiles());
        tiles.add(measured("large", large));
        tiles.add(measured("per_buyer", new Measure("m", Measure.Kind.RATIO, "monetary", null, "frequency > 0", null)));
        tiles.add(new TileDefinition(
                "tiers",
                TileDefinition.Kind.BREAKDOWN,
                null,
                null,
                null,
                "pyramid",
                List.of(count, spent),
                null,
                List.of(),
                null,
                false));
        tiles.add(new TileDefinition(
                "steps", TileDefinition.Kind.FUNNEL, null, null, null, null, List.of(), null, steps, null, false));
        tiles.add(new TileDefinition(
                "table",
                TileDefinition.Kind.REPORT,
                null,
                null,
                null,
                null,
                List.of(),
                "by_tier",
                List.of(),
                null,
                false));
        List<ReportDefinition> reports = List.of(
                new ReportDefinition.Groups(
                        "by_tier", null, List.of(), null, List.of("pyramid"), null, List.of(count, spent)),
                new ReportDefinition.Customers(
                        "top",
                        "frequency > 0",
                        List.of(RoleName.MANAGER),
                        null,
                        List.of("monetary", "pyramid"),
                        "monetary",
                        true,
                        "monetary"),
                new ReportDefinition.Periods(
                        "years",
                        null,
                        List.of(),
                        null,
                        "purchase",
                        null,
                        ReportDefinition.Periods.Period.YEAR,
                        "pyramid"),
                new ReportDefinition.Funnel("path", null, List.of(), null, steps, "pyramid"));
        return new VerticalDefinition(
                shop.id(),
                shop.icon(),
                shop.currency(),
                shop.primaryActivity(),
                shop.valueMetric(),
                shop.attributes(),
                shop.activities(),
                shop.metrics(),
                shop.models(),
                shop.strategies(),
                shop.imports(),
                tiles,
                null,
                List.of(),
                List.of(),
                List.of(),
                reports,
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static TileDefinition measured(String id, Measure measure) {
        return new TileDefinition(
                id,
                TileDefinition.Kind.MEASURE,
                null,
                null,
                null,
                null,
                List.of(measure),
                null,
                List.of(),
                null,
                false);
    }

    private static MetricDefinition metric(
            String id,
            ValueType type,
            Aggregate aggregate,
            @Nullable String field,
            @Nullable Integer windowDays,
            boolean lowerIsBetter) {
        return new MetricDefinition(
                id, type, Layer.VALUE, aggregate, "purchase", field, null, null, windowDays, null, lowerIsBetter, null);
    }

    private static ModelDefinition rfm() {
        return new ModelDefinition.Rfm(
                "rfm",
                segments("champions", "loyal", "promising", "at_risk", "lost"),
                null,
                "recency",
                "frequency",
                "monetary",
                List.of(),
                List.of(),
                List.of(),
                List.of(1.0, 1.0, 1.0),
                List.of(
                        List.of("lost", "lost", "lost", "at_risk", "at_risk"),
                        List.of("lost", "lost", "at_risk", "at_risk", "at_risk"),
                        List.of("promising", "promising", "loyal", "loyal", "loyal"),
                        List.of("promising", "promising", "loyal", "loyal", "champions"),
                        List.of("promising", "promising", "loyal", "champions", "champions")));
    }

    private static ModelDefinition pyramid() {
        return new ModelDefinition.Tiers(
                "pyramid",
                List.of(
                        new SegmentDefinition("platinum", "tier-platinum"),
                        new SegmentDefinition("gold", "tier-gold"),
                        new SegmentDefinition("iron", "tier-iron"),
                        new SegmentDefinition("lead", "tier-lead")),
                "Zeithaml, Rust and Lemon 2002",
                "monetary",
                ModelDefinition.Tiers.Method.PERCENTILE,
                List.of(0.01, 0.04, 0.15));
    }

    private static ModelDefinition lifeCycle() {
        return new ModelDefinition.LifeCycle(
                "life_cycle",
                segments("mature", "growing", "new", "declining", "lapsed"),
                null,
                Map.of("lapsed_days", 180.0, "new_days", 90.0),
                List.of(
                        new ModelDefinition.Rule("lapsed", "recency > lapsed_days", null),
                        new ModelDefinition.Rule("new", "tenure <= new_days", null),
                        new ModelDefinition.Rule("declining", "frequency_90 == 0", null),
                        new ModelDefinition.Rule("growing", "active_months < 6", null),
                        new ModelDefinition.Rule("mature", "true", null)));
    }

    private static List<SegmentDefinition> segments(String... ids) {
        return java.util.Arrays.stream(ids)
                .map(id -> new SegmentDefinition(id, null))
                .toList();
    }

    private static List<TileDefinition> tiles() {
        return List.of(
                tile("customers", TileDefinition.Kind.CUSTOMERS, null, null, null),
                tile("active", TileDefinition.Kind.ACTIVE, "purchase", null, null),
                tile("revenue", TileDefinition.Kind.REVENUE, "purchase", null, null),
                tile("basket", TileDefinition.Kind.AVERAGE_BASKET, "purchase", null, null),
                tile("repeat", TileDefinition.Kind.REPEAT_RATE, "purchase", null, null),
                tile("lapsed", TileDefinition.Kind.SEGMENT_SHARE, null, "life_cycle", "lapsed"),
                tile("segments", TileDefinition.Kind.SEGMENTS, null, "rfm", null),
                tile("tiers", TileDefinition.Kind.PYRAMID, null, "pyramid", null),
                tile("stages", TileDefinition.Kind.LIFE_CYCLE, null, "life_cycle", null),
                tile("grid", TileDefinition.Kind.RFM_GRID, null, "rfm", null),
                tile("movement", TileDefinition.Kind.MOVEMENT, null, "pyramid", null),
                tile("months", TileDefinition.Kind.REVENUE_BY_MONTH, "purchase", null, null));
    }

    private static TileDefinition tile(
            String id,
            TileDefinition.Kind kind,
            @Nullable String activity,
            @Nullable String model,
            @Nullable String segment) {
        return new TileDefinition(id, kind, activity, model, segment);
    }
}
