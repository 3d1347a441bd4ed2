package org.clientele.plugin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the trust list, with the certificate as the database keeps it. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ListedCertificate(
        byte[] encoded, Instant addedAt, String addedBy, TrustedSigner.@Nullable Revocation revocation) {}
