package org.clientele.plugin;

import com.github.zafarkhaja.semver.Version;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.pf4j.DefaultVersionManager;

/**
 * What a plugin says of itself in its manifest, checked.
 *
 * @param id {@code [a-z][a-z0-9-]{2,40}}
 * @param version SemVer
 * @param requires SemVer range of portal versions
 * @param provider who made it; plain text
 */
record PluginManifest(String id, String version, String requires, String provider) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,40}");
    private static final int LONGEST_VERSION = 40;
    private static final int LONGEST_TEXT = 200;

    /** @throws RefusedProblem when an entry is missing or wrong, or the plugin needs another portal */
    static PluginManifest of(Manifest manifest) {
        Attributes entries = manifest.getMainAttributes();
        if (entries.getValue("Plugin-Class") != null) {
            throw new RefusedProblem("code", "META-INF/MANIFEST.MF: Plugin-Class");
        }
        PluginManifest read = new PluginManifest(
                entry(entries, "Plugin-Id", "[a-z][a-z0-9-]{2,40}"),
                entry(entries, "Plugin-Version", "SemVer 2.0.0, 1.4.0"),
                entry(entries, "Plugin-Requires", ">=0.1.0"),
                entry(entries, "Plugin-Provider", "Example Ltd"));
        read.check();
        return read;
    }

    private void check() {
        if (!ID.matcher(id).matches()) {
            throw new RefusedProblem("manifest-entry", "Plugin-Id", id, ID.pattern());
        }
        if (version.length() > LONGEST_VERSION || !Version.isValid(version)) {
            throw new RefusedProblem("manifest-entry", "Plugin-Version", version, "SemVer 2.0.0, 1.4.0");
        }
        if (!meets(requires)) {
            throw new RefusedProblem("requires", requires, PortalVersion.CURRENT);
        }
    }

    private static boolean meets(String range) {
        try {
            return new DefaultVersionManager().checkVersionConstraint(PortalVersion.CURRENT, range);
        } catch (RuntimeException failure) {
            throw new RefusedProblem("manifest-entry", "Plugin-Requires", range, ">=0.1.0");
        }
    }

    private static String entry(Attributes entries, String name, String expected) {
        String value = entries.getValue(name);
        if (value == null || value.isBlank() || value.length() > LONGEST_TEXT) {
            throw new RefusedProblem("manifest-entry", name, value == null ? "–" : shortened(value), expected);
        }
        return value.strip();
    }

    private static String shortened(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
