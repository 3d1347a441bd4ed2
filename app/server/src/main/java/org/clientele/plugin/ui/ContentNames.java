package org.clientele.plugin.ui;

import java.util.Locale;
import java.util.Objects;
import org.clientele.plugin.ContentCount;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What activities and references of a vertical are called.
 *
 * @param texts the vertical's; null when nobody knows them any more, then ids stand for names
 */
record ContentNames(Texts.@Nullable Bundles texts) {
    /** The name of the activity or reference that is counted. */
    String of(Locale locale, ContentCount count) {
        String id = String.valueOf(count.id());
        String key = count.kind().startsWith(ContentCount.ACTIVITY) ? Texts.activity(id) : Texts.reference(id);
        return texts == null ? id : Objects.requireNonNullElse(texts.find(locale, key), id);
    }
}
