package org.clientele.dataimport.sample;

import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.SampleRecipe.Draw;
import org.clientele.plugins.api.SampleRecipe.Events;
import org.clientele.plugins.api.SampleRecipe.Pattern;
import org.clientele.plugins.api.SampleRecipe.Rows;
import org.clientele.plugins.api.SampleRecipe.Value;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** A small power company whose recipe uses every draw and every pattern. */
public final class UtilityRecipe {
    public static final int CUSTOMERS = 4000;
    public static final int DAYS = 730;

    private UtilityRecipe() {}

    public static VerticalDefinition definition(long seed) {
        return new VerticalDefinition(
                "power",
                "zap",
                "CNY",
                "bill",
                "paid",
                List.of(
                        attribute("age", FieldType.INTEGER),
                        attribute("birth_date", FieldType.DATE),
                        attribute("city", FieldType.TEXT),
                        attribute("kind", FieldType.CHOICE, "home", "shop", "works"),
                        attribute("has_gas", FieldType.BOOLEAN),
                        attribute("consumption", FieldType.DECIMAL),
                        attribute("forecast", FieldType.DECIMAL),
                        attribute("sources", FieldType.INTEGER),
                        attribute("contract_end", FieldType.DATE),
                        attribute("monthly_bill", FieldType.MONEY),
                        attribute("contract_number", FieldType.TEXT),
                        attribute("tariff", FieldType.TEXT),
                        attribute("supplier", FieldType.TEXT),
                        new AttributeDefinition(
                                "station", FieldType.TEXT, Layer.BASIC, false, List.of(), null, "substation", null)),
                List.of(
                        new ActivityDefinition(
                                "bill",
                                "receipt",
                                List.of(
                                        new ActivityField("amount", FieldType.MONEY, List.of()),
                                        new ActivityField("paid_late", FieldType.BOOLEAN, List.of()),
                                        new ActivityField("number", FieldType.TEXT, List.of())),
                                "amount",
                                "number",
                                null),
                        new ActivityDefinition(
                                "fault",
                                "alert",
                                List.of(new ActivityField("hours", FieldType.DECIMAL, List.of())),
                                null,
                                null,
                                null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                recipe(seed),
                List.of(new ReferenceDefinition(
                        "substation",
                        "zap",
                        List.of(
                                new ActivityField("voltage", FieldType.INTEGER, List.of()),
                                new ActivityField("name", FieldType.TEXT, List.of())),
                        "name",
                        null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of());
    }

    private static SampleRecipe recipe(long seed) {
        return new SampleRecipe(
                CUSTOMERS,
                DAYS,
                seed,
                0.3,
                List.of(
                        value("kind", "!organisation", new Draw.Constant("home")),
                        value("kind", null, new Draw.Choice(Map.of("shop", 3.0, "works", 1.0))),
                        new Value("has_gas", null, new Draw.Chance(0.18), 0.25),
                        value("consumption", "kind == \"works\"", new Draw.Skewed(500_000, 1, 6_000_000)),
                        value("consumption", null, new Draw.Skewed(3_000, 0.5, 20_000)),
                        value("forecast", null, new Draw.Like("consumption", 1.1, 0.1)),
                        value("sources", "kind == \"works\"", new Draw.Uniform(1, 3)),
                        value("contract_end", null, new Draw.Day(-30, 365)),
                        value("monthly_bill", null, new Draw.Normal(200, 40, 100, 300)),
                        value("contract_number", null, new Draw.Sequence("K-")),
                        value("station", null, new Draw.Key("substation")),
                        value("supplier", null, new Draw.Constant("own"))),
                List.of(
                        new Events(
                                "bill",
                                Pattern.PERIODIC,
                                null,
                                0,
                                0.01,
                                30,
                                List.of(
                                        value("amount", "kind == \"works\"", new Draw.Amount(20_000)),
                                        value("amount", null, new Draw.Like("monthly_bill", 1, 0.2)),
                                        value("paid_late", "amount > 1000", new Draw.Chance(0.4)),
                                        value("paid_late", null, new Draw.Chance(0.05)))),
                        new Events(
                                "fault",
                                Pattern.RANDOM,
                                "kind == \"works\"",
                                3,
                                0,
                                null,
                                List.of(value("hours", null, new Draw.Uniform(0.5, 8))))),
                List.of(new Rows(
                        "substation",
                        12,
                        "SS-",
                        List.of(
                                value("voltage", null, new Draw.Choice(Map.of("110", 3.0, "220", 1.0))),
                                value("name", "voltage == 220", new Draw.Constant("main")),
                                value("name", null, new Draw.Sequence("Station "))))));
    }

    private static Value value(String field, @Nullable String when, Draw draw) {
        return new Value(field, when, draw, 0);
    }

    private static AttributeDefinition attribute(String id, FieldType type, String... values) {
        return new AttributeDefinition(id, type, Layer.BASIC, false, List.of(values), null, null);
    }
}
