package org.clientele.plugins.definition.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Writes an example as a consultant would. */
final class YamlText {
    private static final int WIDTH = 110;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9 _./<>=()'-]*");
    private static final Pattern WORD = Pattern.compile("true|false|null|.*: .*|.* #.*");

    private YamlText() {}

    /** The lines of a value; what fits into a line stands in one. */
    static List<String> lines(JsonNode node) {
        String flow = flow(node);
        if (!node.isContainer() || flow.length() <= WIDTH) {
            return List.of(flow);
        }
        List<String> lines = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> lines.addAll(indented("- ", lines(item))));
        } else {
            node.forEachEntry((key, value) -> lines.addAll(entry(key, value)));
        }
        return lines;
    }

    private static List<String> entry(String key, JsonNode value) {
        List<String> lines = lines(value);
        if (lines.size() == 1 && (key + ": " + lines.getFirst()).length() <= WIDTH) {
            return List.of(key + ": " + lines.getFirst());
        }
        List<String> entry = new ArrayList<>(List.of(key + ":"));
        entry.addAll(indented("  ", lines));
        return entry;
    }

    /** The first line behind the mark, the others below it. */
    static List<String> indented(String mark, List<String> lines) {
        List<String> indented = new ArrayList<>();
        lines.forEach(line -> indented.add((indented.isEmpty() ? mark : " ".repeat(mark.length())) + line));
        return indented;
    }

    private static String flow(JsonNode node) {
        List<String> parts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> parts.add(flow(item)));
            return "[" + String.join(", ", parts) + "]";
        }
        if (node.isObject()) {
            node.forEachEntry((key, value) -> parts.add(key + ": " + flow(value)));
            return "{ " + String.join(", ", parts) + " }";
        }
        return node.isString() ? text(node.asString()) : node.toString();
    }

    private static String text(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORD.matcher(text).matches();
        return plain ? text : "'" + text.replace("'", "''") + "'";
    }
}
