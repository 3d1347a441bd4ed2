/**
 * Segments beside each other: what differs and how much, who moved, who overlaps, who stays; and weights that data give themselves. Pure Java over
 * columns; all results are immutable records that may be shared between threads.
 */
@NullMarked
package org.clientele.engine.comparison;

import org.jspecify.annotations.NullMarked;
