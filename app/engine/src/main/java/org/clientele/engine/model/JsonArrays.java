package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The little of JSON that stored reasons need: arrays of strings, whole numbers, null and arrays. */
final class JsonArrays {
    private final String text;
    private int at;

    private JsonArrays(String text) {
        this.text = text;
    }

    static String write(List<?> array) {
        StringBuilder out = new StringBuilder();
        write(array, out);
        return out.toString();
    }

    private static void write(@Nullable Object part, StringBuilder out) {
        switch (part) {
            case null -> out.append("null");
            case List<?> array -> {
                out.append('[');
                for (int i = 0; i < array.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(array.get(i), out);
                }
                out.append(']');
            }
            case Long number -> out.append(number.longValue());
            case String string -> quote(string, out);
            default -> throw new IllegalArgumentException("Cannot write a " + part.getClass());
        }
    }

    private static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    static List<?> read(String text) {
        JsonArrays reader = new JsonArrays(text);
        List<?> array = reader.array();
        if (reader.at != text.length()) {
            throw new IllegalArgumentException("something follows the array at " + reader.at);
        }
        return array;
    }

    private @Nullable Object part() {
        char next = peek();
        return switch (next) {
            case '[' -> array();
            case '"' -> string();
            case 'n' -> nothing();
            default -> number();
        };
    }

    private List<@Nullable Object> array() {
        expect('[');
        List<@Nullable Object> parts = new ArrayList<>();
        if (peek() == ']') {
            at++;
            return parts;
        }
        parts.add(part());
        while (peek() == ',') {
            at++;
            parts.add(part());
        }
        expect(']');
        return parts;
    }

    private String string() {
        expect('"');
        StringBuilder string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c != 'u') {
            return c;
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private @Nullable Object nothing() {
        for (char c : "null".toCharArray()) {
            expect(c);
        }
        return null;
    }

    private Long number() {
        int start = at;
        while (at < text.length() && (text.charAt(at) == '-' || Character.isDigit(text.charAt(at)))) {
            at++;
        }
        return Long.valueOf(text.substring(start, at));
    }

    private char peek() {
        if (at >= text.length()) {
            throw new IllegalArgumentException("it ends too early");
        }
        return text.charAt(at);
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw new IllegalArgumentException("expected %s at %d".formatted(expected, at));
        }
        at++;
    }
}
