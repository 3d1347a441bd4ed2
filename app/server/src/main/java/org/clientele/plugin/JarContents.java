package org.clientele.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.clientele.plugins.definition.DefinitionReader;
import org.clientele.plugins.definition.MessagesReader;
import org.clientele.plugins.definition.VerticalReader;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's own files, read within bounds. Every entry is inflated once, counting what really comes out, so that headers that lie are
 * found before a class loader sees the jar. Reads the central directory, as a class loader does.
 */
final class JarContents {
    static final int MAX_ENTRIES = ZipStructure.MAX_ENTRIES;
    static final long MAX_INFLATED = 100L << 20;
    static final int MAX_RATIO = 100;
    static final int MAX_DEPTH = 12;
    /** More than two people hardly ever sign; each brings two files. */
    static final int MAX_SIGNATURE_FILES = 6;

    /** Enough for the digests of all entries. */
    private static final int MAX_META_BYTES = 512 << 10;

    private static final int LONGEST_NAME = 200;
    private static final String CLASS = ".class";
    private static final long RATIO_COUNTS_FROM = 1L << 20;
    private static final Set<String> KEPT =
            Set.of(JarFile.MANIFEST_NAME, VerticalReader.DEFINITION, MessagesReader.ENGLISH, MessagesReader.CHINESE);
    private static final Pattern SIGNATURE_FILE = Pattern.compile("meta-inf/(sig-[^/]*|[^/]+\\.(sf|rsa|dsa|ec))");
    private static final Pattern ESCAPE = Pattern.compile("^/|^[A-Za-z]:|\\\\|\\p{Cntrl}|(^|/)\\.\\.?(/|$)|//");
    private static final Pattern ARCHIVE = Pattern.compile(".*\\.(jar|war|ear|zip|gz|tgz|bz2|xz|zst|7z|rar|tar)");

    private final Map<String, byte[]> kept = new HashMap<>();
    private final ClassInspection classes = new ClassInspection();
    private final Set<String> seen = new HashSet<>();
    private int signatureFiles;
    private long inflated;

    private JarContents() {}

    /** @throws RefusedProblem when the file is no jar, escapes its folder, passes a bound or holds code that is not taken */
    static JarContents read(Path jar) {
        ZipStructure.check(jar);
        JarContents contents = new JarContents();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            // All names first: what they give away costs nothing to find.
            for (Enumeration<? extends ZipEntry> names = zip.entries(); names.hasMoreElements(); ) {
                contents.checkName(names.nextElement());
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                contents.take(zip, entries.nextElement());
            }
        } catch (IOException | IllegalArgumentException failure) {
            throw new RefusedProblem("not-a-jar");
        }
        return contents;
    }

    Manifest manifest() {
        byte[] bytes = file(JarFile.MANIFEST_NAME);
        if (bytes == null) {
            throw new RefusedProblem("file-missing", JarFile.MANIFEST_NAME);
        }
        return ManifestText.read(bytes);
    }

    /** The bytes of the manifest, of {@code vertical.yaml} or of one of its texts; null when it is not there. */
    byte @Nullable [] file(String name) {
        return kept.get(name);
    }

    /** The jar's classes, of which each has been judged for itself. */
    ClassInspection classes() {
        return classes;
    }

    private void checkName(ZipEntry entry) {
        String name = entry.getName();
        String lower = comparable(name);
        if (ESCAPE.matcher(name).find()) {
            throw new RefusedProblem("path", VisibleText.shown(name, 80));
        }
        if (name.length() > LONGEST_NAME || !VisibleText.isAllSeen(name)) {
            throw new RefusedProblem("name", VisibleText.shown(name, 80));
        }
        if (!seen.add(lower)) {
            throw new RefusedProblem("twice", name);
        }
        if (name.split("/").length > MAX_DEPTH) {
            throw new RefusedProblem("depth", VisibleText.shown(name, 80), MAX_DEPTH);
        }
        if (ARCHIVE.matcher(lower).matches()) {
            throw new RefusedProblem("nested", name);
        }
        ClassInspection.checkName(name);
        if (belongsToSignature(lower) && ++signatureFiles > MAX_SIGNATURE_FILES) {
            throw new RefusedProblem("signatures-many", MAX_SIGNATURE_FILES);
        }
    }

    /** Names that some file system or person would take for the same are equal; a folder has the name of a file. */
    private static String comparable(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.endsWith("/") ? folded.substring(0, folded.length() - 1) : folded;
    }

    private void take(ZipFile zip, ZipEntry entry) throws IOException {
        String name = entry.getName();
        boolean keep = KEPT.contains(name);
        boolean isClass = name.endsWith(CLASS);
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        inflate(zip, entry, mostBytes(name), keep || isClass ? copy : null);
        if (keep) {
            kept.put(name, copy.toByteArray());
        } else if (isClass) {
            classes.take(name, copy.toByteArray());
        }
    }

    /** What is kept, and the signature's files, which Java reads whole before it judges them. */
    private static long mostBytes(String name) {
        if (name.equals(JarFile.MANIFEST_NAME) || belongsToSignature(comparable(name))) {
            return MAX_META_BYTES;
        }
        if (name.endsWith(CLASS)) {
            return ClassInspection.MAX_CLASS_BYTES;
        }
        return KEPT.contains(name) ? DefinitionReader.MAX_BYTES : Long.MAX_VALUE;
    }

    private static boolean belongsToSignature(String comparable) {
        return SIGNATURE_FILE.matcher(comparable).matches();
    }

    private void inflate(ZipFile zip, ZipEntry entry, long most, @Nullable ByteArrayOutputStream copy)
            throws IOException {
        byte[] buffer = new byte[1 << 14];
        CRC32 sum = new CRC32();
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            int count;
            while ((count = in.read(buffer)) >= 0) {
                size += count;
                inflated += count;
                requireBounds(entry, size, most);
                sum.update(buffer, 0, count);
                if (copy != null) {
                    copy.write(buffer, 0, count);
                }
            }
        }
        if (size != entry.getSize() || sum.getValue() != entry.getCrc() || (entry.isDirectory() && size > 0)) {
            throw new RefusedProblem("damaged", entry.getName());
        }
    }

    private void requireBounds(ZipEntry entry, long size, long most) {
        if (inflated > MAX_INFLATED) {
            throw new RefusedProblem("inflated", MAX_INFLATED >> 20);
        }
        if (size > RATIO_COUNTS_FROM && size / Math.max(1, entry.getCompressedSize()) > MAX_RATIO) {
            throw new RefusedProblem("ratio", entry.getName(), MAX_RATIO);
        }
        if (size > most) {
            throw new RefusedProblem("file-large", entry.getName(), most >> 10);
        }
    }
}
