package org.clientele.engine.model;

import java.util.List;
import org.clientele.engine.column.Value;
import org.clientele.engine.condition.Check;
import org.clientele.engine.condition.Gap;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is in a segment, without language: ids and exact values, to be put into words by whoever shows it.
 *
 * @param model id of the model
 * @param segment id of the segment, or null when the customer is in none
 * @param checks the comparisons that decided; where a segment takes the rest, those that ruled the others out; for no segment also the
 *     values that are missing ({@code PRESENT} fails); empty for somebody who was no customer yet
 * @param best whether the segment is the model's best
 * @param better the nearest better segment that can be reached, and what is lacking; null when there is none
 * @param note what a plugin's code gave as reason, where the model is its own; else null
 */
public record Reason(
        String model,
        @Nullable String segment,
        List<Check> checks,
        boolean best,
        @Nullable Better better,
        @Nullable Note note) {
    public Reason {
        checks = List.copyOf(checks);
    }

    /** A reason that the portal itself computed. */
    public Reason(String model, @Nullable String segment, List<Check> checks, boolean best, @Nullable Better better) {
        this(model, segment, checks, best, better, null);
    }

    /**
     * A text of the plugin with values for its places.
     *
     * @param key id of one of the model's reasons
     * @param parts the values of {0}, {1} …
     */
    public record Note(String key, List<Part> parts) {
        public Note {
            parts = List.copyOf(parts);
        }

        /**
         * A value of a note.
         *
         * @param subject id of the attribute, metric or model that it is of, or one of the words below for a number computed by the code
         */
        public record Part(String subject, Value value) {
            /** Written as it is. */
            public static final String PLAIN = "";
            /** A decimal in major units of the vertical's currency. */
            public static final String MONEY = "¤";
            /** A decimal from 0 to 1. */
            public static final String SHARE = "%";
            /** A whole number of days. */
            public static final String DAYS = "#";
        }
    }

    /**
     * A better segment.
     *
     * @param segment its id
     * @param gaps what is lacking, all of it needed; at least one
     */
    public record Better(String segment, List<Gap> gaps) {
        public Better {
            gaps = List.copyOf(gaps);
        }
    }
}
