/**
 * Conditions and formulas, checked by {@code ConditionLanguage}, bound to columns and computed row by row.
 *
 * <p>Logic is Kleene's with three values: what uses a missing value is unknown, {@code false && unknown} is false, {@code true ||
 * unknown} is true, and an unknown condition does not hold. Numbers are 64-bit floats, money in major units; a comparison of one
 * column with a constant is exact in the column's own unit. A number that is not finite (division by zero, overflow) is missing.
 */
@NullMarked
package org.clientele.engine.condition;

import org.jspecify.annotations.NullMarked;
