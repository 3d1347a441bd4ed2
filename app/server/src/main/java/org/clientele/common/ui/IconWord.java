package org.clientele.common.ui;

import com.vaadin.flow.component.html.Span;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Tone;

/** A word with a coloured icon before it: the word says everything, the icon and its colour help to find it. */
public final class IconWord extends Span {
    public IconWord(Icon icon, String word, String tone) {
        addClassName("icon-word");
        Tone.set(this, tone);
        add(icon.create(), new Span(word));
    }
}
