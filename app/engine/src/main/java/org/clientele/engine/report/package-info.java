/**
 * Tables and figures that a vertical declares over its customers: measures, breakdowns, periods, pivots and funnels, computed from a snapshot
 * in one walk or a few. Conditions are those of {@code Scope.member}: attributes, metrics and the segments of models.
 */
@NullMarked
package org.clientele.engine.report;

import org.jspecify.annotations.NullMarked;
