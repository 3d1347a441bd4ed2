package org.clientele.plugin;

import java.security.cert.X509Certificate;
import java.time.Clock;
import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.plugin.TrustedSigner.Revocation;
import org.clientele.plugin.persistence.TrustedSignerDao;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the trust list; every change is audited. A certificate is named by its fingerprint: its subject may be a person. */
@Component
class TrustRegistry {
    private final TrustedSignerDao signers;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    TrustRegistry(TrustedSignerDao signers, Rights rights, Audit audit, Announcements announcements, Clock clock) {
        this.signers = signers;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Transactional
    void added(X509Certificate certificate) {
        SignerCertificate described = Certificates.describe(certificate);
        signers.insert(
                described,
                Certificates.encode(certificate),
                clock.instant(),
                rights.user().login());
        audit.record("trust.add", subject(described.fingerprint()), null, "trusted until " + described.validUntil());
        announcements.publish(new TrustChanged());
    }

    @Transactional
    void revoked(String fingerprint, String reason) {
        Revocation revocation = new Revocation(clock.instant(), rights.user().login(), reason);
        if (!signers.revoke(fingerprint, revocation)) {
            throw new ConflictProblem("plugin.trust.revoked-already");
        }
        audit.record("trust.revoke", subject(fingerprint), "trusted", "revoked: " + reason);
        announcements.publish(new TrustChanged());
    }

    private static String subject(String fingerprint) {
        return "signer " + fingerprint;
    }
}
