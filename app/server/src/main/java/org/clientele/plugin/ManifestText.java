package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.Manifest;

/**
 * Reads a manifest whose main part can only be read in one way: Java takes the last of two equal names, other tools the first.
 * {@code Class-Path} would let a class loader read jars that nobody has judged.
 */
final class ManifestText {
    private static final Set<String> FORBIDDEN = Set.of("class-path", "multi-release");

    private ManifestText() {}

    /** @throws RefusedProblem when it cannot be read or could be read in two ways */
    static Manifest read(byte[] bytes) {
        // Names only: a value may be cut in the middle of a sign, where a line ends.
        requireNoNameTwice(
                new String(bytes, StandardCharsets.ISO_8859_1).lines().toList());
        try {
            return new Manifest(new ByteArrayInputStream(bytes));
        } catch (IOException failure) {
            throw new RefusedProblem("manifest-unreadable");
        }
    }

    private static void requireNoNameTwice(List<String> lines) {
        Set<String> names = new HashSet<>();
        for (String line : lines) {
            if (line.isEmpty()) {
                return;
            }
            if (line.startsWith(" ")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new RefusedProblem("manifest-unreadable");
            }
            String name = line.substring(0, colon);
            if (!VisibleText.isAllSeen(name) || FORBIDDEN.contains(name.toLowerCase(Locale.ROOT))) {
                throw new RefusedProblem("manifest-forbidden", VisibleText.shown(name, 80));
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                throw new RefusedProblem("manifest-twice", VisibleText.shown(name, 80));
            }
        }
    }
}
