package org.clientele.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;

/** What happened, newest first. */
public class Timeline extends UnorderedList {
    public Timeline() {
        addClassName("timeline");
    }

    /** Adds an entry at the end. Actions stand at its end; tone colours the icon. */
    public Timeline entry(
            String date, Icon icon, @Nullable String tone, String title, String detail, Component... actions) {
        add(item(date, icon, tone, title, detail, actions));
        return this;
    }

    /** An entry to be placed by the caller, for instance first when something happened just now. */
    public static ListItem item(
            String date, Icon icon, @Nullable String tone, String title, String detail, Component... actions) {
        Span when = styled(new Span(date), "timeline-date");
        Span sign = styled(new Span(icon.create()), "timeline-icon");
        if (tone != null) {
            Tone.set(sign, tone);
        }
        Div body = new Div(styled(new Div(title), "timeline-title"));
        if (!detail.isEmpty()) {
            body.add(styled(new Div(detail), "timeline-detail"));
        }
        ListItem item = new ListItem(when, sign, body);
        item.addClassName("timeline-item");
        item.add(actions);
        return item;
    }

    private static <T extends Component> T styled(T component, String className) {
        component.addClassName(className);
        return component;
    }
}
