package org.clientele.strategy;

import java.time.LocalDate;
import org.clientele.plugins.api.PlayDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A play for one customer.
 *
 * @param day when it is due next, or was due when it happens once; null when the day it is counted from is not known
 */
public record PlannedPlay(PlayDefinition play, @Nullable LocalDate day) {}
