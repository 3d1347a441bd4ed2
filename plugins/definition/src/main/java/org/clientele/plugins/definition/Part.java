package org.clientele.plugins.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a definition at its place.
 *
 * @param path JSON pointer of the part
 * @param report where its findings go
 * @param owner the key and word that decide what belongs to the part ({@code kind: report}); empty: none is named
 */
record Part(String path, Report report, List<String> owner) {
    Part(String path, Report report) {
        this(path, report, List.of());
    }

    /** The place of a value of the part. */
    String path(String key) {
        return path + "/" + key;
    }

    /** Whether a value is there and belongs there; reports a missing one that is needed and one that does not belong there. */
    boolean expect(String key, @Nullable Object value, boolean needed) {
        if (needed && value == null) {
            report.addAtKey(FindingKind.MISSING_KEY, path, key, List.of(key));
        }
        return allow(key, value, needed) && value != null;
    }

    /** Whether a value belongs there; reports one that does not. */
    boolean allow(String key, @Nullable Object value, boolean allowed) {
        if (!allowed && value != null) {
            report.addAtKey(FindingKind.NOT_ALLOWED_HERE, path(key), key, owner);
        }
        return allowed;
    }
}
