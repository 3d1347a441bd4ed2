package org.clientele.plugin;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.clientele.plugins.api.VerticalDefinition;
import org.jspecify.annotations.Nullable;

/**
 * Judges the classes of a jar before a class loader sees them: they stand in the plugin's own package, name nothing they will not find, hold to
 * what lets the plugin go again, and are what the definition says they are. Classes are given one by one; their bytes are not kept.
 */
final class ClassInspection {
    static final int MAX_CLASS_BYTES = 1 << 20;
    /** As many as a jar may hold entries, and those that are not there are one too many. */
    private static final int MAX_WANTED = JarContents.MAX_ENTRIES + 1;

    private static final String PACKAGE_ENTRY = "Plugin-Package";
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*){1,9}");
    private static final String OURS = "org.clientele.vertical.";
    private static final List<String> RESERVED = List.of(
            "java.",
            "javax.",
            "jakarta.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.clientele.",
            "org.jspecify.",
            "org.pf4j.",
            "org.slf4j.",
            "org.springframework.",
            "com.vaadin.",
            "dev.cel.");
    private static final List<String> FOREIGN_ANNOTATIONS =
            List.of("com.vaadin.", "jakarta.", "javax.", "org.springframework.");
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|sl|a|o)(\\.[0-9.]+)?");

    private final Map<String, ClassSummary> classes = new TreeMap<>();
    private final Map<String, String> digests = new TreeMap<>();
    /** Classes that are visible to a plugin, so that each is looked for once. */
    private final Set<String> found = new HashSet<>();
    /** Classes that must be in the jar, each with one that uses it. */
    private final Map<String, String> wanted = new TreeMap<>();

    private final ClassLoader visible = new ApiClassLoader(ClassInspection.class.getClassLoader());

    /** @throws RefusedProblem when the entry is something that no plugin brings: a native library, a service, another class for another Java */
    static void checkName(String entry) {
        String lower = entry.toLowerCase(Locale.ROOT);
        if (lower.startsWith("meta-inf/services/") && !lower.endsWith("/")) {
            throw new RefusedProblem("services", entry);
        }
        if (lower.startsWith("meta-inf/versions/")) {
            throw new RefusedProblem("versioned", entry);
        }
        if (NATIVE.matcher(lower).matches()) {
            throw new RefusedProblem("native", entry);
        }
    }

    /** @throws RefusedProblem when it is no class file, stands at the wrong place, or does what no plugin may */
    void take(String entry, byte[] bytes) {
        ClassSummary type = ClassSummary.read(entry, bytes);
        if (!entry.equals(type.name().replace('.', '/') + ".class")) {
            throw new RefusedProblem("class-misplaced", entry, type.name());
        }
        judge(type);
        type.uses().forEach(used -> want(type, used));
        classes.put(type.name(), type.judged());
        digests.put(type.name(), sha256(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }

    /** How many classes there are. */
    int count() {
        return classes.size();
    }

    /** @throws RefusedProblem when one of the classes is not taken, or an extension is not what the definition says */
    PluginCode judge(Manifest manifest, VerticalDefinition definition) {
        if (!classes.isEmpty()) {
            String own = ownPackage(manifest);
            classes.keySet().forEach(type -> requireWithin(type, own));
        }
        wanted.forEach(this::requireInJar);
        List<DeclaredExtension> extensions = DeclaredExtension.of(definition);
        extensions.forEach(this::judge);
        return new PluginCode(
                digests,
                extensions.stream().map(DeclaredExtension::className).distinct().toList());
    }

    private static String ownPackage(Manifest manifest) {
        String own = manifest.getMainAttributes().getValue(PACKAGE_ENTRY);
        if (own == null || !PACKAGE.matcher(own).matches() || own.length() > 100) {
            throw new RefusedProblem("manifest-entry", PACKAGE_ENTRY, own == null ? "–" : own, "com.example.hotel");
        }
        return own + ".";
    }

    private static void requireWithin(String type, String own) {
        if (!type.startsWith(own)) {
            throw new RefusedProblem("class-package", type, own.substring(0, own.length() - 1));
        }
    }

    private static void judge(ClassSummary type) {
        if (isReserved(type.name())) {
            throw new RefusedProblem("class-shadows", type.name());
        }
        if (type.isNative()) {
            throw new RefusedProblem("native", type.name());
        }
        String parent = type.parent();
        if (parent != null && parent.startsWith("com.vaadin.")) {
            throw new RefusedProblem("class-extends", type.name(), parent);
        }
        type.annotations().stream()
                .filter(annotation -> FOREIGN_ANNOTATIONS.stream().anyMatch(annotation::startsWith))
                .findFirst()
                .ifPresent(annotation -> {
                    throw new RefusedProblem("class-annotation", type.name(), annotation);
                });
        type.calls().forEach(call -> judge(type, call));
    }

    private static boolean isReserved(String name) {
        return RESERVED.stream().anyMatch(name::startsWith) && !name.startsWith(OURS);
    }

    private static void judge(ClassSummary type, ClassSummary.Call call) {
        UnwantedCalls.reason(call).ifPresent(reason -> {
            String method = call.method().equals("<init>") ? "new" : call.method();
            throw new RefusedProblem(reason, type.name(), call.owner() + "." + method);
        });
    }

    private void want(ClassSummary type, String used) {
        if (found.contains(used) || wanted.containsKey(used)) {
            return;
        }
        if (isVisible(used)) {
            found.add(used);
        } else if (wanted.size() < MAX_WANTED) {
            wanted.put(used, type.name());
        } else {
            throw new RefusedProblem("class-reference", type.name(), used);
        }
    }

    private void requireInJar(String used, String user) {
        if (!classes.containsKey(used)) {
            throw new RefusedProblem("class-reference", user, used);
        }
    }

    private boolean isVisible(String name) {
        try {
            Class.forName(name, false, visible);
            return true;
        } catch (ClassNotFoundException | LinkageError absent) {
            return false;
        }
    }

    private void judge(DeclaredExtension extension) {
        ClassSummary type = classes.get(extension.className());
        if (type == null) {
            throw new RefusedProblem("extension-missing", extension.path(), extension.className());
        }
        if (!type.isMakeable()) {
            throw new RefusedProblem("extension-not-makeable", extension.path(), extension.className());
        }
        if (!isA(type.name(), extension.point(), new HashSet<>())) {
            throw new RefusedProblem("extension-type", extension.path(), extension.className(), extension.point());
        }
    }

    /** Whether the class is of a type, by superclasses and interfaces within the jar; a class that is its own ancestor is none. */
    private boolean isA(@Nullable String name, String point, Set<String> seen) {
        if (name == null || !seen.add(name)) {
            return false;
        }
        ClassSummary type = classes.get(name);
        return name.equals(point)
                || type != null
                        && (isA(type.parent(), point, seen)
                                || type.interfaces().stream().anyMatch(i -> isA(i, point, seen)));
    }
}
