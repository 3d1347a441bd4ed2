package org.clientele.plugin;

import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.PluginSignatureDao;
import org.springframework.stereotype.Service;

/** Whose signature vouches for plugins. Administrators only. */
@Service
public class TrustedSigners {
    /** Longest reason for a revocation, in characters. */
    public static final int LONGEST_REASON = 500;

    private static final int SHORTEST_RSA_KEY = 2_048;

    private final Rights rights;
    private final TrustList trustList;
    private final TrustRegistry registry;
    private final PluginSignatureDao signatures;
    private final PluginService plugins;
    private final Clock clock;

    TrustedSigners(
            Rights rights,
            TrustList trustList,
            TrustRegistry registry,
            PluginSignatureDao signatures,
            PluginService plugins,
            Clock clock) {
        this.rights = rights;
        this.trustList = trustList;
        this.registry = registry;
        this.signatures = signatures;
        this.plugins = plugins;
        this.clock = clock;
    }

    /** The whole list, the newest first, with those revoked. */
    public List<TrustedSigner> all() {
        requireAdministrator();
        return trustList.all().stream().map(TrustList.Entry::signer).toList();
    }

    /** The installed plugins that the certificate, or one issued by it, has signed. */
    public List<SignedPlugin> signed(String fingerprint) {
        requireAdministrator();
        return signatures.signedBy(fingerprint);
    }

    /**
     * Reads a certificate without trusting it yet, so that a person can compare its fingerprint.
     *
     * @param file PEM or DER
     * @throws Problem when it is no certificate that could be trusted
     */
    public SignerCertificate read(byte[] file) {
        requireAdministrator();
        return Certificates.describe(check(file));
    }

    /** Trusts the certificate from now on. */
    public void add(byte[] file) {
        requireAdministrator();
        registry.added(check(file));
    }

    /**
     * Ends the trust for good: what the certificate or one issued by it has signed is disabled here and now, and never loaded again on
     * any node.
     *
     * @return the plugins that were disabled
     */
    public List<SignedPlugin> revoke(String fingerprint, String reason) {
        requireAdministrator();
        String words = reason.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new Problem("plugin.trust.reason-missing", LONGEST_REASON);
        }
        registry.revoked(fingerprint, words);
        List<SignedPlugin> running = signatures.signedBy(fingerprint).stream()
                .filter(SignedPlugin::enabled)
                .toList();
        running.forEach(plugin -> plugins.withdraw(plugin.id(), words));
        return running;
    }

    private X509Certificate check(byte[] file) {
        X509Certificate certificate = Certificates.readOne(file);
        SignerCertificate described = Certificates.describe(certificate);
        trustList.find(described.fingerprint()).ifPresent(known -> {
            throw alreadyListed(known.signer());
        });
        if (described.validUntil().isBefore(clock.instant())) {
            throw new Problem("plugin.problem.certificate-expired", described.name(), day(described.validUntil()));
        }
        if (certificate.getPublicKey() instanceof RSAKey key && key.getModulus().bitLength() < SHORTEST_RSA_KEY) {
            throw new Problem(
                    "plugin.problem.certificate-weak",
                    described.name(),
                    key.getModulus().bitLength(),
                    SHORTEST_RSA_KEY);
        }
        return certificate;
    }

    private static Problem alreadyListed(TrustedSigner known) {
        String name = known.certificate().name();
        TrustedSigner.Revocation revocation = known.revocation();
        return revocation == null
                ? new Problem("plugin.problem.certificate-listed", name)
                : new Problem("plugin.problem.certificate-revoked", name, day(revocation.at()), revocation.reason());
    }

    private void requireAdministrator() {
        rights.require(Permission.MANAGE_TRUST, Grant.EVERYWHERE);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
