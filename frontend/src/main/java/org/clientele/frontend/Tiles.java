package org.clientele.frontend;

import com.vaadin.flow.component.html.Div;

/** A row of key figures, two in a row on a phone. */
public class Tiles extends Div {
    public Tiles(KeyFigure... figures) {
        addClassName("tiles");
        add(figures);
    }
}
