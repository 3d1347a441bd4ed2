package org.clientele.plugin;

import java.time.Instant;

/**
 * A version of a plugin that ran and can be gone back to.
 *
 * @param digest SHA-512 of its jar in hexadecimal
 * @param installedBy login of who took it
 * @param replacedAt when another version took its place
 */
public record KeptVersion(
        String pluginId,
        String version,
        String provider,
        Trust trust,
        String digest,
        Instant installedAt,
        String installedBy,
        Instant replacedAt) {}
