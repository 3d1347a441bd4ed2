package org.clientele.strategy;

import java.time.Instant;
import java.time.LocalDate;
import org.clientele.segment.SegmentName;

/**
 * A strategy whose plays become tasks.
 *
 * @param countedFrom the vertical's day from which on plays are due; those before are not made up for
 * @param startedBy display name
 */
public record RunningStrategy(SegmentName segment, LocalDate countedFrom, String startedBy, Instant startedAt) {}
