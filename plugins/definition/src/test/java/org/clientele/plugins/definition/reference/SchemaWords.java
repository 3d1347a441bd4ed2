package org.clientele.plugins.definition.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Says in a few words what a value of the schema may be. */
final class SchemaWords {
    private final JsonNode definitions;

    SchemaWords(JsonNode definitions) {
        this.definitions = definitions;
    }

    /** The definition's name, when the node points to one. */
    static Optional<String> target(JsonNode node) {
        String ref = node.path("$ref").asString("");
        return ref.isEmpty() ? Optional.empty() : Optional.of(ref.substring(ref.lastIndexOf('/') + 1));
    }

    JsonNode definition(String name) {
        return definitions.path(name);
    }

    /** A part of its own, with keys or kinds. */
    static boolean isPart(JsonNode node) {
        return node.has("properties") || node.has("allOf");
    }

    String description(JsonNode node) {
        String own = node.path("description").asString("");
        return own.isEmpty()
                ? target(node).map(name -> description(definition(name))).orElse("")
                : own;
    }

    /** The type with its limits; {@code title} is the section of an inline part. */
    String type(JsonNode node, String title) {
        Optional<String> target = target(node);
        if (target.isPresent()) {
            JsonNode definition = definition(target.get());
            if (isPart(definition)) {
                return link(sectionOf(target.get()));
            }
            return definition.has("items") ? type(definition, target.get()) : "[" + target.get() + "](#small-parts)";
        }
        if (node.has("enum")) {
            return node.has("enumDescriptions") ? "a word, see below" : "one of " + words(node.path("enum"));
        }
        if (node.has("const")) {
            return "`" + node.path("const").asString() + "`";
        }
        return typeOf(node, title);
    }

    private String typeOf(JsonNode node, String title) {
        JsonNode type = node.path("type");
        if (type.isArray()) {
            return "a text, number, or yes or no";
        }
        return switch (type.asString("")) {
            case "string" -> "text" + limits(node, "minLength", "maxLength", " characters");
            case "integer" -> "whole number" + range(node);
            case "number" -> "number" + range(node);
            case "boolean" -> "true or false";
            case "array" -> list(node, title);
            case "object" -> isPart(node) ? link(title) : "keys with values" + entries(node);
            default -> throw new IllegalStateException("The schema has a value without type: " + node);
        };
    }

    private String list(JsonNode node, String title) {
        String count =
                count(node.path("minItems").asInt(0), node.path("maxItems").asInt(0));
        String items = type(node.path("items"), title);
        return "list of " + count + ": " + items;
    }

    private static String count(int least, int most) {
        return least == most ? String.valueOf(most) : least + " to " + most;
    }

    private static String entries(JsonNode node) {
        int most = node.path("maxProperties").asInt(0);
        return most == 0 ? "" : ", at most " + most;
    }

    private static String limits(JsonNode node, String least, String most, String unit) {
        if (node.has("pattern")) {
            return " of the form `" + node.path("pattern").asString().replace("|", "\\|") + "`";
        }
        if (!node.has(most)) {
            return "";
        }
        int from = node.path(least).asInt(0);
        return ", " + (from == 0 ? "at most " : from + " to ") + node.path(most).asInt() + unit;
    }

    private static String range(JsonNode node) {
        List<String> parts = new ArrayList<>();
        add(parts, node, "minimum", "≥ ");
        add(parts, node, "exclusiveMinimum", "> ");
        add(parts, node, "maximum", "≤ ");
        add(parts, node, "exclusiveMaximum", "< ");
        return parts.isEmpty() ? "" : " " + String.join(", ", parts);
    }

    private static void add(List<String> parts, JsonNode node, String key, String sign) {
        if (node.has(key)) {
            parts.add(sign + node.path(key).asString());
        }
    }

    static String words(JsonNode words) {
        List<String> quoted = new ArrayList<>();
        words.forEach(word -> quoted.add("`" + word.asString() + "`"));
        return String.join(", ", quoted);
    }

    /** The heading of a definition: kinds of models and reports stand under what they are kinds of. */
    String sectionOf(String name) {
        JsonNode kind = definition(name).path("properties").path("kind").path("const");
        if (!kind.isString()) {
            return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        }
        return (name.endsWith("Report") ? "report: " : "model: ") + kind.asString();
    }

    static String link(String title) {
        return "[" + title + "](#" + anchor(title) + ")";
    }

    /** As GitHub makes it. */
    static String anchor(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 _-]", "").replace(' ', '-');
    }
}
