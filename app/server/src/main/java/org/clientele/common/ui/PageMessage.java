package org.clientele.common.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H1;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;

/** All that a page says, because there is nothing else to show: its title is the page's heading. */
public final class PageMessage extends EmptyState {
    public PageMessage(Icon icon, String title, String text, Component... actions) {
        super(icon, title, text, actions);
        H1 heading = new H1(title);
        heading.addClassName("empty-title");
        replace(getComponentAt(1), heading);
    }
}
