package org.clientele.reference;

import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ReferenceDefinition;

/** What a row of a reference is called: the text of its title's field, else its key. */
public final class ReferenceTitle {
    private ReferenceTitle() {}

    public static String of(ReferenceDefinition reference, ReferenceRow row) {
        String title = reference.title();
        return title != null && row.value(title) instanceof Value.Text(String text) && !text.isBlank()
                ? text
                : row.key();
    }
}
