/**
 * The engine: from columns of customers and activities to metrics, segments with reasons, and figures.
 *
 * <p>How the packages meet: {@code column} holds the data, {@code metric} computes a column per metric as of a date, {@code model}
 * puts every customer into a segment, {@code check} says who meets what is required, {@code figure} counts and sums for the overview,
 * {@code query} filters, sorts and pages.
 * {@link org.clientele.engine.Snapshots} runs the first three for a vertical and a date and is where most callers begin.
 *
 * <p>Everything is pure Java over primitive arrays: no database, no portal. All results are immutable and may be shared between
 * threads. The same data and as-of date give the same result whatever the order in which rows arrive.
 */
@NullMarked
package org.clientele.engine;

import org.jspecify.annotations.NullMarked;
