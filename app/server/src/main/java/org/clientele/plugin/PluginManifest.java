package org.clientele.plugin;

import com.github.zafarkhaja.semver.Version;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pf4j.DefaultVersionManager;

/**
 * What a plugin says of itself in its manifest, checked.
 *
 * @param id {@code [a-z][a-z0-9-]{2,40}}
 * @param version SemVer
 * @param requires SemVer range of portal versions
 * @param provider who made it; plain text
 * @param dependencies other plugins that must be there
 */
record PluginManifest(String id, String version, String requires, String provider, List<Dependency> dependencies) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,40}");
    /** As PF4J reads it: {@code retail}, {@code retail@>=1.2.0}, {@code retail?@>=1.2.0}. */
    private static final Pattern DEPENDENCY = Pattern.compile("([a-z][a-z0-9-]{2,40})(\\?)?(?:@(.+))?");

    private static final int LONGEST_VERSION = 40;
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_DEPENDENCIES = 20;
    private static final String DEPENDENCIES = "Plugin-Dependencies";

    PluginManifest {
        dependencies = List.copyOf(dependencies);
    }

    /**
     * Another plugin that must be installed, and enabled first.
     *
     * @param range SemVer range of its versions; {@code *}: any
     * @param optional whether this plugin works without it
     */
    record Dependency(String id, String range, boolean optional) {
        boolean acceptsVersion(String version) {
            return new DefaultVersionManager().checkVersionConstraint(version, range);
        }
    }

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
                entry(entries, "Plugin-Provider", "Example Ltd"),
                dependencies(entries));
        read.check();
        return read;
    }

    private void check() {
        if (!ID.matcher(id).matches()) {
            throw new RefusedProblem("manifest-entry", "Plugin-Id", shortened(id), ID.pattern());
        }
        if (version.length() > LONGEST_VERSION || !Version.isValid(version)) {
            throw new RefusedProblem("manifest-entry", "Plugin-Version", shortened(version), "SemVer 2.0.0, 1.4.0");
        }
        if (!meets("Plugin-Requires", PortalVersion.CURRENT, requires)) {
            throw new RefusedProblem("requires", requires, PortalVersion.CURRENT);
        }
        for (Dependency dependency : dependencies) {
            meets(DEPENDENCIES, "1.0.0", dependency.range());
            if (dependency.id().equals(id)) {
                throw new RefusedProblem("manifest-entry", DEPENDENCIES, id, "retail@>=1.2.0");
            }
        }
    }

    private static boolean meets(String entry, String version, String range) {
        try {
            return new DefaultVersionManager().checkVersionConstraint(version, range);
        } catch (RuntimeException failure) {
            throw new RefusedProblem("manifest-entry", entry, range, ">=0.1.0");
        }
    }

    private static List<Dependency> dependencies(Attributes entries) {
        if (entries.getValue(DEPENDENCIES) == null) {
            return List.of();
        }
        String list = entry(entries, DEPENDENCIES, "retail@>=1.2.0");
        List<Dependency> dependencies =
                Stream.of(list.split(",")).map(PluginManifest::dependency).toList();
        if (dependencies.size() > MOST_DEPENDENCIES) {
            throw new RefusedProblem("manifest-entry", DEPENDENCIES, shortened(list), "≤ " + MOST_DEPENDENCIES);
        }
        return dependencies;
    }

    private static Dependency dependency(String text) {
        var parts = DEPENDENCY.matcher(text.strip());
        if (!parts.matches()) {
            throw new RefusedProblem("manifest-entry", DEPENDENCIES, shortened(text), "retail@>=1.2.0");
        }
        return new Dependency(parts.group(1), parts.group(3) == null ? "*" : parts.group(3), parts.group(2) != null);
    }

    private static String entry(Attributes entries, String name, String expected) {
        String value = entries.getValue(name);
        boolean usable =
                value != null && !value.isBlank() && value.length() <= LONGEST_TEXT && VisibleText.isAllSeen(value);
        if (!usable) {
            throw new RefusedProblem("manifest-entry", name, value == null ? "–" : shortened(value), expected);
        }
        return value.strip();
    }

    private static String shortened(String value) {
        return VisibleText.shown(value, 80);
    }
}
