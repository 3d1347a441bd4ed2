package org.clientele.plugin;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.plugin.JarSignature.Signed;
import org.clientele.plugin.JarSignature.Signer;
import org.clientele.plugin.Vouching.SignedBy;
import org.clientele.plugin.persistence.PluginSignatureDao;
import org.springframework.stereotype.Component;

/** Remembers who signed the jars that were taken, so that a list of plugins can say it without reading every jar again. */
@Component
class PluginSignatures {
    private final PluginSignatureDao signatures;
    private final TrustList trustList;

    PluginSignatures(PluginSignatureDao signatures, TrustList trustList) {
        this.signatures = signatures;
        this.trustList = trustList;
    }

    /** @param takenAt when the jar is taken, unless it was taken before */
    void keep(PluginLibrary.Judged judged, Instant takenAt) {
        SignedBy by = judged.vouching().signer();
        if (by == null || !(judged.signature() instanceof Signed signed)) {
            return;
        }
        Set<String> chain = signed.signers().stream()
                .flatMap(signer -> signer.chain().stream())
                .map(Certificates::fingerprint)
                .collect(Collectors.toCollection(HashSet::new));
        if (by.trustedAs() != null) {
            chain.add(by.trustedAs().fingerprint());
        }
        signatures.save(
                judged.content().digest(), Certificates.encode(certificate(signed, by)), by.signedAt(), takenAt, chain);
    }

    /** Forgets who signed jars that are not here any more. */
    void forgetUnused() {
        signatures.forgetUnused();
    }

    /** Who signed the jar, and which certificate of the trust list vouches for them now. */
    Optional<SignedBy> find(String digest) {
        return signatures
                .find(digest)
                .map(stored -> new SignedBy(
                        Certificates.describe(Certificates.readOne(stored.certificate())),
                        trustedAs(stored.chain()).orElse(null),
                        stored.signedAt()));
    }

    /** Why the jar is not loaded any more, when a certificate behind its signature was revoked. */
    Optional<RefusedProblem> revoked(String digest) {
        return signatures.find(digest).flatMap(stored -> trustList.all().stream()
                .filter(TrustList.Entry::revoked)
                .map(TrustList.Entry::signer)
                .filter(signer -> stored.chain().contains(signer.certificate().fingerprint()))
                .map(SignatureJudge::revoked)
                .findFirst());
    }

    private Optional<SignerCertificate> trustedAs(Set<String> chain) {
        return trustList.all().stream()
                .filter(entry -> !entry.revoked())
                .map(entry -> entry.signer().certificate())
                .filter(certificate -> chain.contains(certificate.fingerprint()))
                .findFirst();
    }

    private static X509Certificate certificate(Signed signed, SignedBy by) {
        return signed.signers().stream()
                .map(Signer::certificate)
                .filter(certificate -> Certificates.fingerprint(certificate)
                        .equals(by.certificate().fingerprint()))
                .findFirst()
                .orElseThrow();
    }
}
