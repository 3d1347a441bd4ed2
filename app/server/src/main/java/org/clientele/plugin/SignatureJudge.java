package org.clientele.plugin;

import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.plugin.JarSignature.Signer;
import org.clientele.plugin.TrustedSigner.Revocation;
import org.clientele.plugin.Vouching.SignedBy;
import org.clientele.plugin.persistence.PluginSignatureDao;
import org.jspecify.annotations.Nullable;

/** Holds a signature against the trust list as it is now. Thread-safe. */
final class SignatureJudge {
    private final TrustList trustList;
    private final PluginSignatureDao signatures;
    private final Timestamps timestamps;
    private final Clock clock;

    SignatureJudge(TrustList trustList, PluginSignatureDao signatures, Timestamps timestamps, Clock clock) {
        this.trustList = trustList;
        this.signatures = signatures;
        this.timestamps = timestamps;
        this.clock = clock;
    }

    /**
     * Judges a signature. A jar with several signers is trusted when one of them is. A certificate that was valid when the portal first took
     * these bytes counts, though it has expired since then: the portal itself has seen that they were signed in time.
     *
     * @param digest of the jar
     * @throws RefusedProblem when a signer or an issuer was revoked: no mode takes such a jar
     */
    Vouching judge(JarSignature signature, String digest) {
        return switch (signature) {
            case JarSignature.None() -> doubtful(null, new RefusedProblem("untrusted"));
            case JarSignature.Worthless() -> doubtful(null, new RefusedProblem("signature-worthless"));
            case JarSignature.Signed(List<Signer> found) ->
                judge(found, signatures.knownSince(digest).orElseGet(clock::instant));
        };
    }

    private Vouching judge(List<Signer> found, Instant knownSince) {
        List<TrustList.Entry> listed = trustList.all();
        List<TrustList.Entry> revoked =
                listed.stream().filter(TrustList.Entry::revoked).toList();
        found.forEach(signer -> requireNoneRevoked(signer.chain(), revoked));
        List<X509Certificate> trusted = listed.stream()
                .filter(entry -> !entry.revoked())
                .map(TrustList.Entry::certificate)
                .toList();
        List<Vouching> verdicts =
                found.stream().map(signer -> judge(signer, knownSince, trusted)).toList();
        return verdicts.stream()
                .filter(verdict -> verdict.trust() == Trust.SIGNED)
                .findFirst()
                .orElse(verdicts.getFirst());
    }

    private static void requireNoneRevoked(List<X509Certificate> chain, List<TrustList.Entry> revoked) {
        for (TrustList.Entry entry : revoked) {
            X509Certificate certificate = entry.certificate();
            if (chain.contains(certificate) || CertificateChains.isIssuedBy(certificate, chain.getLast())) {
                throw revoked(entry.signer());
            }
        }
    }

    static RefusedProblem revoked(TrustedSigner signer) {
        Revocation revocation = Objects.requireNonNull(signer.revocation());
        return new RefusedProblem("revoked", signer.certificate().name(), day(revocation.at()), revocation.reason());
    }

    private Vouching judge(Signer signer, Instant knownSince, List<X509Certificate> trusted) {
        Instant stamped = signer.stamp() != null && timestamps.believes(signer.stamp())
                ? signer.stamp().at()
                : null;
        Instant at = stamped == null ? knownSince : stamped;
        SignerCertificate own = Certificates.describe(signer.certificate());
        Optional<Anchor> anchor = anchor(signer.chain(), trusted);
        if (anchor.isEmpty()) {
            return doubtful(
                    new SignedBy(own, null, stamped),
                    new RefusedProblem("signer-unknown", own.name(), own.fingerprintInPairs()));
        }
        SignedBy by = new SignedBy(own, Certificates.describe(anchor.get().certificate()), stamped);
        RefusedProblem doubt = doubt(anchor.get(), own, at);
        return doubt == null ? new Vouching(Trust.SIGNED, by, null) : doubtful(by, doubt);
    }

    /**
     * Where trust begins.
     *
     * @param below the certificates between the signer's and the trusted one, the signer's first; empty when that is the trusted one
     */
    private record Anchor(X509Certificate certificate, List<X509Certificate> below) {}

    /** The first of the chain that is trusted; else a trusted one that issued the last of the chain and is not in the jar. */
    private static Optional<Anchor> anchor(List<X509Certificate> chain, List<X509Certificate> trusted) {
        for (int i = 0; i < chain.size(); i++) {
            if (trusted.contains(chain.get(i))) {
                return Optional.of(new Anchor(chain.get(i), chain.subList(0, i)));
            }
        }
        return trusted.stream()
                .filter(issuer -> CertificateChains.isIssuedBy(issuer, chain.getLast()))
                .map(issuer -> new Anchor(issuer, chain))
                .findFirst();
    }

    private static @Nullable RefusedProblem doubt(Anchor anchor, SignerCertificate own, Instant at) {
        for (X509Certificate certificate : anchor.below()) {
            RefusedProblem outside = outsideValidity(Certificates.describe(certificate), at);
            if (outside != null) {
                return outside;
            }
        }
        SignerCertificate trusted = Certificates.describe(anchor.certificate());
        RefusedProblem outside = outsideValidity(trusted, at);
        if (outside != null || anchor.below().isEmpty()) {
            return outside;
        }
        boolean issued = CertificateChains.isAuthority(
                        anchor.certificate(), anchor.below().size() - 1)
                && CertificateChains.leadsTo(Set.of(new TrustAnchor(anchor.certificate(), null)), anchor.below(), at);
        boolean forCode = CertificateChains.isFor(
                CertificateChains.CODE_SIGNING, anchor.below().getFirst());
        return issued && forCode ? null : new RefusedProblem("signer-not-issued", own.name(), trusted.name());
    }

    private static @Nullable RefusedProblem outsideValidity(SignerCertificate certificate, Instant at) {
        if (at.isAfter(certificate.validUntil())) {
            return new RefusedProblem("signer-expired", certificate.name(), day(certificate.validUntil()));
        }
        return at.isBefore(certificate.validFrom())
                ? new RefusedProblem("signer-early", certificate.name(), day(certificate.validFrom()))
                : null;
    }

    private static Vouching doubtful(@Nullable SignedBy signer, RefusedProblem doubt) {
        return new Vouching(Trust.DEVELOPER, signer, doubt);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
