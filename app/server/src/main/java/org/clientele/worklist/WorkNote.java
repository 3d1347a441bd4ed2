package org.clientele.worklist;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was done with a piece of work, and what was said then.
 *
 * @param author display name
 * @param person to whom it was handed over, or null
 * @param personName display name of that person
 * @param day to which it was put off, or null
 */
public record WorkNote(
        long id,
        long customerId,
        String kind,
        String key,
        long authorId,
        String author,
        Instant at,
        WorkAct.Kind act,
        @Nullable WorkOutcome outcome,
        @Nullable Long person,
        @Nullable String personName,
        @Nullable LocalDate day,
        String note) {}
