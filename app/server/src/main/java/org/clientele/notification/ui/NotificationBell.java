package org.clientele.notification.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.time.Clock;
import org.clientele.common.Announcements;
import org.clientele.frontend.Icon;
import org.clientele.notification.Notifications;
import org.clientele.notification.NotificationsChanged;
import org.jspecify.annotations.Nullable;

/** The bell with the number of what is unread; opens what the user was told of. Follows what happens, on whichever node. */
final class NotificationBell extends Div {
    private final transient Notifications notifications;
    private final transient Announcements announcements;
    private final long user;
    private final Button button = new Button(Icon.BELL.create());
    private final Span count = new Span();
    private final Popover popover = new Popover();
    private final NotificationList list;
    private transient Announcements.@Nullable Subscription subscription;

    NotificationBell(
            Notifications notifications, NotificationWords words, long user, Announcements announcements, Clock clock) {
        this.notifications = notifications;
        this.announcements = announcements;
        this.user = user;
        list = new NotificationList(notifications, words, clock, popover::close);
        addClassName("bell");
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setTooltipText(getTranslation("notification.title"));
        count.addClassName("bell-count");
        count.getElement().setAttribute("aria-hidden", "true");
        popover.setTarget(button);
        popover.setPosition(PopoverPosition.BOTTOM_END);
        popover.setAriaLabel(getTranslation("notification.title"));
        popover.add(list);
        popover.addOpenedChangeListener(change -> {
            if (change.isOpened()) {
                list.refresh();
            }
        });
        add(button, count, popover);
        refresh();
    }

    private void refresh() {
        int unread = notifications.unread();
        String number = unread < Notifications.MOST ? Integer.toString(unread) : Notifications.MOST - 1 + "+";
        count.setText(number);
        count.setVisible(unread > 0);
        button.setAriaLabel(getTranslation("notification.bell", number, unread));
        if (popover.isOpened()) {
            list.refresh();
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = announcements.listen(NotificationsChanged.class, change -> ui.access(() -> follow(change)));
    }

    private void follow(NotificationsChanged change) {
        if (change.concerns(user)) {
            refresh();
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }
}
