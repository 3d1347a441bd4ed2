package org.clientele.plugin;

import java.util.Locale;
import org.clientele.common.Problem;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as the Plugins screen shows it.
 *
 * @param id the plugin's id; of a bundled jar that cannot be read, its file name
 * @param version empty when it cannot be read
 * @param provider empty when it cannot be read; plain text
 * @param digest SHA-512 in hexadecimal
 * @param content what it declares; null when it cannot be read
 * @param problem why it is not loaded or cannot be read; else null
 * @param manageable whether the user may enable and disable it
 */
public record PluginCard(
        String id,
        String version,
        String provider,
        State state,
        Trust trust,
        String digest,
        @Nullable Content content,
        @Nullable Problem problem,
        boolean manageable) {

    /** Whether a plugin's vertical is there. */
    public enum State {
        /** Came with the portal and was never enabled. */
        AVAILABLE,
        ENABLED,
        DISABLED,
        /** Enabled, or about to be, and cannot be loaded; {@link PluginCard#problem} says why. */
        FAILED
    }

    /** What a plugin that can be read declares. */
    public record Content(VerticalDefinition definition, Texts.Bundles texts) {}

    /** The vertical's name, or the id when it cannot be read. */
    public String name(Locale locale) {
        return content == null ? id : content.texts().get(locale, Texts.VERTICAL);
    }
}
