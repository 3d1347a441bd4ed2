package org.clientele.common.ui.condition;

import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * How many customers meet a condition, and where that is counted.
 *
 * @param found called on the workers; nothing where the condition compares what is hidden from the user
 */
public record ConditionCounts(Function<String, OptionalInt> found, Executor workers) {}
