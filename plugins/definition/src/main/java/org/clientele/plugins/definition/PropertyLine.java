package org.clientele.plugins.definition;

import org.jspecify.annotations.Nullable;

/**
 * An entry of a {@code .properties} file, read as {@link java.util.Properties} reads it, which takes buffers of 24 kB for each call and so cannot be
 * asked line by line.
 */
record PropertyLine(String key, String value) {

    /** @param line without the ends of lines that it goes over; null when a {@code \\u} in it is not followed by four digits */
    static @Nullable PropertyLine parse(String line) {
        int start = skipSpaces(line, 0);
        int end = start;
        while (end < line.length() && !endsKey(line.charAt(end))) {
            end += line.charAt(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, line.length());
        int value = skipSpaces(line, end);
        if (value < line.length() && isSeparator(line.charAt(value))) {
            value = skipSpaces(line, value + 1);
        }
        String key = unescaped(line.substring(start, end));
        String text = unescaped(line.substring(value));
        return key == null || text == null ? null : new PropertyLine(key, text);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private static boolean isSeparator(char c) {
        return c == '=' || c == ':';
    }

    private static boolean endsKey(char c) {
        return isSpace(c) || isSeparator(c);
    }

    private static int skipSpaces(String line, int from) {
        int at = from;
        while (at < line.length() && isSpace(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static @Nullable String unescaped(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                plain.append(c == '\\' ? "" : String.valueOf(c));
                continue;
            }
            char escaped = text.charAt(++i);
            if (escaped != 'u') {
                plain.append(sign(escaped));
                continue;
            }
            if (!text.substring(i + 1, Math.min(i + 5, text.length())).matches("[0-9a-fA-F]{4}")) {
                return null;
            }
            plain.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
            i += 4;
        }
        return plain.toString();
    }

    private static char sign(char escaped) {
        return switch (escaped) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> escaped;
        };
    }
}
