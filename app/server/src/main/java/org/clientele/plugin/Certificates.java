package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.clientele.common.Problem;

/** Reads X.509 certificates. */
final class Certificates {
    /** Far more than any certificate with its text needs. */
    static final int MAX_BYTES = 64 << 10;

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUBJECT = 1_000;
    /** RFC 2253 has no word for it and would show its bytes. */
    private static final Map<String, String> READABLE = Map.of("1.2.840.113549.1.9.1", "EMAILADDRESS");

    private Certificates() {}

    /**
     * Reads one certificate in PEM or DER.
     *
     * @throws Problem when the file holds none, several, or a private key
     */
    static X509Certificate readOne(byte[] file) {
        if (new String(file, StandardCharsets.US_ASCII).contains("PRIVATE KEY-----")) {
            throw new Problem("plugin.problem.certificate-private");
        }
        List<X509Certificate> found = readAll(file);
        if (found.size() != 1) {
            throw new Problem("plugin.problem.certificate-count", found.size());
        }
        return found.getFirst();
    }

    static byte[] encode(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException failure) {
            throw new IllegalStateException("A certificate that was read cannot be written", failure);
        }
    }

    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encode(certificate)));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException("Every Java platform has SHA-256, this one does not", failure);
        }
    }

    static SignerCertificate describe(X509Certificate certificate) {
        X500Principal subject = certificate.getSubjectX500Principal();
        return new SignerCertificate(
                fingerprint(certificate),
                name(subject),
                VisibleText.shown(whole(subject), LONGEST_SUBJECT),
                VisibleText.shown(whole(certificate.getIssuerX500Principal()), LONGEST_SUBJECT),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.getBasicConstraints() >= 0);
    }

    private static List<X509Certificate> readAll(byte[] file) {
        try {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file));
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (CertificateException unreadable) {
            throw new Problem("plugin.problem.certificate-unreadable");
        }
    }

    private static String whole(X500Principal name) {
        return name.getName(X500Principal.RFC2253, READABLE);
    }

    private static String name(X500Principal subject) {
        String whole = whole(subject);
        return VisibleText.shown(part(whole, "CN").or(() -> part(whole, "O")).orElse(whole), LONGEST_NAME);
    }

    private static Optional<String> part(String distinguishedName, String type) {
        try {
            return new LdapName(distinguishedName)
                    .getRdns().reversed().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .filter(value -> !value.isBlank())
                            .findFirst();
        } catch (InvalidNameException unusual) {
            return Optional.empty();
        }
    }
}
