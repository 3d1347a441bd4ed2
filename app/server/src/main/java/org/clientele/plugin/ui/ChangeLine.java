package org.clientele.plugin.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import org.clientele.plugin.Obstacle;

/** One line of what another version does: a sign, what becomes of what, and how much data that is about. */
final class ChangeLine extends ListItem {
    ChangeLine(String sign, String tone, Span words) {
        Span mark = new Span(sign);
        mark.addClassNames("change-sign", tone);
        mark.getElement().setAttribute("aria-hidden", "true");
        words.addClassName("grow");
        add(mark, words);
    }

    /** @param name what it happens to */
    ChangeLine(String sign, String tone, String name, String effect) {
        this(sign, tone, new Span(strong(name), new Span(" " + effect)));
    }

    /** A field that would lose values. */
    static ChangeLine of(Obstacle obstacle, FieldNames names) {
        UI ui = UI.getCurrent();
        String effect = ui.getTranslation(
                "plugin.outlook.obstacle",
                ui.getTranslation("plugin.type." + obstacle.stored()),
                ui.getTranslation("plugin.type." + obstacle.declared()));
        return new ChangeLine("!", "bad", names.of(obstacle.owner(), obstacle.field()), effect)
                .count("plugin.values", obstacle.misfits());
    }

    /** Adds how many there are, unless there are none. */
    ChangeLine count(String text, long number) {
        if (number > 0) {
            Span count = new Span(getTranslation(text, number));
            count.addClassNames("num", "muted", "nowrap");
            add(count);
        }
        return this;
    }

    static Span strong(String name) {
        Span strong = new Span(name);
        strong.addClassName("strong");
        return strong;
    }
}
