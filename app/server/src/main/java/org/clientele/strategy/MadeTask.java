package org.clientele.strategy;

import java.time.LocalDate;

/**
 * A task that was made, whatever became of it.
 *
 * @param plannedOn the day of the play, by the version that applied
 * @param countedFrom the day from which the play was counted
 */
public record MadeTask(long customerId, TaskPlay play, LocalDate plannedOn, LocalDate countedFrom) {}
