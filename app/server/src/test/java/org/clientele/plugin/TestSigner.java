package org.clientele.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipFile;
import javax.security.auth.x500.X500Principal;
import jdk.security.jarsigner.JarSigner;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.clientele.common.TemporaryFiles;
import org.jspecify.annotations.Nullable;

/** Somebody with a key and a certificate, who signs jars as {@code jarsigner} does. */
public final class TestSigner {
    static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2028-01-01T00:00:00Z");
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /** How a jar is signed, if not as usual. */
    interface Settings {
        JarSigner.Builder apply(JarSigner.Builder signer) throws GeneralSecurityException;
    }

    private TestSigner(PrivateKey key, List<X509Certificate> chain) {
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /** Signed by itself and valid during the tests. */
    public static TestSigner of(String name) {
        return valid(name, FROM, UNTIL);
    }

    public static TestSigner valid(String name, Instant from, Instant until) {
        return make("CN=" + name + ", O=Example, C=DE", from, until, null, false, null);
    }

    /** With a whole subject. */
    public static TestSigner named(String subject) {
        return make(subject, FROM, UNTIL, null, false, null);
    }

    /** Signed by itself, and able to issue certificates for others. */
    static TestSigner authority(String name) {
        return make("CN=" + name, FROM, UNTIL, null, true, null);
    }

    /** Somebody whose certificate this authority has issued for a use. */
    TestSigner issue(String name, KeyPurposeId use) {
        return make("CN=" + name, FROM, UNTIL, this, false, use);
    }

    TestSigner issue(String name) {
        return issue(name, KeyPurposeId.id_kp_codeSigning);
    }

    /** The same key, with only the first certificate of the chain in the jars it signs. */
    TestSigner withoutIssuers() {
        return new TestSigner(key, chain.subList(0, 1));
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    PrivateKey key() {
        return key;
    }

    List<X509Certificate> chain() {
        return chain;
    }

    public String fingerprint() {
        return Certificates.fingerprint(certificate());
    }

    public byte[] pem() {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(Certificates.encode(certificate()));
        return ("-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    public byte[] sign(PluginJar jar) {
        return sign(jar.bytes());
    }

    public byte[] sign(byte[] jar) {
        return sign(jar, signer -> signer);
    }

    /** @param timeStamper address of an authority that stamps the signature; null: none */
    byte[] sign(byte[] jar, @Nullable URI timeStamper) {
        return sign(jar, signer -> timeStamper == null ? signer : signer.tsa(timeStamper));
    }

    byte[] sign(byte[] jar, Settings settings) {
        try {
            Path unsigned = TemporaryFiles.file("clientele-unsigned", ".jar");
            Files.write(unsigned, jar);
            try (ZipFile zip = new ZipFile(unsigned.toFile())) {
                CertPath path = CertificateFactory.getInstance("X.509").generateCertPath(new ArrayList<>(chain));
                JarSigner.Builder signer = new JarSigner.Builder(key, path)
                        .digestAlgorithm("SHA-256")
                        .signerName("S" + SERIAL.getAndIncrement());
                ByteArrayOutputStream signed = new ByteArrayOutputStream();
                settings.apply(signer).build().sign(zip, signed);
                return signed.toByteArray();
            } finally {
                Files.delete(unsigned);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Signs the digests of a signed jar anew, after somebody has changed them. */
    byte[] signAgain(JarEdit jar) {
        try {
            CMSSignedDataGenerator block = new CMSSignedDataGenerator();
            block.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                    .setDirectSignature(true)
                    .build("SHA256withECDSA", key, certificate()));
            block.addCertificates(new JcaCertStore(chain));
            CMSProcessableByteArray digests = new CMSProcessableByteArray(jar.file(".SF"));
            return jar.add(jar.name(".EC"), block.generate(digests, false).getEncoded())
                    .bytes();
        } catch (IOException | GeneralSecurityException | OperatorCreationException | CMSException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static TestSigner make(
            String subject,
            Instant from,
            Instant until,
            @Nullable TestSigner issuer,
            boolean authority,
            @Nullable KeyPurposeId use) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(256);
            KeyPair own = keys.generateKeyPair();
            X500Principal name = new X500Principal(subject);
            JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    issuer == null ? name : issuer.certificate().getSubjectX500Principal(),
                    BigInteger.valueOf(SERIAL.getAndIncrement()),
                    Date.from(from),
                    Date.from(until),
                    name,
                    own.getPublic());
            if (authority) {
                certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            }
            if (use != null) {
                certificate.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(use));
            }
            PrivateKey signing = issuer == null ? own.getPrivate() : issuer.key;
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(new JcaX509CertificateConverter()
                    .getCertificate(certificate.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing))));
            if (issuer != null) {
                chain.addAll(issuer.chain);
            }
            return new TestSigner(own.getPrivate(), chain);
        } catch (GeneralSecurityException | IOException | OperatorCreationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
