package org.clientele.plugins.kit;

import com.github.zafarkhaja.semver.Version;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pf4j.DefaultVersionManager;

/** What a plugin says of itself, and what is wrong with it, line by line. */
final class ManifestFile {
    static final String ID = "Plugin-Id";
    static final String VERSION = "Plugin-Version";
    static final String REQUIRES = "Plugin-Requires";
    static final String PROVIDER = "Plugin-Provider";
    static final String PACKAGE = "Plugin-Package";

    private static final Pattern ID_FORM = Pattern.compile("[a-z][a-z0-9-]{2,40}");
    private static final Pattern PACKAGE_FORM = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");
    private static final int LONGEST = 200;

    private final Manifest manifest;
    private final List<String> lines;
    private final KitTexts texts;
    private final List<String> problems = new ArrayList<>();

    private ManifestFile(Manifest manifest, List<String> lines, KitTexts texts) {
        this.manifest = manifest;
        this.lines = lines;
        this.texts = texts;
    }

    /** Reads a manifest; a missing or unreadable one has problems only. */
    static ManifestFile read(byte @Nullable [] bytes, KitTexts texts) {
        ManifestFile file = new ManifestFile(new Manifest(), lines(bytes), texts);
        if (bytes == null) {
            file.problems.add(PluginFiles.MANIFEST + ": " + texts.get("manifest.none"));
            return file;
        }
        try {
            file.manifest.read(new ByteArrayInputStream(bytes));
            file.check();
        } catch (IOException e) {
            file.problems.add(PluginFiles.MANIFEST + ": " + texts.get("manifest.unreadable"));
        }
        return file;
    }

    private static List<String> lines(byte @Nullable [] bytes) {
        return bytes == null
                ? List.of()
                : new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    List<String> problems() {
        return problems;
    }

    Manifest manifest() {
        return manifest;
    }

    Optional<String> value(String entry) {
        return Optional.ofNullable(manifest.getMainAttributes().getValue(entry)).map(String::strip);
    }

    /** The id of the definition is that of the manifest. */
    void requireId(String definitionId) {
        value(ID).filter(id -> !id.equals(definitionId)).ifPresent(id -> problem(ID, "manifest.id", id, definitionId));
    }

    /** The classes that the definition names lie in the package that the manifest names. */
    void requirePackage(List<String> classNames) {
        Optional<String> name = value(PACKAGE);
        if (!classNames.isEmpty() && name.isEmpty()) {
            problem(PACKAGE, "manifest.missing", PACKAGE, "com.example.hotel");
        }
        for (String className : classNames) {
            if (name.isPresent() && !className.startsWith(name.get() + ".")) {
                problem(PACKAGE, "manifest.package", name.get(), className);
            }
        }
    }

    private void check() {
        require(ID, "hotel", value -> ID_FORM.matcher(value).matches());
        require(VERSION, "1.0.0", Version::isValid);
        require(REQUIRES, ">=" + PortalVersion.current(), ManifestFile::isRange);
        require(PROVIDER, "Example Ltd", value -> true);
        value(PACKAGE)
                .filter(value -> !PACKAGE_FORM.matcher(value).matches())
                .ifPresent(value -> problem(PACKAGE, "manifest.wrong", value, "com.example.hotel"));
        value(REQUIRES)
                .filter(ManifestFile::isRange)
                .filter(range -> !new DefaultVersionManager().checkVersionConstraint(PortalVersion.current(), range))
                .ifPresent(range -> problem(REQUIRES, "manifest.requires", range, PortalVersion.current()));
    }

    private interface Form {
        boolean fits(String value);
    }

    private void require(String entry, String example, Form form) {
        String value = value(entry).orElse("");
        if (value.isEmpty()) {
            problem(entry, "manifest.missing", entry, example);
        } else if (value.length() > LONGEST || !form.fits(value)) {
            problem(entry, "manifest.wrong", value, example);
        }
    }

    private static boolean isRange(String range) {
        try {
            new DefaultVersionManager().checkVersionConstraint(PortalVersion.current(), range);
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** A missing entry is reported where it would be added: behind the last line. */
    private void problem(String entry, String key, Object... arguments) {
        int line = lines.size() + 1;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).regionMatches(true, 0, entry + ":", 0, entry.length() + 1)) {
                line = i + 1;
            }
        }
        problems.add(PluginFiles.MANIFEST + ":" + line + " " + entry + ": " + texts.get(key, arguments));
    }
}
