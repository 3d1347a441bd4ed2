package org.clientele.strategy;

import java.time.LocalDate;

/**
 * A customer who takes part in a measurement.
 *
 * @param day since when, as the vertical counts
 * @param stratum within which was drawn
 */
public record Enrolment(long customerId, LocalDate day, boolean heldOut, String stratum) {}
