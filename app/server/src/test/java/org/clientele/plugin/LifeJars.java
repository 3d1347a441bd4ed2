package org.clientele.plugin;

/** Two versions of a club's vertical that differ in every way an upgrade knows. */
final class LifeJars {
    private static final String MODELS = """
            metrics:
              - { id: monetary, type: money, layer: value, aggregate: sum, activity: %1$s, field: %2$s }
            models:
              - id: spend
                kind: tiers
                metric: monetary
                method: fixed
                borders: [1000]
                segments: [{ id: high }, { id: low }]
            """;

    private static final String HEAD = """
            id: club
            icon: store
            currency: EUR
            primaryActivity: %s
            valueMetric: monetary
            attributes:
            """;

    private static final String FIRST = HEAD.formatted("purchase") + """
              - { id: city, type: text, layer: basic, personal: false }
              - { id: age, type: integer, layer: basic, personal: true }
              - { id: score, type: decimal, layer: value, personal: false }
              - { id: member, type: boolean, layer: value, personal: false }
              - { id: born, type: date, layer: basic, personal: true }
              - { id: level, type: choice, layer: value, personal: false, values: [none, gold] }
              - { id: plan, type: text, layer: value, personal: false }
              - { id: visits, type: integer, layer: value, personal: false }
              - { id: old, type: text, layer: basic, personal: false }
              - { id: credit, type: money, layer: value, personal: false }
            activities:
              - id: purchase
                icon: store
                amount: amount
                fields:
                  - { id: amount, type: money }
                  - { id: pieces, type: integer }
                  - { id: gift, type: boolean }
            """ + MODELS.formatted("purchase", "amount");

    /** Renamed: city to town, purchase to sale, gift to present. Retyped: all but money. Hidden: old. New: colour, visit. */
    private static final String SECOND = HEAD.formatted("sale") + """
              - { id: town, type: text, layer: basic, personal: false, aliases: [city] }
              - { id: age, type: decimal, layer: basic, personal: true }
              - { id: score, type: text, layer: value, personal: false }
              - { id: member, type: text, layer: value, personal: false }
              - { id: birthday, type: text, layer: basic, personal: true, aliases: [born] }
              - { id: level, type: text, layer: value, personal: false }
              - { id: plan, type: choice, layer: value, personal: false, values: [basic, pro] }
              - { id: visits, type: text, layer: value, personal: false }
              - { id: credit, type: money, layer: value, personal: false }
              - { id: colour, type: text, layer: basic, personal: false }
            activities:
              - id: sale
                icon: store
                amount: amount
                aliases: [purchase]
                fields:
                  - { id: amount, type: money }
                  - { id: pieces, type: text }
                  - { id: present, type: boolean, aliases: [gift] }
              - id: visit
                icon: store
                fields:
                  - { id: minutes, type: integer }
            """ + MODELS.formatted("sale", "amount");

    private LifeJars() {}

    static PluginJar first() {
        return club(FIRST, "1.0.0");
    }

    static PluginJar second() {
        return club(SECOND, "1.1.0");
    }

    /** The first one with a part of its definition replaced. */
    static PluginJar first(String version, String part, String other) {
        if (!FIRST.contains(part)) {
            throw new IllegalArgumentException(part + " is not in\n" + FIRST);
        }
        return club(FIRST.replace(part, other), version);
    }

    private static PluginJar club(String yaml, String version) {
        return PluginJar.vertical("club").manifest("Plugin-Version", version).definition(yaml);
    }
}
