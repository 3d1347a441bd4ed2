package org.clientele.plugins.definition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;

/** Texts are written, hold no markup, English is English, Chinese is punctuated as Chinese, and lists say the same in both languages. */
final class TextContract {
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/][^ ]{0,20}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}{1,20}");
    private static final Pattern HALF_WIDTH = Pattern.compile("\\p{IsHan}[,;:!?]");

    /** What the kit puts where somebody has to write a text. */
    private static final String UNFINISHED = "…";

    private final VerticalReader.Result.Valid vertical;
    private final Language language;

    /** A language of texts. */
    enum Language {
        ENGLISH("en", MessagesReader.ENGLISH, Locale.ENGLISH),
        CHINESE("zh-CN", MessagesReader.CHINESE, Locale.SIMPLIFIED_CHINESE);

        private final String tag;
        private final String file;
        private final Locale locale;

        Language(String tag, String file, Locale locale) {
            this.tag = tag;
            this.file = file;
            this.locale = locale;
        }

        String file() {
            return file;
        }

        Language other() {
            return this == ENGLISH ? CHINESE : ENGLISH;
        }
    }

    TextContract(VerticalReader.Result.Valid vertical, Language language) {
        this.vertical = vertical;
        this.language = language;
    }

    List<Finding> check(byte[] content) {
        Report report = new Report(language.file());
        MessagesFile file = MessagesFile.read(content, report);
        if (file == null) {
            return List.of();
        }
        Map<String, String> texts = new TreeMap<>(vertical.texts().byLanguage().getOrDefault(language.tag, Map.of()));
        texts.forEach((key, text) -> check(key, text, file, report));
        checkLists(vertical.definition(), file, report);
        return report.findings();
    }

    private void check(String key, String text, MessagesFile file, Report report) {
        if (text.equals(UNFINISHED)) {
            report.addAt(FindingKind.TEXT_UNFINISHED, line(key, file), 0, key, key, List.of());
        }
        find(MARKUP, FindingKind.TEXT_MARKUP, key, text, file, report);
        if (language == Language.ENGLISH) {
            find(HAN, FindingKind.TEXT_LANGUAGE, key, text, file, report);
        } else {
            find(HALF_WIDTH, FindingKind.TEXT_PUNCTUATION, key, text, file, report);
        }
    }

    private static void find(
            Pattern pattern, FindingKind kind, String key, String text, MessagesFile file, Report report) {
        Matcher matcher = pattern.matcher(text);
        if (matcher.find()) {
            report.addAt(kind, line(key, file), 0, key, matcher.group(), List.of());
        }
    }

    private void checkLists(VerticalDefinition definition, MessagesFile file, Report report) {
        definition.strategies().forEach(s -> checkLines(Texts.strategyActions(s.model(), s.segment()), file, report));
        definition.guides().forEach(guide -> checkLines(Texts.guideAdvice(guide.id()), file, report));
        ProgrammeDefinition programme = definition.programme();
        if (programme != null) {
            programme.tiers().forEach(tier -> checkLines(Texts.programmeBenefits(tier.id()), file, report));
        }
    }

    /** Reported once, in the second language. */
    private void checkLines(String key, MessagesFile file, Report report) {
        long lines = lines(key, language);
        long others = lines(key, language.other());
        if (language == Language.CHINESE && lines != others) {
            report.addAt(FindingKind.TEXT_LINES, line(key, file), 0, key, lines, List.of(String.valueOf(others)));
        }
    }

    private long lines(String key, Language of) {
        return vertical.texts().get(of.locale, key).lines().count();
    }

    private static int line(String key, MessagesFile file) {
        return file.lines().getOrDefault(key, 0);
    }
}
