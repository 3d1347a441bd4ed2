package org.clientele.portal.screen;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clientele.plugin.PluginJar;
import org.clientele.plugin.PluginSources;

/** A kiosk whose model, check and screens are code: sound by default, then each as bad as the test wants. */
final class CodeJar {
    private static final String YAML = """
            id: kiosk
            icon: store
            currency: CNY
            primaryActivity: purchase
            valueMetric: monetary
            attributes:
              - { id: city, type: text, layer: basic, personal: false }
            activities:
              - { id: purchase, icon: store, amount: amount, fields: [{ id: amount, type: money }] }
            metrics:
              - { id: monetary, type: money, layer: value, aggregate: sum, activity: purchase, field: amount }
            models:
              - { id: spend, kind: tiers, metric: monetary, method: fixed, borders: [1000], segments: [{ id: high }, { id: low }] }
              - id: habit
                kind: custom
                extension: com.example.kiosk.Habit
                inputs: [monetary]
                reasons: [spent]
                segments: [{ id: regular }, { id: occasional }]
            checks:
              - { id: city_known, group: shop, require: city != "", severity: advice, source: house }
              - { id: shelves, group: shop, extension: com.example.kiosk.Shelves, severity: required, source: house }
            tiles:
              - { id: customers, kind: customers }
              - { id: by_habit, kind: segments, model: habit }
              - { id: by_spend, kind: segments, model: spend }
            screens:
              - { id: board, icon: store, extension: com.example.kiosk.Board }
              - { id: calm, icon: store, extension: com.example.kiosk.Calm }
            """;
    private static final String IMPORTS = """
            package com.example.kiosk;
            import com.vaadin.flow.component.*;
            import com.vaadin.flow.component.button.*;
            import com.vaadin.flow.component.dialog.*;
            import com.vaadin.flow.component.grid.*;
            import com.vaadin.flow.component.html.*;
            import java.util.*;
            import java.util.stream.*;
            import org.clientele.plugins.api.extension.*;
            import org.clientele.plugins.ui.*;
            """;

    private final Map<String, String> types = new LinkedHashMap<>();
    private String version = "1.0.0";

    private CodeJar() {
        model("""
                ModelOutput output = ModelOutput.of(input);
                int why = output.reason("spent", Cells.field("monetary"));
                for (int row = 0; row < input.size(); row++) {
                    output.put(row, input.numbers("monetary").get(row) >= 100 ? 0 : 1, why);
                }
                return output;
                """);
        check("CheckOutput output = CheckOutput.of(input, \"city\"); output.gap(0); return output;");
        screen("return new Span(context.userName());");
        type(
                "Calm",
                "public final class Calm implements PluginScreen {"
                        + " public Component create(ScreenContext context) { return new Span(\"Calm \" + context.data().count(CustomerQuery.ALL)); } }");
    }

    static CodeJar sound() {
        return new CodeJar();
    }

    /** What the model's {@code compute(ModelInput input)} does. */
    CodeJar model(String body) {
        return type(
                "Habit",
                "public final class Habit implements CustomModel {" + " public ModelOutput compute(ModelInput input) { "
                        + body + " } }");
    }

    /** What the check's {@code compute(CheckInput input)} does. */
    CodeJar check(String body) {
        return type(
                "Shelves",
                "public final class Shelves implements CustomCheck {"
                        + " public CheckOutput compute(CheckInput input) { " + body + " } }");
    }

    /** What the screen's {@code create(ScreenContext context)} does. */
    CodeJar screen(String body) {
        return type(
                "Board",
                "public final class Board implements PluginScreen {"
                        + " public Component create(ScreenContext context) { " + body + " } }");
    }

    /** One more type, or another in place of one that is there. */
    CodeJar type(String name, String source) {
        types.put(name, source);
        return this;
    }

    CodeJar version(String other) {
        version = other;
        return this;
    }

    PluginJar jar() {
        PluginJar jar = PluginJar.kiosk()
                .manifest("Plugin-Version", version)
                .manifest("Plugin-Package", "com.example.kiosk")
                .definition(YAML);
        PluginSources.compile(
                        types.values().stream().map(source -> IMPORTS + source).toArray(String[]::new))
                .forEach(jar::file);
        return jar;
    }
}
