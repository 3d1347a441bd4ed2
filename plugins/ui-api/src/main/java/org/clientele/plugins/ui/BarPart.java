package org.clientele.plugins.ui;

/**
 * A part of a bar ({@link ScreenParts#bar}).
 *
 * @param amount how much of the bar it takes, in relation to the other parts; 0 or more
 * @param tone its colour
 */
public record BarPart(long amount, ScreenTone tone) {
    public BarPart {
        if (amount < 0) {
            throw new IllegalArgumentException("A part of a bar is 0 or more, found " + amount);
        }
    }
}
