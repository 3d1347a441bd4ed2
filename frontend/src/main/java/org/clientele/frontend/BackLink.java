package org.clientele.frontend;

import com.vaadin.flow.component.html.Anchor;

/** Leads from a page to the one it belongs to; stands before the title. */
public class BackLink extends Anchor {
    /** @param label says where it leads */
    public BackLink(String href, String label) {
        super(href, Icon.ARROW_LEFT.create());
        addClassNames("neighbour", "no-print");
        getElement().setAttribute("router-link", true);
        getElement().setAttribute("aria-label", label);
        setTitle(label);
    }
}
