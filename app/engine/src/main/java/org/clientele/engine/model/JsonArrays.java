package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the little of JSON that stored reasons need: arrays of strings, whole numbers, null and arrays. */
final class JsonArrays {
    private final String text;
    private int at;

    private JsonArrays(String text) {
        this.text = text;
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
