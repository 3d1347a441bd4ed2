package org.clientele.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.clientele.plugins.api.RightDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What became of a vertical that is not there.
 *
 * @param nameEn what it was called, in English; plain text
 * @param nameZh what it was called, in Chinese; plain text
 * @param by name of who did it; empty when the portal did
 * @param reason why, in that person's words; null when he gave none
 * @param limits which roles might do an act in it; they go on counting for what is kept of it
 */
public record VerticalNotice(
        String verticalKey,
        Happened happened,
        String nameEn,
        String nameZh,
        String by,
        Instant at,
        @Nullable String reason,
        List<RightDefinition> limits) {
    public VerticalNotice {
        limits = List.copyOf(limits);
    }

    /** What was done. */
    public enum Happened {
        DISABLED,
        /** Disabled by the portal, because its code failed again and again. */
        FAILING,
        /** Uninstalled, its data kept. */
        UNINSTALLED,
        /** Uninstalled with all its data. */
        DELETED
    }

    /** What the vertical was called. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
}
