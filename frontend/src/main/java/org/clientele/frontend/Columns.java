package org.clientele.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;

/** Cards side by side from 900 px on, one below the other on narrower screens. */
public class Columns extends Div {
    /** How the width is shared. */
    public enum Shape {
        TWO("columns-2"),
        /** The first a little wider, as on the overview. */
        THREE("columns-3"),
        THREE_EVEN("columns-3-even"),
        /** Content and a narrow column behind it. */
        MAIN_SIDE("columns-main-side"),
        /** What is to be seen first, the content, and more: the first and the last are one narrow column behind the content where there is room for it. */
        FIRST_MAIN_MORE("columns-first-main-more"),
        SIDE_MAIN("columns-side-main"),
        SIDE_MAIN_SIDE("columns-side-main-side");

        private final String className;

        Shape(String className) {
            this.className = className;
        }
    }

    public Columns(Shape shape, Component... columns) {
        addClassNames("columns", shape.className);
        add(columns);
    }

    /** Cards keep their own height instead of filling the row. */
    public Columns top() {
        addClassName("columns-top");
        return this;
    }

    /** The last column stays in sight while a longer one is read, as far as it fits the window. */
    public Columns following() {
        addClassName("columns-following");
        return this;
    }

    /** Several cards below each other in one column. */
    public static Div stack(Component... cards) {
        Div stack = new Div(cards);
        stack.addClassName("stack");
        return stack;
    }
}
