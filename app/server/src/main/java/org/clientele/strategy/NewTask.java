package org.clientele.strategy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A task to be made.
 *
 * @param dueOn the day for whoever works on it
 * @param ownerId who does it, or null: whoever takes it
 */
public record NewTask(
        DuePlay due, LocalDate dueOn, @Nullable Long ownerId) {}
