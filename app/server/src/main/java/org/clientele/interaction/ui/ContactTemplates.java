package org.clientele.interaction.ui;

import java.util.List;
import java.util.Locale;
import org.clientele.plugin.Vertical;

/** Texts that a contact can begin with. Every Spring bean of this type is asked. */
public interface ContactTemplates {
    /** Those of the vertical, in a language. */
    List<Template> of(Vertical vertical, Locale locale);

    /**
     * A text to begin with.
     *
     * @param subject what it is about
     * @param notes what to say
     */
    record Template(String subject, String notes) {}
}
