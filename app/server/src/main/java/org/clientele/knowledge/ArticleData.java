package org.clientele.knowledge;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.cases.CaseType;
import org.clientele.common.Problem;
import org.clientele.common.Wording;
import org.clientele.segment.SegmentName;

/**
 * What an article says, and where it is shown by itself.
 *
 * @param text Markdown
 * @param segments shown to members of one of them; none: the segment does not matter
 * @param types shown beside cases of one of them; none: cases do not matter
 * @param guides ids of guide cards; shown to customers for whom one of them is; none: guides do not matter
 */
public record ArticleData(
        Wording title, Wording text, Set<SegmentName> segments, Set<CaseType> types, Set<String> guides) {
    public static final int TITLE_LENGTH = 150;
    public static final int TEXT_LENGTH = 8_000;

    public ArticleData {
        segments = Set.copyOf(segments);
        types = Set.copyOf(types);
        guides = Set.copyOf(guides);
    }

    /** Fails with a problem that says what is missing or too long. */
    void check() {
        if (title.isBlank() || text.isBlank()) {
            throw new Problem("knowledge.problem.empty");
        }
        if (title.length() > TITLE_LENGTH) {
            throw new Problem("knowledge.problem.title-long", title.length(), TITLE_LENGTH);
        }
        if (text.length() > TEXT_LENGTH) {
            throw new Problem("knowledge.problem.text-long", text.length(), TEXT_LENGTH);
        }
    }

    /** How well the words are found in it: 0 not, 1 somewhere in the text, 2 all in a title. */
    int hits(String words, Locale locale) {
        String[] wanted = words.strip().toLowerCase(locale).split("\\s+", -1);
        String titles = (title.english() + "\n" + title.chinese()).toLowerCase(locale);
        String texts = titles + "\n" + (text.english() + "\n" + text.chinese()).toLowerCase(locale);
        if (Stream.of(wanted).allMatch(titles::contains)) {
            return 2;
        }
        return Stream.of(wanted).allMatch(texts::contains) ? 1 : 0;
    }

    /** How much it asks for: the more, the better it fits where it fits. */
    int demands() {
        return (segments.isEmpty() ? 0 : 1) + (types.isEmpty() ? 0 : 1) + (guides.isEmpty() ? 0 : 1);
    }
}
