package org.clientele.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;

/** The root of every view: a header, then cards in {@link Columns}, {@link Tiles} or alone. */
public class Page extends Main {
    public Page(Component... parts) {
        addClassName("page");
        add(parts);
    }
}
