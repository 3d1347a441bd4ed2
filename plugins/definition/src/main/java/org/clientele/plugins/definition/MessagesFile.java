package org.clientele.plugins.definition;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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

    private static MessagesFile parse(String content, Report report) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        List<String> physical = content.lines().toList();
        int line = 0;
        while (line < physical.size()) {
            int first = line;
            StringBuilder logical = new StringBuilder(physical.get(line++));
            while (continues(logical, physical.get(line - 1)) && line < physical.size()) {
                logical.append('\n').append(physical.get(line++));
            }
            for (Map.Entry<String, String> entry :
                    load(logical.toString(), first + 1, report).entrySet()) {
                if (texts.putIfAbsent(entry.getKey(), entry.getValue()) != null) {
                    report.addAt(FindingKind.DUPLICATE_KEY, first + 1, 0, entry.getKey(), entry.getKey(), List.of());
                }
                lines.putIfAbsent(entry.getKey(), first + 1);
            }
        }
        return new MessagesFile(texts, lines, physical.size());
    }

    /** A line goes on when it ends with an odd number of backslashes; comments never do. */
    private static boolean continues(CharSequence logical, String line) {
        String start = logical.toString().stripLeading();
        if (start.startsWith("#") || start.startsWith("!")) {
            return false;
        }
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static Map<String, String> load(String logical, int line, Report report) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(logical));
        } catch (IllegalArgumentException e) {
            report.addAt(FindingKind.TEXT_MALFORMED, line, 0, "", logical, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed", e);
        }
        Map<String, String> entries = new LinkedHashMap<>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        return entries;
    }
}
