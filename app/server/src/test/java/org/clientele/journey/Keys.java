package org.clientele.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Somebody at the keyboard who has no mouse; counts the strokes that are no typed characters. */
final class Keys {
    private static final int MANY = 80;

    private final Page page;
    private int strokes;

    Keys(Page page) {
        this.page = page;
    }

    void press(String key) {
        page.keyboard().press(key);
        strokes++;
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes on with Tab, once, which must lead to a field. */
    void tabInto(Locator field) {
        press("Tab");
        assertThat(field).isFocused();
    }

    /** Goes on until something has the focus. */
    void goTo(String key, Locator wanted) {
        for (int pressed = 0; pressed < MANY && !holdsFocus(wanted); pressed++) {
            press(key);
        }
        assertThat(wanted).isFocused();
    }

    private static boolean holdsFocus(Locator wanted) {
        return (Boolean) wanted.evaluate("element => element === document.activeElement");
    }

    int strokes() {
        return strokes;
    }

    void startCounting() {
        strokes = 0;
    }
}
