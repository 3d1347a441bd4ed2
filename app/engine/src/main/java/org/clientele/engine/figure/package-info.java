/**
 * The figures of an overview: counts and sums for a period, each with the customers behind it, so that every mark can lead to them.
 */
@NullMarked
package org.clientele.engine.figure;

import org.jspecify.annotations.NullMarked;
