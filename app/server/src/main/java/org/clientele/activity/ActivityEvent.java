package org.clientele.activity;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One event of a customer's history: the rows of one document, or a row without document.
 *
 * @param activity id of the kind of activity
 * @param happenedAt the business's own time of the first row
 * @param document the document (invoice number), or null
 * @param lines number of rows
 * @param amountMinor sum of the amounts in minor units, or null when the activity carries none
 * @param title value of the title's field in the first row by text order, or null
 * @param otherTitles how many other titles the rows have
 * @param row id of the row stored last
 */
public record ActivityEvent(
        String activity,
        LocalDateTime happenedAt,
        @Nullable String document,
        int lines,
        @Nullable Long amountMinor,
        @Nullable String title,
        int otherTitles,
        long row) {
    /** The same with another title: the name of the row that it points to. */
    public ActivityEvent titled(String name) {
        return new ActivityEvent(activity, happenedAt, document, lines, amountMinor, name, otherTitles, row);
    }
}
