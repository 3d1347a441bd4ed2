/**
 * Groups of customers that are alike: k-means over standardised columns, how many groups and how stable, what distinguishes them, and rules that
 * reproduce them. Pure Java over primitive arrays.
 *
 * <p>Same rows, same seed: same groups, whatever the order of the rows, the unit of a column or the number of processors.
 */
@NullMarked
package org.clientele.engine.cluster;

import org.jspecify.annotations.NullMarked;
