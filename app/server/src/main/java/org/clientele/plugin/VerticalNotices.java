package org.clientele.plugin;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.VerticalNoticeDao;
import org.clientele.plugins.api.Texts;
import org.jspecify.annotations.Nullable;

/** Says what became of a vertical that is not there; whoever is signed in may know. */
public final class VerticalNotices {
    private static final int LONGEST_REASON = 500;

    private final VerticalNoticeDao notices;
    private final PluginLibrary library;
    private final Clock clock;

    VerticalNotices(VerticalNoticeDao notices, PluginLibrary library, Clock clock) {
        this.notices = notices;
        this.library = library;
        this.clock = clock;
    }

    /** What became of the vertical; empty when it was never there, or is there. */
    public Optional<VerticalNotice> find(String verticalKey) {
        return notices.find(verticalKey);
    }

    /** A notice to be kept with what it tells of. */
    VerticalNotice of(String id, VerticalNotice.Happened happened, String by, @Nullable String reason) {
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new Problem("plugin.problem.reason-too-long", LONGEST_REASON);
        }
        String given = reason == null || reason.isBlank() ? null : reason.strip();
        try {
            Texts.Bundles texts = library.look(id).texts();
            return new VerticalNotice(
                    id,
                    happened,
                    texts.get(Locale.ENGLISH, Texts.VERTICAL),
                    texts.get(Locale.SIMPLIFIED_CHINESE, Texts.VERTICAL),
                    by,
                    clock.instant(),
                    given);
        } catch (Problem unreadable) {
            return new VerticalNotice(id, happened, id, id, by, clock.instant(), given);
        }
    }
}
