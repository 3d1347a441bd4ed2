package org.clientele.notification.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.Formats;
import org.clientele.frontend.Icon;
import org.clientele.notification.Notification;
import org.clientele.notification.Notifications;

/** What the user was told of, the newest first: each leads to where it happened, and is read then. */
final class NotificationList extends Div {
    private static final int MOST = 30;

    /** Only dates are written. */
    private static final String ANY_CURRENCY = "USD";

    private final transient Notifications notifications;
    private final transient NotificationWords words;
    private final transient Clock clock;
    private final transient Runnable close;

    /** @param close is called when a link was followed */
    NotificationList(Notifications notifications, NotificationWords words, Clock clock, Runnable close) {
        this.notifications = notifications;
        this.words = words;
        this.clock = clock;
        this.close = close;
        addClassName("notifications");
    }

    /** Reads it anew. */
    void refresh() {
        removeAll();
        List<Notification> told = notifications.newest(MOST);
        add(head(told.stream().anyMatch(Notification::unread)));
        if (told.isEmpty()) {
            Paragraph none = new Paragraph(getTranslation("notification.none"));
            none.addClassName("caption");
            add(none);
        } else {
            UnorderedList list = new UnorderedList();
            list.addClassName("list");
            Locale locale = UI.getCurrent().getLocale();
            told.forEach(one -> list.add(item(one, locale)));
            add(list);
        }
        Anchor settings = link(NotificationNavigation.SETTINGS, getTranslation("notification.settings"));
        settings.addClassName("caption");
        settings.getElement().addEventListener("click", click -> close.run());
        add(settings);
    }

    private Div head(boolean unread) {
        H2 title = new H2(getTranslation("notification.title"));
        title.addClassName("card-title");
        Div head = new Div(title);
        head.addClassNames("row", "row-apart");
        if (unread) {
            Button all = new Button(getTranslation("notification.read-all"), click -> {
                notifications.readAll();
                refresh();
            });
            all.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
            head.add(all);
        }
        return head;
    }

    private ListItem item(Notification told, Locale locale) {
        String title = words.title(told, locale);
        Anchor link = link(NotificationWords.path(told), title);
        link.addClassName("list-item-title");
        link.getElement().addEventListener("click", click -> {
            notifications.read(told.id());
            close.run();
        });
        Div body = new Div(link);
        body.addClassName("list-item-body");
        String detail = words.detail(told, locale);
        if (!detail.isEmpty()) {
            body.add(detail(detail));
        }
        body.add(detail(new Formats(locale, ANY_CURRENCY).dateTime(told.at(), clock.getZone()) + " · "
                + words.vertical(told, locale)));
        ListItem item = new ListItem(NotificationWords.icon(told.kind()).create(), body);
        item.addClassName("list-item");
        if (told.unread()) {
            item.addClassName("unread");
            item.add(read(told, title));
        }
        return item;
    }

    private Button read(Notification told, String title) {
        Button read = new Button(Icon.CHECK.create(), click -> {
            notifications.read(told.id());
            refresh();
        });
        read.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        read.setAriaLabel(getTranslation("notification.read", title));
        read.setTooltipText(getTranslation("notification.read.short"));
        return read;
    }

    private static Span detail(String text) {
        Span detail = new Span(text);
        detail.addClassName("list-item-detail");
        return detail;
    }

    private static Anchor link(String path, String text) {
        Anchor link = new Anchor(path, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
