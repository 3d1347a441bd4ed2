package org.clientele.plugin;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.VerticalNoticeDao;
import org.clientele.plugins.api.RightDefinition;
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
        PluginName name = name(id);
        return new VerticalNotice(id, happened, name.english(), name.chinese(), by, clock.instant(), given, limits(id));
    }

    /** Which roles might do an act, by the plugin that is going, or by the one that went before when it cannot be read. */
    private List<RightDefinition> limits(String id) {
        return content(id)
                .map(content -> content.definition().rights())
                .or(() -> find(id).map(VerticalNotice::limits))
                .orElse(List.of());
    }

    /** What the vertical is called, or was when it was there; its id when nobody knows any more. */
    PluginName name(String id) {
        return texts(id)
                .map(VerticalNotices::name)
                .or(() -> find(id).map(notice -> new PluginName(notice.nameEn(), notice.nameZh())))
                .orElseGet(() -> new PluginName(id, id));
    }

    /** The texts of the plugin that is installed or came with the portal. */
    Optional<Texts.Bundles> texts(String id) {
        return content(id).map(PluginPackage::texts);
    }

    private Optional<PluginPackage> content(String id) {
        try {
            return Optional.of(library.look(id));
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    static PluginName name(Texts.Bundles texts) {
        return new PluginName(
                texts.get(Locale.ENGLISH, Texts.VERTICAL), texts.get(Locale.SIMPLIFIED_CHINESE, Texts.VERTICAL));
    }
}
