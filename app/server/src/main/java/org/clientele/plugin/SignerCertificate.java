package org.clientele.plugin;

import java.time.Instant;
import java.util.Locale;

/**
 * What a person needs to know of a certificate. Names come from whoever made it: plain text, to be shown as text only.
 *
 * @param fingerprint SHA-256 of the certificate in lower-case hexadecimal
 * @param name common name, else organisation, else the whole subject
 * @param subject the whole subject as RFC 2253 writes it
 * @param issuer the whole issuer as RFC 2253 writes it
 * @param authority whether it may sign other certificates, so that trusting it trusts them too
 */
public record SignerCertificate(
        String fingerprint,
        String name,
        String subject,
        String issuer,
        Instant validFrom,
        Instant validUntil,
        boolean authority) {
    /** The fingerprint as {@code keytool} prints it: {@code 9A:1F:…}. */
    public String fingerprintInPairs() {
        return fingerprint.toUpperCase(Locale.ROOT).replaceAll("(..)(?=.)", "$1:");
    }

    public boolean selfSigned() {
        return subject.equals(issuer);
    }
}
