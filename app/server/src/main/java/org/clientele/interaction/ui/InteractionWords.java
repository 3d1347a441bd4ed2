package org.clientele.interaction.ui;

import java.util.function.BiFunction;
import org.clientele.interaction.Interaction;

/** How contacts read on the pages of other features. */
public final class InteractionWords {
    private final InteractionTexts texts;

    /** @param text a text by its key and arguments, in the reader's language */
    public InteractionWords(BiFunction<String, Object[], String> text) {
        texts = new InteractionTexts(text::apply);
    }

    /** "Phone, incoming — late delivery". */
    public String title(Interaction contact) {
        return texts.title(contact.data());
    }

    /** Who, outcome and satisfaction, as far as known. */
    public String detail(Interaction contact) {
        return texts.detail(contact);
    }
}
