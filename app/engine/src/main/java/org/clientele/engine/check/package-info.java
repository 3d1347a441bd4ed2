/**
 * Checks: which customers a requirement of the vertical concerns, who meets it, who does not, and of whom nothing is recorded; what is
 * found comes from the conditions that decided.
 */
@NullMarked
package org.clientele.engine.check;

import org.jspecify.annotations.NullMarked;
