package org.clientele.portal.screen;

import com.vaadin.flow.component.UI;
import java.util.Locale;
import org.clientele.access.User;
import org.clientele.plugin.Vertical;

/**
 * One person's visit to a screen of a plugin. What the screen was given is of no use after it, so that nothing a plugin keeps hold of works
 * on.
 */
final class Visit {
    private final Vertical vertical;
    private final Locale locale;
    private final User user;
    private final UI ui;
    private volatile boolean over;

    Visit(Vertical vertical, UI ui, User user) {
        this.vertical = vertical;
        this.locale = ui.getLocale();
        this.ui = ui;
        this.user = user;
    }

    Vertical vertical() {
        return vertical;
    }

    String key() {
        return vertical.key();
    }

    Locale locale() {
        return locale;
    }

    User user() {
        return user;
    }

    UI ui() {
        return ui;
    }

    boolean isOver() {
        return over;
    }

    void end() {
        over = true;
    }

    /** @throws IllegalStateException when the visit is over */
    void require() {
        if (over) {
            throw new IllegalStateException("The visit to this screen is over; what it was given is not to be kept");
        }
    }
}
