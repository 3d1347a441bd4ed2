package org.clientele.plugins.definition;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong in a vertical's file: what, where, what stands there and what should.
 *
 * @param kind what is wrong
 * @param file name of the file, such as {@code vertical.yaml}
 * @param line line, 1-based; 0 when the file as a whole is meant
 * @param column column, 1-based; 0 when the line as a whole is meant
 * @param path JSON pointer of the value ({@code /models/0/metric}), or the key of a text; empty for the file as a whole
 * @param found what stands there, shortened
 * @param expected what should stand there; empty when the kind says it all
 */
public record Finding(
        FindingKind kind, String file, int line, int column, String path, String found, List<String> expected) {
    public Finding {
        expected = List.copyOf(expected);
    }

    /** What is wrong, in the language of the locale (Chinese or English), without the place. */
    public String message(Locale locale) {
        return FindingTexts.message(locale, kind, found, expected);
    }

    /** {@code vertical.yaml:12:5 /models/0/metric: …} in the language of the locale. */
    public String text(Locale locale) {
        return place() + (path.isEmpty() ? "" : " " + path) + ": " + message(locale);
    }

    /** File, line and column as editors and terminals understand them: {@code vertical.yaml:12:5}. */
    public String place() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "");
    }

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
