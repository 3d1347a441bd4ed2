/**
 * What purchase histories say of customers who never tell that they leave: how often they still buy, whether they still do, what they spend
 * and what they are worth. Pure Java over whole days; builds on {@code column} and {@code numeric} only.
 *
 * <p>Words: {@code repeats} are the days after the first one on which a customer bought; the {@code age} of a customer runs from the first
 * purchase to the day of observation; times are weeks, fractions included. Money is in major units.
 */
@NullMarked
package org.clientele.engine.lifetime;

import org.jspecify.annotations.NullMarked;
