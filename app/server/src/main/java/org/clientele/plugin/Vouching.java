package org.clientele.plugin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who vouches for a jar.
 *
 * @param trust {@link Trust#BUNDLED}, {@link Trust#SIGNED} or {@link Trust#DEVELOPER}
 * @param signer who signed it, whether trusted or not; null when nobody did
 * @param doubt why nobody vouches for it; null unless {@link Trust#DEVELOPER}
 */
public record Vouching(
        Trust trust, @Nullable SignedBy signer, @Nullable RefusedProblem doubt) {
    static final Vouching BUNDLED = new Vouching(Trust.BUNDLED, null, null);

    /**
     * The signer of a jar.
     *
     * @param certificate the signer's own certificate
     * @param trustedAs the certificate of the trust list that vouches: the signer's own or an issuer's; null when none does
     * @param signedAt when an authority that is believed saw the signature; null when nobody says
     */
    public record SignedBy(
            SignerCertificate certificate,
            @Nullable SignerCertificate trustedAs,
            @Nullable Instant signedAt) {}
}
