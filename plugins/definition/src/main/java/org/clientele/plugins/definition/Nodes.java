package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads values from a tree that the schema has accepted. */
final class Nodes {
    private Nodes() {}

    static String text(JsonNode node, String key) {
        return node.get(key).asString();
    }

    static @Nullable String optional(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null ? null : value.asString();
    }

    static @Nullable Integer optionalInt(JsonNode node, String key) {
        JsonNode value = node.get(key);
        return value == null ? null : (Integer) value.asInt();
    }

    static double number(JsonNode node, String key) {
        return node.get(key).asDouble();
    }

    static <E extends Enum<E>> E word(Class<E> type, JsonNode node, String key) {
        return word(type, text(node, key));
    }

    static <E extends Enum<E>> @Nullable E optionalWord(Class<E> type, JsonNode node, String key) {
        return node.has(key) ? word(type, node, key) : null;
    }

    static <E extends Enum<E>> E wordOr(E fallback, JsonNode node, String key) {
        return node.has(key) ? word(fallback.getDeclaringClass(), node, key) : fallback;
    }

    static <E extends Enum<E>> List<E> words(Class<E> type, JsonNode node, String key) {
        return list(node, key, item -> word(type, item.asString()));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> item) {
        List<T> items = new ArrayList<>();
        node.path(key).forEach(child -> items.add(item.apply(child)));
        return items;
    }

    static List<String> texts(JsonNode node, String key) {
        return items(node.path(key));
    }

    static List<String> items(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    static List<Double> numbers(JsonNode node, String key) {
        return list(node, key, JsonNode::asDouble);
    }

    /** The object's entries in the order of the file. */
    static <T> Map<String, T> entries(JsonNode node, String key, Function<JsonNode, T> value) {
        Map<String, T> entries = new LinkedHashMap<>();
        node.path(key).forEachEntry((name, child) -> entries.put(name, value.apply(child)));
        return entries;
    }
}
