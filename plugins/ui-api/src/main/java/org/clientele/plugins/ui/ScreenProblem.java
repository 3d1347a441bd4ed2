package org.clientele.plugins.ui;

/** Something the reader of a screen can understand and mend; thrown by a screen, its text is shown and counts as no failure. */
public final class ScreenProblem extends RuntimeException {
    /** @param text in the reader's language ({@link ScreenContext#text}); plain text */
    public ScreenProblem(String text) {
        super(text);
    }
}
