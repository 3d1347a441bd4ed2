package org.clientele.plugin;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who signed a jar that was taken.
 *
 * @param certificate the signer's own, encoded
 * @param signedAt when an authority that is believed saw the signature; null when nobody says
 * @param chain fingerprints of the signer's certificate and its issuers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StoredSignature(byte[] certificate, @Nullable Instant signedAt, Set<String> chain) {}
