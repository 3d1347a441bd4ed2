/**
 * The mathematics that models share: special functions, quadrature, small linear systems, a maximiser and sums in blocks. Stateless over
 * primitive arrays; results do not depend on the number of processors.
 */
@NullMarked
package org.clientele.engine.numeric;

import org.jspecify.annotations.NullMarked;
