package org.clientele.plugin;

import java.util.Locale;
import org.clientele.common.Problem;
import org.clientele.plugin.Vouching.SignedBy;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A plugin as the Plugins screen shows it.
 *
 * @param id the plugin's id; of a jar that cannot be read, its file name
 * @param version empty when it cannot be read
 * @param provider empty when it cannot be read; plain text
 * @param digest SHA-512 in hexadecimal; empty when nobody has listed or taken the jar
 * @param signer who signed it; null when nobody did
 * @param content what it declares; null when it cannot be read
 * @param problem why it is not loaded, cannot be read, or needs attention although it works; else null
 * @param offer a jar of the catalogue folder that can be installed as this plugin or in its place; else null
 * @param manageable whether the user may install, enable and disable it
 */
public record PluginCard(
        String id,
        String version,
        String provider,
        State state,
        Trust trust,
        String digest,
        @Nullable SignedBy signer,
        @Nullable Content content,
        @Nullable Problem problem,
        @Nullable Offer offer,
        boolean manageable) {

    /** Whether a plugin's vertical is there. */
    public enum State {
        /** Lies in the catalogue folder and was never installed; {@link PluginCard#offer} is the jar, unless it was refused. */
        OFFERED,
        /** Came with the portal and was never enabled. */
        AVAILABLE,
        ENABLED,
        DISABLED,
        /** Enabled, or about to be, and cannot be loaded; {@link PluginCard#problem} says why. */
        FAILED
    }

    /** How a plugin fares. */
    public enum Health {
        GOOD,
        /** It works, or could; {@link PluginCard#problem} says what somebody should see to. */
        ATTENTION,
        FAILED
    }

    /** What a plugin that can be read declares. */
    public record Content(VerticalDefinition definition, Texts.Bundles texts) {
        /** Whether models, checks or screens of it are code. */
        public boolean hasCode() {
            return !DeclaredExtension.of(definition).isEmpty();
        }
    }

    /**
     * A jar of the catalogue folder.
     *
     * @param digest SHA-512 in hexadecimal, as it was when it was listed
     */
    public record Offer(String fileName, String digest, String version) {}

    public Health health() {
        if (problem == null) {
            return Health.GOOD;
        }
        boolean works = state == State.ENABLED || trust == Trust.REVOKED && state == State.DISABLED;
        return works ? Health.ATTENTION : Health.FAILED;
    }

    /** The vertical's name, or the id when it cannot be read. */
    public String name(Locale locale) {
        return content == null ? id : content.texts().get(locale, Texts.VERTICAL);
    }
}
