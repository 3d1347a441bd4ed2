package org.clientele.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a case.
 *
 * @param actor display name, or null: the portal itself
 * @param before what it was, by the kind: a state's name, a person's name, a number
 * @param after what it became
 * @param note what somebody wrote about it, may be empty
 */
public record CaseEvent(
        long id,
        Instant at,
        @Nullable String actor,
        Kind kind,
        @Nullable String before,
        @Nullable String after,
        String note) {
    public static final int NOTE_LENGTH = 4_000;

    /** What was done. */
    public enum Kind {
        OPENED,
        STATE,
        OWNER,
        PRIORITY,
        TYPE,
        TEAM,
        TEXT,
        ANSWERED,
        NOTE,
        CONTACT,
        RELATED,
        UNRELATED,
        MERGED,
        TOOK_IN,
        ATTACHED,
        DETACHED,
        /** It has become late, or later. */
        ALERT,
        /** A step of a complaint was done. */
        STEP
    }
}
