package org.clientele.plugins.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to do for a segment; its goal and actions are texts ({@link Texts#strategyGoal}, {@link Texts#strategyActions}).
 *
 * @param model id of a model of the vertical
 * @param segment id of a segment of that model
 * @param source id of where the strategy comes from ({@link Texts#source}), or null
 * @param relationship Kotler's level of relationship, or null when it is left to the consultant
 * @param plays its dated steps, in order; may be empty
 */
public record StrategyDefinition(
        String model,
        String segment,
        @Nullable String source,
        @Nullable Relationship relationship,
        List<PlayDefinition> plays) {
    public StrategyDefinition {
        plays = List.copyOf(plays);
    }

    /** A strategy of words alone. */
    public StrategyDefinition(String model, String segment, @Nullable String source) {
        this(model, segment, source, null, List.of());
    }

    /** Kotler's five levels of relationship, from the loosest to the closest. */
    public enum Relationship {
        /** Sell only. */
        BASIC,
        /** The customer may call. */
        REACTIVE,
        /** The seller calls to check. */
        ACCOUNTABLE,
        /** The seller calls with improvements. */
        PROACTIVE,
        /** Continuous work together. */
        PARTNERSHIP
    }
}
