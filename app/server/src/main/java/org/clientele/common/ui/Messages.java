package org.clientele.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import org.clientele.common.Problem;
import org.clientele.frontend.Icon;

/** Short messages at the edge of the screen, in the person's language. */
public final class Messages {
    private static final int SHORT = 4_000;
    private static final int UNDO = 10_000;

    private Messages() {}

    /** Says that something worked. */
    public static void done(String text) {
        Notification notification = new Notification(new Span(text));
        notification.setDuration(SHORT);
        open(notification, NotificationVariant.SUCCESS);
    }

    /** Says that something worked and offers to take it back for ten seconds. */
    public static void done(String text, Runnable undo) {
        Notification notification = new Notification();
        notification.setDuration(UNDO);
        Button button = new Button(UI.getCurrent().getTranslation("common.undo"), click -> {
            notification.close();
            undo.run();
        });
        button.addThemeVariants(ButtonVariant.TERTIARY);
        notification.add(row(new Span(text), button));
        open(notification, NotificationVariant.SUCCESS);
    }

    /** Says what went wrong and what to do; stays until closed. */
    public static void problem(Problem problem) {
        problem(text(problem));
    }

    /** Says what went wrong and what to do; stays until closed. */
    public static void problem(String text) {
        Notification notification = new Notification();
        notification.setDuration(0);
        Button close = new Button(Icon.X.create(), click -> notification.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        close.setAriaLabel(UI.getCurrent().getTranslation("common.close"));
        notification.add(row(new Span(text), close));
        notification.setAssertive(true);
        open(notification, NotificationVariant.ERROR);
    }

    /** The problem's text in the person's language. */
    public static String text(Problem problem) {
        return UI.getCurrent().getTranslation(problem.key(), problem.arguments());
    }

    private static Component row(Component... parts) {
        Div row = new Div(parts);
        row.addClassName("row");
        return row;
    }

    private static void open(Notification notification, NotificationVariant variant) {
        notification.addThemeVariants(variant);
        notification.setPosition(Notification.Position.BOTTOM_CENTER);
        notification.open();
    }
}
