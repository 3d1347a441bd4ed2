package org.clientele.plugins.definition;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A {@code .properties} file in UTF-8 that knows its lines.
 *
 * @param texts the texts by key, in the order of the file
 * @param lines the line of each key, 1-based
 * @param lastLine number of lines
 */
record MessagesFile(Map<String, String> texts, Map<String, Integer> lines, int lastLine) {

    /** The file, or null when the report says why there is none. */
    static @Nullable MessagesFile read(byte[] bytes, Report report) {
        if (bytes.length > DefinitionReader.MAX_BYTES) {
            report.add(FindingKind.FILE_TOO_LARGE, "", bytes.length, String.valueOf(DefinitionReader.MAX_BYTES));
            return null;
        }
        try {
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(content, report);
        } catch (CharacterCodingException e) {
            report.addAt(FindingKind.NOT_UTF8, Utf8.firstBadLine(bytes), 0, "", "", List.of());
            return null;
        }
    }

    private static @Nullable MessagesFile parse(String content, Report report) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        // One line more than there may be is enough to know.
        List<String> physical =
                content.lines().limit(DefinitionReader.MAX_VALUES + 1L).toList();
        if (physical.size() > DefinitionReader.MAX_VALUES) {
            String most = String.valueOf(DefinitionReader.MAX_VALUES);
            report.addAt(FindingKind.TOO_MANY_VALUES, physical.size(), 0, "", physical.size(), List.of(most));
            return null;
        }
        int line = 0;
        while (line < physical.size()) {
            int first = line;
            boolean comment = isComment(physical.get(line));
            StringBuilder logical = new StringBuilder(physical.get(line++));
            while (!comment && continues(physical.get(line - 1)) && line < physical.size()) {
                logical.setLength(logical.length() - 1);
                if (start(logical) == logical.length()) {
                    break;
                }
                logical.append(stripLeading(physical.get(line++)));
            }
            if (!comment && start(logical) < logical.length()) {
                take(logical.toString(), first + 1, texts, lines, report);
            }
        }
        return new MessagesFile(texts, lines, physical.size());
    }

    private static void take(
            String logical, int line, Map<String, String> texts, Map<String, Integer> lines, Report report) {
        PropertyLine entry = PropertyLine.parse(logical);
        if (entry == null) {
            report.addAt(FindingKind.TEXT_MALFORMED, line, 0, "", logical, List.of());
        } else if (texts.putIfAbsent(entry.key(), entry.value()) != null) {
            report.addAt(FindingKind.DUPLICATE_KEY, line, 0, entry.key(), entry.key(), List.of());
        } else {
            lines.put(entry.key(), line);
        }
    }

    private static boolean isComment(String line) {
        String start = stripLeading(line);
        return start.startsWith("#") || start.startsWith("!");
    }

    /** A line that is no comment goes on when it ends with an odd number of backslashes. */
    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static String stripLeading(String line) {
        return line.substring(start(line));
    }

    /** Where the line starts behind what the format takes for spaces, which is less than what Java does. */
    private static int start(CharSequence line) {
        int start = 0;
        while (start < line.length() && PropertyLine.isSpace(line.charAt(start))) {
            start++;
        }
        return start;
    }
}
