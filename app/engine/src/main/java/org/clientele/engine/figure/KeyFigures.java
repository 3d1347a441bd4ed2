package org.clientele.engine.figure;

/**
 * The key figures of a period, see the methods of {@link ActivityFigures} of the same names.
 *
 * @param customers customers at the end of the period
 * @param active customers with an activity in the period
 * @param revenue sum of the amounts
 * @param averageBasket revenue per event, returns excluded
 * @param repeatRate share of the active who come back
 */
public record KeyFigures(Figure customers, Figure active, Figure revenue, Figure averageBasket, Figure repeatRate) {}
