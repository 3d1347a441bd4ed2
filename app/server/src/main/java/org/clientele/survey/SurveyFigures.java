package org.clientele.survey;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The results of a survey.
 *
 * @param months by the month in which customers were asked
 * @param numbers how often each number was answered, by the place of the question
 * @param model the model of the segments; null: the vertical has none with one segment for each customer
 * @param segments by the segment in which customers are now, in the order of the model; those without any answer or invitation are left out
 */
public record SurveyFigures(
        SurveyTally whole,
        SortedMap<YearMonth, SurveyTally> months,
        Map<Integer, Map<Integer, Long>> numbers,
        @Nullable String model,
        List<OfSegment> segments) {
    public SurveyFigures {
        segments = List.copyOf(segments);
    }

    /** How many answered the question with the number. */
    public long answers(int question, int number) {
        return numbers.getOrDefault(question, Map.of()).getOrDefault(number, 0L);
    }

    /**
     * What the customers of a segment answered.
     *
     * @param segment its id; null: in none
     */
    public record OfSegment(@Nullable String segment, SurveyTally tally) {}
}
