package org.clientele.access.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import org.clientele.common.Problem;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Tone;

/** Says what went wrong or right, in the user's language. */
final class Remarks {
    private static final int MILLISECONDS = 4000;

    private Remarks() {}

    /** A place for remarks that takes no room while it is empty. */
    static Div place() {
        Div place = new Div();
        place.addClassName("remark");
        place.getElement().setAttribute("role", "alert");
        return place;
    }

    /** Shows the problem in a place kept for it, read out by screen readers. */
    static void show(Div place, Problem problem) {
        place.removeAll();
        place.add(new Banner(Tone.BAD, text(place, problem)));
    }

    static String text(Component where, Problem problem) {
        return where.getTranslation(problem.key(), problem.arguments());
    }

    /** Tells briefly that something was done. */
    static void done(String text) {
        Notification.show(text, MILLISECONDS, Notification.Position.BOTTOM_START);
    }

    static Anchor toLogin(Component where) {
        return new Anchor("login", where.getTranslation("access.link.to-login"));
    }
}
