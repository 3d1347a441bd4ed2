package org.clientele.plugin;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.clientele.plugin.JarSignature.Stamp;

/**
 * Decides whether a time stamp counts. Anybody can stamp a signature with a day in the past; only an authority that the Java platform knows
 * is believed.
 */
final class Timestamps {
    private final Set<TrustAnchor> authorities;

    Timestamps(Set<TrustAnchor> authorities) {
        this.authorities = Set.copyOf(authorities);
    }

    /** Believes the authorities that come with the Java platform. */
    static Timestamps ofThePlatform() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init((KeyStore) null);
            return new Timestamps(Arrays.stream(factory.getTrustManagers())
                    .filter(X509TrustManager.class::isInstance)
                    .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toSet()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The Java platform's certificates cannot be read", failure);
        }
    }

    boolean believes(Stamp stamp) {
        List<X509Certificate> chain = stamp.authority().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
        return CertificateChains.names(CertificateChains.TIME_STAMPING, chain.getFirst())
                && CertificateChains.leadsTo(authorities, withoutRoot(chain), stamp.at());
    }

    private static List<X509Certificate> withoutRoot(List<X509Certificate> chain) {
        X509Certificate last = chain.getLast();
        boolean root = last.getSubjectX500Principal().equals(last.getIssuerX500Principal());
        return root && chain.size() > 1 ? chain.subList(0, chain.size() - 1) : chain;
    }
}
