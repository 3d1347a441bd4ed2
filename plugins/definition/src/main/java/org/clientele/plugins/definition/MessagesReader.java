package org.clientele.plugins.definition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.plugins.api.ArticleDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/** Reads a vertical's texts and finds what is missing in a language. Stateless; may be called from any thread. */
public final class MessagesReader {
    /** The English texts. */
    public static final String ENGLISH = "messages.properties";

    /** The texts in Simplified Chinese. */
    public static final String CHINESE = "messages_zh_CN.properties";

    private MessagesReader() {}

    /**
     * Reads the texts of a vertical.
     *
     * @param english content of {@value #ENGLISH} in UTF-8, or null when there is no such file
     * @param chinese content of {@value #CHINESE} in UTF-8, or null when there is no such file
     */
    public static MessagesResult read(
            VerticalDefinition vertical, byte @Nullable [] english, byte @Nullable [] chinese) {
        Needed needed = new Needed(TextKeys.of(vertical), longest(vertical));
        List<Finding> findings = new ArrayList<>();
        Map<String, Map<String, String>> byLanguage = new LinkedHashMap<>();
        byLanguage.put("en", read(ENGLISH, english, needed, findings));
        byLanguage.put("zh-CN", read(CHINESE, chinese, needed, findings));
        return findings.isEmpty()
                ? new MessagesResult.Valid(new Texts.Bundles(byLanguage))
                : new MessagesResult.Invalid(findings);
    }

    /**
     * Texts of a file that nothing in the vertical uses; they do no harm, but often are a misspelt key. What stands below a screen's key
     * ({@code screen.board.title}) is for the plugin's code; {@code sample.farming} is a word of the sample recipe.
     */
    public static List<Finding> unused(VerticalDefinition vertical, String fileName, byte[] content) {
        Report report = new Report(fileName);
        MessagesFile file = MessagesFile.read(content, report);
        Map<String, String> needed = TextKeys.of(vertical);
        List<String> screens = vertical.screens().stream()
                .map(screen -> Texts.screen(screen.id()) + ".")
                .toList();
        if (file != null) {
            file.lines().forEach((key, line) -> {
                if (!needed.containsKey(key)
                        && !key.startsWith(Texts.SAMPLE)
                        && screens.stream().noneMatch(key::startsWith)) {
                    report.addAt(FindingKind.TEXT_UNUSED, line, 0, key, key, List.of());
                }
            });
        }
        return report.findings();
    }

    /**
     * What a language has to say.
     *
     * @param keys the JSON pointer of what needs the text, by the text's key
     * @param longest the most characters of a text, by its key; other texts are as long as they are
     */
    private record Needed(Map<String, String> keys, Map<String, Integer> longest) {}

    private static Map<String, Integer> longest(VerticalDefinition vertical) {
        Map<String, Integer> longest = new HashMap<>();
        for (ArticleDefinition article : vertical.articles()) {
            longest.put(Texts.article(article.id()), ArticleDefinition.TITLE_LENGTH);
            longest.put(Texts.articleText(article.id()), ArticleDefinition.TEXT_LENGTH);
        }
        return longest;
    }

    private static Map<String, String> read(
            String name, byte @Nullable [] content, Needed needed, List<Finding> findings) {
        Report report = new Report(name);
        if (content == null) {
            report.add(FindingKind.FILE_MISSING, "", name);
            findings.addAll(report.findings());
            return Map.of();
        }
        MessagesFile file = MessagesFile.read(content, report);
        if (file != null) {
            checkComplete(file, needed, report);
        }
        findings.addAll(report.findings());
        return file == null ? Map.of() : file.texts();
    }

    /** A missing text is reported where it would be added: behind the last line. */
    private static void checkComplete(MessagesFile file, Needed needed, Report report) {
        needed.keys().forEach((key, path) -> {
            String text = file.texts().get(key);
            if (text == null) {
                String line = key + "=…" + (path.isEmpty() ? "" : " (" + VerticalReader.DEFINITION + " " + path + ")");
                report.addAt(FindingKind.TEXT_MISSING, file.lastLine() + 1, 0, key, key, List.of(line));
            } else if (text.isBlank()) {
                report.addAt(FindingKind.TEXT_EMPTY, file.lines().getOrDefault(key, 0), 0, key, key, List.of());
            } else if (text.length() > needed.longest().getOrDefault(key, Integer.MAX_VALUE)) {
                report.addAt(
                        FindingKind.WRONG_LENGTH,
                        file.lines().getOrDefault(key, 0),
                        0,
                        key,
                        text.length(),
                        List.of("≤ " + needed.longest().get(key)));
            }
        });
    }
}
