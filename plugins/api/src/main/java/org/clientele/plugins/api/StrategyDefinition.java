package org.clientele.plugins.api;

import org.jspecify.annotations.Nullable;

/**
 * What to do for a segment; its goal and actions are texts ({@link Texts#strategyGoal}, {@link Texts#strategyActions}).
 *
 * @param model id of a model of the vertical
 * @param segment id of a segment of that model
 * @param source id of where the strategy comes from ({@link Texts#source}), or null
 */
public record StrategyDefinition(
        String model, String segment, @Nullable String source) {}
