/** Whole journeys: the built portal in its own process, a real browser, real files. */
@NullMarked
package org.clientele.journey;

import org.jspecify.annotations.NullMarked;
