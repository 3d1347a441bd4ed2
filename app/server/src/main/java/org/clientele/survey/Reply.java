package org.clientele.survey;

import org.jspecify.annotations.Nullable;

/**
 * What was answered to a question.
 *
 * @param question its place in the survey, from 0
 * @param number what was chosen; null where the answer is a text
 * @param text what was written; null where the answer is a number
 */
public record Reply(
        int question, @Nullable Integer number, @Nullable String text) {
    public static Reply of(int question, int number) {
        return new Reply(question, number, null);
    }

    public static Reply of(int question, String text) {
        return new Reply(question, null, text);
    }
}
