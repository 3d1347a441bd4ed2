package org.clientele.frontend;

import com.vaadin.flow.component.html.Span;

/** A figure in short, such as $2.5M. Its exact value is told when the pointer rests on it, and read out by screen readers in its place. */
public class Shortened extends Span {
    public Shortened(String shown, String exact) {
        if (shown.equals(exact)) {
            setText(shown);
            return;
        }
        addClassName("shortened");
        setTitle(exact);
        Span brief = new Span(shown);
        brief.getElement().setAttribute("aria-hidden", "true");
        Span full = new Span(exact);
        full.addClassName("visually-hidden");
        add(brief, full);
    }
}
