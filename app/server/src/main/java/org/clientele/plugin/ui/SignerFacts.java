package org.clientele.plugin.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clientele.common.ui.Formats;
import org.clientele.frontend.Facts;
import org.clientele.plugin.SignerCertificate;

/** What a certificate says, and the fingerprint to compare. */
final class SignerFacts extends Facts {
    /** Dates only: no money is shown here. */
    private final Formats formats = new Formats(getLocale(), "CNY");

    SignerFacts(SignerCertificate certificate) {
        fact(getTranslation("plugin.trust.subject"), certificate.subject());
        fact(
                getTranslation("plugin.trust.issuer"),
                certificate.selfSigned() ? getTranslation("plugin.trust.self-signed") : certificate.issuer());
        fact("SHA-256", new Fingerprint(certificate));
        fact(
                getTranslation("plugin.trust.valid"),
                getTranslation("plugin.trust.from-to", day(certificate.validFrom()), day(certificate.validUntil())));
    }

    String day(Instant instant) {
        return formats.date(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }
}
