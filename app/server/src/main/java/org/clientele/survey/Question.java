package org.clientele.survey;

import java.util.List;
import org.clientele.common.Wording;

/**
 * Something that is asked.
 *
 * @param required whether the survey cannot be sent without an answer to it
 * @param most the highest number of a scale; 0 for other kinds
 * @param options the answers to choose from; none for other kinds
 */
public record Question(QuestionKind kind, Wording text, boolean required, int most, List<Wording> options) {
    public static final int BEST_NPS = 10;
    public static final int BEST_CSAT = 5;
    public static final int LONGEST_SCALE = 10;
    public static final int SHORTEST_SCALE = 2;

    public Question {
        options = List.copyOf(options);
    }

    /** A question that needs nothing but its text. */
    public static Question of(QuestionKind kind, Wording text, boolean required) {
        return new Question(kind, text, required, 0, List.of());
    }

    /** The lowest number that answers it. */
    public int lowest() {
        return switch (kind) {
            case NPS, CHOICE, TEXT -> 0;
            case CSAT, SCALE -> 1;
        };
    }

    /** The highest number that answers it; of a choice the last one's place; below the lowest where no number does. */
    public int highest() {
        return switch (kind) {
            case NPS -> BEST_NPS;
            case CSAT -> BEST_CSAT;
            case SCALE -> most;
            case CHOICE -> options.size() - 1;
            case TEXT -> -1;
        };
    }
}
