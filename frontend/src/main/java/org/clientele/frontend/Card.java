package org.clientele.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** A card: optionally a head with title, hint and actions, then its content. */
public class Card extends Div {
    private final Div head = new Div();
    private final H2 title = new H2();
    private final Paragraph hint = new Paragraph();
    private final Div actions = new Div();

    public Card(Component... content) {
        addClassName("card");
        add(content);
    }

    public Card(String title, Component... content) {
        this();
        head.addClassName("card-head");
        this.title.addClassName("card-title");
        this.title.setText(title);
        head.add(this.title);
        add(head);
        add(content);
    }

    /** How to read what is in the card, beside the title. */
    public Card hint(String text) {
        requireHead();
        hint.addClassName("card-hint");
        hint.setText(text);
        if (hint.getParent().isEmpty()) {
            head.addComponentAtIndex(1, hint);
        }
        return this;
    }

    /** Links and small buttons at the end of the head. */
    public Card actions(Component... parts) {
        requireHead();
        actions.addClassName("card-actions");
        actions.add(parts);
        head.add(actions);
        return this;
    }

    /** No padding, for a grid or a list that fills the card. */
    public Card flush() {
        addClassName("card-flush");
        return this;
    }

    /** Marks the card in the accent colour: the next action, the chosen one. */
    public Card selected(boolean selected) {
        setClassName("card-selected", selected);
        return this;
    }

    @Override
    public void setTitle(String text) {
        requireHead();
        title.setText(text);
    }

    private void requireHead() {
        if (head.getParent().isEmpty()) {
            throw new IllegalStateException("this card has no head: create it with new Card(title, ...)");
        }
    }
}
