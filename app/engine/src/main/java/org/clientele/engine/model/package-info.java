/**
 * Models: which segment every customer is in as of a date, and why. Reasons are read off the objects that decided: the same scores,
 * thresholds and bound conditions, never a second copy of the logic.
 */
@NullMarked
package org.clientele.engine.model;

import org.jspecify.annotations.NullMarked;
