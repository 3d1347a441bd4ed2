package org.clientele.segment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A model that consultants made in the portal, as it is stored.
 *
 * @param definition what it was made as, as {@link OwnModelCodec} writes it; what is set in it stands in its versions
 * @param texts its names by language and key, as {@link OwnModelCodec} writes them
 * @param author login of whoever made it
 * @param deletedAt since when it is deleted, or null
 */
public record StoredModel(
        String model,
        String definition,
        String texts,
        String author,
        Instant createdAt,
        @Nullable Instant deletedAt) {
    boolean isDeleted() {
        return deletedAt != null;
    }

    StoredModel with(String otherDefinition, String otherTexts) {
        return new StoredModel(model, otherDefinition, otherTexts, author, createdAt, deletedAt);
    }
}
