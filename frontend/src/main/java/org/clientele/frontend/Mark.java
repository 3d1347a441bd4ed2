package org.clientele.frontend;

import org.jspecify.annotations.Nullable;

/**
 * One mark of a chart: a bar, an area, a node.
 *
 * @param key what {@link Chart#addMarkClickListener} hands back
 * @param label the name shown
 * @param value its size, in whole units (money as a decimal amount: only used to draw)
 * @param text the value as people read it, with unit, in their language
 * @param colour a name of {@link Tone}; null: the chart chooses
 * @param exact the value in full, where the text is short; null: the text says it
 */
public record Mark(
        String key,
        String label,
        double value,
        String text,
        @Nullable String colour,
        @Nullable String exact) {
    /** A mark whose text says its value in full. */
    public Mark(String key, String label, double value, String text, @Nullable String colour) {
        this(key, label, value, text, colour, null);
    }
}
