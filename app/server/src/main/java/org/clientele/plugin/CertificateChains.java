package org.clientele.plugin;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks chains of certificates as RFC 5280 says, without asking anybody on the network. */
final class CertificateChains {
    static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final int CERTIFICATE_SIGNING = 5;
    private static final String ANY_USAGE = "2.5.29.37.0";

    private CertificateChains() {}

    /** Whether each certificate was issued by the next and the last one by an anchor, all valid at that time. */
    static boolean leadsTo(Set<TrustAnchor> anchors, List<X509Certificate> chain, Instant at) {
        if (anchors.isEmpty() || chain.isEmpty()) {
            return false;
        }
        try {
            CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(chain);
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (CertPathValidatorException | CertificateException broken) {
            return false;
        } catch (InvalidAlgorithmParameterException impossible) {
            throw new IllegalStateException("There are anchors, but PKIX found none", impossible);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Every Java platform checks certificates, this one does not", failure);
        }
    }

    /** Whether the issuer's key signed the certificate. */
    static boolean isIssuedBy(X509Certificate issuer, X509Certificate certificate) {
        if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    /** Whether the certificate may issue others, with so many authorities in between. What PKIX takes for granted of an anchor. */
    static boolean isAuthority(X509Certificate certificate, int between) {
        boolean[] uses = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= between && (uses == null || uses[CERTIFICATE_SIGNING]);
    }

    /** Whether the issuer meant the certificate for that use; one that says nothing is meant for every use. */
    static boolean isFor(String usage, X509Certificate certificate) {
        return usages(certificate)
                .map(usages -> usages.contains(usage) || usages.contains(ANY_USAGE))
                .orElse(true);
    }

    /** Whether the certificate names that use itself. */
    static boolean names(String usage, X509Certificate certificate) {
        return usages(certificate).map(usages -> usages.contains(usage)).orElse(false);
    }

    private static Optional<List<String>> usages(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getExtendedKeyUsage());
        } catch (CertificateParsingException unreadable) {
            return Optional.of(List.of());
        }
    }
}
