package org.clientele.stakeholder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.clientele.common.Problem;
import org.clientele.common.ui.Messages;
import org.clientele.frontend.Icon;

/** A short list in a card: a title, details and small buttons for each entry. */
final class Entries extends Div {
    Entries() {
        addClassName("list");
    }

    Div entry(String title, String detail, Button... buttons) {
        Span name = new Span(title);
        name.addClassName("list-item-title");
        Span more = new Span(detail);
        more.addClassName("list-item-detail");
        Div body = new Div(name, more);
        body.addClassName("list-item-body");
        Div item = new Div(body);
        item.addClassName("list-item");
        item.add(buttons);
        add(item);
        return item;
    }

    /** A small button that is only an icon; the label says what it does to what. */
    static Button small(Icon icon, String label, Runnable act) {
        Button button = new Button(icon.create(), click -> attempt(act));
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.addClassName("no-print");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    /** A problem is told, not thrown. */
    static void attempt(Runnable act) {
        try {
            act.run();
        } catch (Problem problem) {
            Messages.problem(problem);
        }
    }

    /** Says what is not there. */
    static Span none(String text) {
        Span none = new Span(text);
        none.addClassName("caption");
        return none;
    }
}
