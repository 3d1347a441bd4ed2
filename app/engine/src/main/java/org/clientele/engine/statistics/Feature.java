package org.clientele.engine.statistics;

import java.util.List;

/**
 * One property of many rows that an outcome is learnt from. Immutable when its source is; safe to share between threads.
 *
 * <p>An amount is missing where it is NaN or infinite. What is missing counts as a property of its own: whether it is missing may say as
 * much as the value.
 */
public sealed interface Feature {
    /** A name, unique among the features of a model. */
    String id();

    /**
     * A quantity.
     *
     * @param amounts its value for a row; NaN or infinite: missing
     */
    record Amount(String id, Amounts amounts) implements Feature {}

    /**
     * One of several values.
     *
     * @param levels the values
     * @param chosen the place in {@code levels} for a row, negative: missing
     */
    record Choice(String id, List<String> levels, Levels chosen) implements Feature {
        public Choice {
            levels = List.copyOf(levels);
        }
    }

    /** A quantity for each row. */
    @FunctionalInterface
    interface Amounts {
        double at(int row);
    }

    /** A place in a list for each row. */
    @FunctionalInterface
    interface Levels {
        int at(int row);
    }
}
