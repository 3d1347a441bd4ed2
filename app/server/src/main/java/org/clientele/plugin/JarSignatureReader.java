package org.clientele.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.Timestamp;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads every file of a jar against its signature. Stricter than Java itself, which lets unsigned files stand beside signed ones, does not miss
 * a file that was taken out, and exempts all of META-INF from some checks: here only the signature's own files are exempt.
 *
 * <p>Call it after {@link JarContents#read}, which bounds what is inflated here.
 */
final class JarSignatureReader {
    private static final Pattern SIGNATURE_FILE = Pattern.compile("META-INF/(SIG-[^/]*|[^/]+\\.(SF|RSA|DSA|EC))");
    private static final String MANIFEST_DIGEST = "-Digest-Manifest-Main-Attributes";

    private final JarFile jar;
    private final List<JarEntry> files;

    private JarSignatureReader(JarFile jar) {
        this.jar = jar;
        this.files = jar.stream().filter(entry -> !entry.isDirectory()).toList();
    }

    /** @throws RefusedProblem when the jar was altered after it was signed, or not all of it was signed by the same people */
    static JarSignature read(Path path) {
        try (JarFile jar = new JarFile(path.toFile(), true)) {
            return new JarSignatureReader(jar).read();
        } catch (IOException failure) {
            throw new RefusedProblem("not-a-jar");
        }
    }

    private JarSignature read() throws IOException {
        if (files.stream().noneMatch(JarSignatureReader::belongsToSignature)) {
            return new JarSignature.None();
        }
        openFirst();
        Set<CodeSigner> common = null;
        String unsigned = null;
        for (JarEntry entry : files) {
            if (isExempt(entry)) {
                continue;
            }
            Set<CodeSigner> signers = signers(entry);
            if (signers.isEmpty()) {
                unsigned = entry.getName();
            } else if (common != null && !common.equals(signers)) {
                throw new RefusedProblem("signers-mixed", entry.getName());
            } else {
                common = signers;
            }
        }
        return signed(common, unsigned);
    }

    private JarSignature signed(@Nullable Set<CodeSigner> common, @Nullable String unsigned) throws IOException {
        if (common == null) {
            return new JarSignature.Worthless();
        }
        if (unsigned != null) {
            throw new RefusedProblem("entry-unsigned", unsigned);
        }
        requireProtectedManifest();
        requireNothingTakenOut();
        return new JarSignature.Signed(
                common.stream().map(JarSignatureReader::signer).toList());
    }

    /** The signature files themselves are checked when the first file is opened; what fails then is no single file's fault. */
    private void openFirst() throws IOException {
        try {
            jar.getInputStream(files.getFirst()).close();
        } catch (SecurityException altered) {
            throw new RefusedProblem("altered", JarFile.MANIFEST_NAME);
        }
    }

    private Set<CodeSigner> signers(JarEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (SecurityException altered) {
            throw new RefusedProblem("altered", entry.getName());
        }
        CodeSigner[] signers = entry.getCodeSigners();
        return signers == null ? Set.of() : Set.of(signers);
    }

    /** Without that digest, which every jarsigner writes, id and version could be changed under a valid signature. */
    private void requireProtectedManifest() throws IOException {
        for (JarEntry entry : files) {
            if (!entry.getName().toUpperCase(Locale.ROOT).endsWith(".SF") || !belongsToSignature(entry)) {
                continue;
            }
            try (InputStream in = jar.getInputStream(entry)) {
                boolean covered = new Manifest(in)
                        .getMainAttributes().keySet().stream()
                                .anyMatch(name -> name.toString().endsWith(MANIFEST_DIGEST));
                if (!covered) {
                    throw new RefusedProblem("entry-unsigned", JarFile.MANIFEST_NAME);
                }
            }
        }
    }

    private void requireNothingTakenOut() throws IOException {
        Set<String> present = new HashSet<>();
        files.forEach(entry -> present.add(entry.getName()));
        Manifest manifest = jar.getManifest();
        if (manifest == null) {
            throw new RefusedProblem("file-missing", JarFile.MANIFEST_NAME);
        }
        for (String name : manifest.getEntries().keySet()) {
            if (!present.contains(name)) {
                throw new RefusedProblem("entry-missing", name);
            }
        }
    }

    private static JarSignature.Signer signer(CodeSigner signer) {
        List<X509Certificate> chain = signer.getSignerCertPath().getCertificates().stream()
                .map(X509Certificate.class::cast)
                .toList();
        Timestamp stamp = signer.getTimestamp();
        return new JarSignature.Signer(
                chain,
                stamp == null
                        ? null
                        : new JarSignature.Stamp(stamp.getTimestamp().toInstant(), stamp.getSignerCertPath()));
    }

    private static boolean isExempt(JarEntry entry) {
        return entry.getName().equalsIgnoreCase(JarFile.MANIFEST_NAME) || belongsToSignature(entry);
    }

    private static boolean belongsToSignature(JarEntry entry) {
        return SIGNATURE_FILE.matcher(entry.getName().toUpperCase(Locale.ROOT)).matches();
    }
}
