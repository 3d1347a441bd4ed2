package org.clientele.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here yet: says why and what to do next. */
public class EmptyState extends Div {
    public EmptyState(Icon icon, String title, String text, Component... actions) {
        addClassName("empty");
        Paragraph heading = new Paragraph(title);
        heading.addClassName("empty-title");
        Paragraph explanation = new Paragraph(text);
        explanation.addClassName("empty-text");
        add(icon.create(), heading, explanation);
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("empty-actions");
            add(row);
        }
    }
}
