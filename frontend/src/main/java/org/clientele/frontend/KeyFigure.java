package org.clientele.frontend;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** One figure with its comparison and the place where its customers are. */
public class KeyFigure extends Anchor {
    /** What the comparison means, said by sign and words as well as by colour. */
    public enum Trend {
        GOOD,
        BAD,
        NEUTRAL
    }

    /** Which way the figure went. */
    public enum Direction {
        UP,
        DOWN,
        SAME
    }

    private final Span value = new Span();
    private final Span note = new Span();

    public KeyFigure(String label, String value) {
        addClassNames("card", "key-figure");
        Span caption = new Span(label);
        caption.addClassName("key-figure-label");
        this.value.addClassName("key-figure-value");
        note.addClassName("key-figure-note");
        add(caption, this.value, note);
        setValue(value);
    }

    public final void setValue(String text) {
        value.setText(text);
    }

    /** What the figure is in full, where it stands in short. */
    public KeyFigure exact(String text) {
        Shortened shortened = new Shortened(value.getText(), text);
        value.removeAll();
        value.add(shortened);
        return this;
    }

    /** A remark without judgement, such as the number of new customers. */
    public KeyFigure note(String text) {
        return note(text, Direction.SAME, Trend.NEUTRAL);
    }

    /** The comparison: its text (with unit and "vs last quarter"), which way it went, and whether that is good. */
    public KeyFigure note(String text, Direction direction, Trend trend) {
        note.setText(text);
        setAttribute("data-direction", direction == Direction.SAME ? "" : direction.name());
        setAttribute("data-trend", trend == Trend.NEUTRAL ? "" : trend.name());
        return this;
    }

    /** Where the customers behind the figure are listed. */
    public KeyFigure to(String href) {
        setHref(href);
        return this;
    }

    private void setAttribute(String attribute, String value) {
        if (value.isEmpty()) {
            note.getElement().removeAttribute(attribute);
        } else {
            note.getElement().setAttribute(attribute, value.toLowerCase(java.util.Locale.ROOT));
        }
    }
}
