/**
 * Metrics: a column per declared metric, computed from activities as of a date, exactly as
 * {@link org.clientele.plugins.api.MetricDefinition.Aggregate} says.
 */
@NullMarked
package org.clientele.engine.metric;

import org.jspecify.annotations.NullMarked;
