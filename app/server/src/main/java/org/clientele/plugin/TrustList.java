package org.clientele.plugin;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.clientele.plugin.persistence.TrustedSignerDao;
import org.springframework.stereotype.Component;

/** The trust list as it is now. It is short and read anew each time, so that a revocation counts at once on every node. */
@Component
class TrustList {
    private final TrustedSignerDao signers;

    TrustList(TrustedSignerDao signers) {
        this.signers = signers;
    }

    /** An entry with its certificate. */
    record Entry(X509Certificate certificate, TrustedSigner signer) {
        boolean revoked() {
            return signer.revocation() != null;
        }
    }

    /** The newest first. */
    List<Entry> all() {
        return signers.all().stream().map(TrustList::entry).toList();
    }

    Optional<Entry> find(String fingerprint) {
        return signers.find(fingerprint).map(TrustList::entry);
    }

    private static Entry entry(ListedCertificate row) {
        X509Certificate certificate = Certificates.readOne(row.encoded());
        return new Entry(
                certificate,
                new TrustedSigner(Certificates.describe(certificate), row.addedAt(), row.addedBy(), row.revocation()));
    }
}
