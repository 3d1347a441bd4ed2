package org.clientele.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as it applies.
 *
 * @param key id of the plugin's article; null of one that was written here, or that the plugin does not ship any more
 * @param own whether what applies was written here, and is not the plugin's
 * @param version number of the version that applies
 * @param author display name of whoever wrote that version
 * @param retired not shown any more, but kept
 * @param used how often somebody read it
 * @param helped how many readers said so
 * @param notHelped how many readers said that it did not
 */
public record Article(
        long id,
        @Nullable String key,
        boolean own,
        ArticleData data,
        int version,
        String author,
        Instant writtenAt,
        boolean retired,
        long used,
        long helped,
        long notHelped) {
    /** Whether it can be put back to what the plugin says. */
    public boolean isEdited() {
        return own && key != null;
    }
}
