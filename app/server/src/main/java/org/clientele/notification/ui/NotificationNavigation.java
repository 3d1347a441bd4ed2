package org.clientele.notification.ui;

import com.vaadin.flow.component.Component;
import java.time.Clock;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.notification.Notifications;

/** How the frame of every page shows the bell. */
@org.springframework.stereotype.Component
public class NotificationNavigation {
    /** Where everybody sets how they are told. */
    public static final String SETTINGS = "account/notifications";

    /** Where administrators see how mail stands. */
    public static final String MAIL = "admin/mail";

    private final Notifications notifications;
    private final NotificationWords words;
    private final Rights rights;
    private final Announcements announcements;
    private final Clock clock;

    public NotificationNavigation(
            Notifications notifications,
            NotificationWords words,
            Rights rights,
            Announcements announcements,
            Clock clock) {
        this.notifications = notifications;
        this.words = words;
        this.rights = rights;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** A bell for one page. */
    public Component bell() {
        return new NotificationBell(notifications, words, rights.user().id(), announcements, clock);
    }
}
