package org.clientele.frontend;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Keeps the room of what is loading. */
public class Skeleton extends Div {
    private Skeleton(int bars) {
        addClassName("skeleton");
        getElement().setAttribute("aria-hidden", "true");
        for (int i = 0; i < bars; i++) {
            add(new Span());
        }
    }

    public static Skeleton lines(int count) {
        return new Skeleton(count);
    }

    public static Skeleton chart() {
        Skeleton skeleton = new Skeleton(1);
        skeleton.addClassName("skeleton-chart");
        return skeleton;
    }
}
