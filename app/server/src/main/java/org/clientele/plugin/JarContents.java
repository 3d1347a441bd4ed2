package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's own files, read within bounds. Every entry is inflated once, counting what really comes out, so that headers that lie are
 * found before a class loader sees the jar. Reads the central directory, as a class loader does.
 */
final class JarContents {
    static final int MAX_ENTRIES = 2_000;
    static final long MAX_INFLATED = 100L << 20;
    static final int MAX_RATIO = 100;
    static final int MAX_DEPTH = 12;
    private static final long RATIO_COUNTS_FROM = 1L << 20;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final Pattern KEPT =
            Pattern.compile("META-INF/MANIFEST\\.MF|vertical\\.yaml|messages[A-Za-z_]*\\.properties");
    private static final Pattern ESCAPE = Pattern.compile("^/|^[A-Za-z]:|\\\\|\\p{Cntrl}|(^|/)\\.\\.?(/|$)|//");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(jar|war|zip|gz|bz2|xz|7z|tar)");

    private final Map<String, byte[]> kept = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private long inflated;

    private JarContents() {}

    /** @throws RefusedProblem when the file is no jar, escapes its folder, passes a bound or holds code */
    static JarContents read(Path jar) {
        JarContents contents = new JarContents();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            if (zip.size() > MAX_ENTRIES) {
                throw new RefusedProblem("entries", zip.size(), MAX_ENTRIES);
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                contents.take(zip, entries.nextElement());
            }
        } catch (IOException | IllegalArgumentException failure) {
            throw new RefusedProblem("not-a-jar");
        }
        return contents;
    }

    Manifest manifest() {
        byte[] bytes = file(MANIFEST);
        if (bytes == null) {
            throw new RefusedProblem("file-missing", MANIFEST);
        }
        try {
            return new Manifest(new ByteArrayInputStream(bytes));
        } catch (IOException failure) {
            throw new RefusedProblem("manifest-unreadable");
        }
    }

    /** The bytes of the manifest, of {@code vertical.yaml} or of a {@code messages*.properties} at the root; null when it is not there. */
    byte @Nullable [] file(String name) {
        return kept.get(name);
    }

    private void take(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        checkName(name);
        if (entry.isDirectory()) {
            return;
        }
        @Nullable ByteArrayOutputStream copy = KEPT.matcher(name).matches() ? new ByteArrayOutputStream() : null;
        inflate(zip, entry, copy);
        if (copy != null) {
            kept.put(name, copy.toByteArray());
        }
    }

    private void checkName(String name) {
        if (ESCAPE.matcher(name).find()) {
            throw new RefusedProblem("path", name);
        }
        if (!seen.add(name.toLowerCase(Locale.ROOT))) {
            throw new RefusedProblem("twice", name);
        }
        if (name.split("/").length > MAX_DEPTH) {
            throw new RefusedProblem("depth", name, MAX_DEPTH);
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (ARCHIVE.matcher(lower).matches()) {
            throw new RefusedProblem("nested", name);
        }
        if (lower.endsWith(".class")) {
            throw new RefusedProblem("code", name);
        }
    }

    private void inflate(ZipFile zip, ZipEntry entry, @Nullable ByteArrayOutputStream copy) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long size = 0;
        long packed = Math.max(1, entry.getCompressedSize());
        try (InputStream in = zip.getInputStream(entry)) {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                size += count;
                inflated += count;
                if (inflated > MAX_INFLATED) {
                    throw new RefusedProblem("inflated", MAX_INFLATED >> 20);
                }
                if (size > RATIO_COUNTS_FROM && size / packed > MAX_RATIO) {
                    throw new RefusedProblem("ratio", entry.getName(), MAX_RATIO);
                }
                if (copy != null) {
                    copy.write(buffer, 0, count);
                }
            }
        }
    }
}
