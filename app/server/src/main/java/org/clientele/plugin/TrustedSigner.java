package org.clientele.plugin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate of the trust list. Jars signed by it, or by one that it issued for signing code, are trusted until it is revoked.
 *
 * @param addedBy login of the administrator
 * @param revocation null while it is trusted
 */
public record TrustedSigner(
        SignerCertificate certificate,
        Instant addedAt,
        String addedBy,
        @Nullable Revocation revocation) {
    /**
     * The end of trust, for good.
     *
     * @param by login of the administrator
     * @param reason why, in the administrator's words
     */
    public record Revocation(Instant at, String by, String reason) {}

    public boolean revoked() {
        return revocation != null;
    }

    public boolean expired(Instant now) {
        return certificate.validUntil().isBefore(now);
    }
}
