package org.clientele.frontend;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A short word in a pill; with a tone it carries a dot of that colour before the word. */
public class Tag extends Span {
    public Tag(String text) {
        super(text);
        addClassName("tag");
    }

    public Tag(String text, @Nullable String tone) {
        this(text);
        Tone.set(this, tone);
    }
}
