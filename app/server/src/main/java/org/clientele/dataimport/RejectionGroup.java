package org.clientele.dataimport;

import org.clientele.dataimport.Interpretation.Rejection;

/**
 * Rows rejected for the same reason in the same column.
 *
 * @param first the first of them
 */
public record RejectionGroup(Rejection first, long count) {}
