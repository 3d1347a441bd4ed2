package org.clientele.interaction;

import java.time.Instant;
import java.time.LocalDate;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes down about a contact; cannot hold what the portal would not keep.
 *
 * @param subject 1–200 characters
 * @param notes at most 8,000 characters, may be empty
 * @param satisfaction 1 (worst) to 10 (best), or null: not asked
 * @param followUpOn the day to come back to it, or null
 */
public record InteractionData(
        Instant happenedAt,
        Channel channel,
        Direction direction,
        String subject,
        String notes,
        @Nullable Outcome outcome,
        @Nullable Integer satisfaction,
        @Nullable LocalDate followUpOn) {
    public static final int SUBJECT_LENGTH = 200;
    public static final int NOTES_LENGTH = 8_000;
    public static final int BEST_SATISFACTION = 10;

    public InteractionData {
        subject = subject.strip();
        notes = notes.strip();
        if (subject.isEmpty()) {
            throw new Problem("interaction.problem.subject.empty");
        }
        if (subject.length() > SUBJECT_LENGTH) {
            throw new Problem("interaction.problem.subject.long", subject.length(), SUBJECT_LENGTH);
        }
        if (notes.length() > NOTES_LENGTH) {
            throw new Problem("interaction.problem.notes.long", notes.length(), NOTES_LENGTH);
        }
        if (satisfaction != null && (satisfaction < 1 || satisfaction > BEST_SATISFACTION)) {
            throw new Problem("interaction.problem.satisfaction", satisfaction, BEST_SATISFACTION);
        }
    }
}
