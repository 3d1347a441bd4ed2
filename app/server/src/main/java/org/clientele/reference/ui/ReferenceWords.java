package org.clientele.reference.ui;

import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.Formats;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.ReferenceDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.reference.ReferenceRow;

/** How rows of references are written in a language. */
public final class ReferenceWords {
    private final Vertical vertical;
    private final Locale locale;
    private final VerticalFormats written;

    public ReferenceWords(Vertical vertical, Locale locale) {
        this.vertical = vertical;
        this.locale = locale;
        this.written = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
    }

    String name(ReferenceDefinition reference) {
        return vertical.text(locale, Texts.reference(reference.id()));
    }

    String field(ReferenceDefinition reference, ActivityField field) {
        return vertical.text(locale, Texts.referenceField(reference.id(), field.id()));
    }

    /** A value with its unit; a dash where there is none. */
    String value(ReferenceDefinition reference, ActivityField field, ReferenceRow row) {
        return written.value(reference, field, row.value(field.id()));
    }

    /** What is known of a row besides its title, in the order of the fields: "Riverside, villa, 4, ¥3,200,000". */
    public String details(ReferenceDefinition reference, ReferenceRow row) {
        List<String> parts = reference.fields().stream()
                .filter(field -> !field.id().equals(reference.title())
                        && !row.value(field.id()).isMissing())
                .map(field -> value(reference, field, row))
                .toList();
        return String.join(" · ", parts);
    }

    Formats formats() {
        return written.formats();
    }
}
