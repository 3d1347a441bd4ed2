package org.clientele.frontend;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A remark above the content that stays until its cause is gone. */
public class Banner extends Div {
    public Banner(String tone, String text, Component... actions) {
        addClassName("banner");
        Tone.set(this, tone);
        Span message = new Span(text);
        message.addClassName("grow");
        add(iconFor(tone).create(), message);
        add(actions);
    }

    private static Icon iconFor(String tone) {
        return switch (tone) {
            case Tone.BAD -> Icon.CIRCLE_ALERT;
            case Tone.WARN -> Icon.TRIANGLE_ALERT;
            case Tone.GOOD -> Icon.CIRCLE_CHECK;
            default -> Icon.INFO;
        };
    }
}
