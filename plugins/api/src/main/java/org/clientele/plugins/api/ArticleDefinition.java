package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A short article that answers what comes up at work. Its title ({@link Texts#article}) and its Markdown ({@link Texts#articleText}) are texts.
 * It is shown by itself where all that it names holds; with nothing named it is found by searching alone.
 *
 * @param id lower case, {@code [a-z][a-z0-9_]{0,39}}, unique in the vertical
 * @param segments shown for members of one of them; empty: the segment does not matter
 * @param cases shown beside cases of one of these types; empty: cases do not matter
 * @param guides ids of guides, shown for customers for whom one of them is; empty: guides do not matter
 * @param source id of where it comes from ({@link Texts#source}), or null
 */
public record ArticleDefinition(
        String id,
        List<Segment> segments,
        List<CaseType> cases,
        List<String> guides,
        @Nullable String source) {
    /** The most characters of a title. */
    public static final int TITLE_LENGTH = 150;

    /** The most characters of an article in a language. */
    public static final int TEXT_LENGTH = 8_000;

    public ArticleDefinition {
        segments = List.copyOf(segments);
        cases = List.copyOf(cases);
        guides = List.copyOf(guides);
    }

    /**
     * A segment of a model.
     *
     * @param model id of a model of the vertical
     * @param segment id of a segment of that model
     */
    public record Segment(String model, String segment) {}

    /** What a case is about. */
    public enum CaseType {
        COMPLAINT,
        /** Something that should run does not. */
        OUTAGE,
        REPAIR,
        REFUND,
        ENQUIRY,
        /** Damages are claimed. */
        CLAIM
    }
}
