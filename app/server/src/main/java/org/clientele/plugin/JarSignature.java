package org.clientele.plugin;

import java.security.cert.CertPath;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who signed a jar. Whether anybody trusts them is another question: {@link SignatureJudge}. */
sealed interface JarSignature {
    /** Nobody did. */
    record None() implements JarSignature {}

    /** The same people signed every file in it. */
    record Signed(List<Signer> signers) implements JarSignature {
        public Signed {
            signers = List.copyOf(signers);
        }
    }

    /** It bears a signature that does not count, because it is damaged or made in a way that is too weak today. */
    record Worthless() implements JarSignature {}

    /**
     * One signer.
     *
     * @param chain the signer's certificate, then its issuers as far as the jar holds them
     * @param stamp when an authority saw the signature; null when none was asked
     */
    record Signer(List<X509Certificate> chain, @Nullable Stamp stamp) {
        public Signer {
            chain = List.copyOf(chain);
        }

        X509Certificate certificate() {
            return chain.getFirst();
        }
    }

    /**
     * A time stamp.
     *
     * @param authority the certificates of who gave it
     */
    record Stamp(Instant at, CertPath authority) {}
}
