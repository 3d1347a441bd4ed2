package org.clientele.plugin;

import java.time.Instant;

/**
 * A plugin whose jar the database keeps.
 *
 * @param digest SHA-512 of the jar in hexadecimal, as it was when it was taken
 * @param installedBy login of who took it
 */
public record InstalledPlugin(
        String id,
        String version,
        String provider,
        boolean enabled,
        Trust trust,
        String digest,
        Instant installedAt,
        String installedBy) {
    InstalledPlugin enabled(boolean now) {
        return new InstalledPlugin(id, version, provider, now, trust, digest, installedAt, installedBy);
    }
}
