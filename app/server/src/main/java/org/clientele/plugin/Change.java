package org.clientele.plugin;

import org.jspecify.annotations.Nullable;

/**
 * What a plugin's next version does to one part of the vertical.
 *
 * @param textKey key of the part's name: in the next version's texts, or of what is removed in the present ones
 * @param ownerKey key of the name of what the part belongs to (a field's activity); null when it stands alone
 * @param before former type, id or number, as the kind says; null when the kind says it all
 * @param after type or id from now on; null when the kind says it all
 * @param rows how many rows of data are touched; 0 when none
 */
public record Change(
        Kind kind,
        Part part,
        String textKey,
        @Nullable String ownerKey,
        @Nullable String before,
        @Nullable String after,
        long rows) {
    /** What happens. */
    public enum Kind {
        ADDED,
        REMOVED,
        /** It keeps its data under a new id: {@code before} and {@code after} are ids. */
        RENAMED,
        /** Its data become of another type: {@code before} and {@code after} are names of field types. */
        RETYPED,
        /** An attribute is marked as personal data from now on. */
        PERSONAL,
        /** An attribute is personal data no longer, as after a roll back; whoever may not see those sees it from now on. */
        NOT_PERSONAL,
        /** Something else about it. */
        CHANGED
    }

    /** What it happens to. */
    public enum Part {
        ATTRIBUTE,
        ACTIVITY,
        REFERENCE,
        FIELD,
        METRIC,
        MODEL,
        STRATEGY,
        CHECK,
        GUIDE,
        REPORT,
        WORKFLOW,
        SCREEN,
        TILE,
        IMPORT,
        RIGHT,
        PROGRAMME,
        /** Wording: {@code before} is how many texts. */
        TEXTS,
        /** Classes: {@code before} is how many were added, removed or altered. */
        CODE
    }
}
