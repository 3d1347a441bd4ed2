package org.clientele.plugins.ui;

/** What a colour says. */
public enum ScreenTone {
    NEUTRAL,
    GOOD,
    WARNING,
    BAD,
    INFO
}
