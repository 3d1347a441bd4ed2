package org.clientele.plugins.kit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.clientele.plugins.definition.DefinitionReader;
import org.clientele.plugins.definition.MessagesReader;
import org.clientele.plugins.definition.VerticalReader;
import org.jspecify.annotations.Nullable;

/**
 * A plugin's own files, from a jar or from the folder that becomes one.
 *
 * @param root the jar, or the folder that becomes the jar's root
 * @param jar whether it is a jar
 * @param contents the files by their name in the jar
 * @param classes names of class files; none of a folder
 */
record PluginFiles(Path root, boolean jar, Map<String, byte[]> contents, Set<String> classes) {
    static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** What a plugin of data is made of. */
    static final List<String> NAMES =
            List.of(MANIFEST, VerticalReader.DEFINITION, MessagesReader.ENGLISH, MessagesReader.CHINESE);

    private static final int MAX_ENTRIES = 2_000;
    private static final Path SOURCES = Path.of("src", "main", "resources");

    PluginFiles {
        contents = Map.copyOf(contents);
        classes = Set.copyOf(classes);
    }

    /** Reads a jar, a plugin's folder, or the folder of a Maven module that holds one. */
    static PluginFiles read(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return readFolder(root(place));
        }
        if (!Files.isRegularFile(place)) {
            throw new KitProblem("nothing-there", place);
        }
        try (ZipFile zip = new ZipFile(place.toFile())) {
            return readJar(place, zip);
        } catch (ZipException e) {
            throw new KitProblem("not-a-jar", place);
        }
    }

    /** The folder that becomes the root of the jar. */
    static Path root(Path folder) {
        Path sources = folder.resolve(SOURCES);
        boolean isModule = !Files.exists(folder.resolve(VerticalReader.DEFINITION))
                && Files.exists(sources.resolve(VerticalReader.DEFINITION));
        return isModule ? sources : folder;
    }

    private static PluginFiles readFolder(Path root) throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        for (String name : NAMES) {
            Path file = root.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                try (InputStream in = Files.newInputStream(file)) {
                    contents.put(name, bounded(in));
                }
            }
        }
        return new PluginFiles(root, false, contents, Set.of());
    }

    private static PluginFiles readJar(Path jar, ZipFile zip) throws IOException {
        if (zip.size() > MAX_ENTRIES) {
            throw new KitProblem("entries", zip.size(), MAX_ENTRIES);
        }
        Map<String, byte[]> contents = new HashMap<>();
        Set<String> classes = new HashSet<>();
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            ZipEntry entry = entries.nextElement();
            if (NAMES.contains(entry.getName())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    contents.put(entry.getName(), bounded(in));
                }
            } else if (entry.getName().endsWith(".class")) {
                classes.add(entry.getName());
            }
        }
        return new PluginFiles(jar, true, contents, classes);
    }

    /** One byte more than is allowed, so that reading finds it too large. */
    private static byte[] bounded(InputStream in) throws IOException {
        return in.readNBytes(DefinitionReader.MAX_BYTES + 1);
    }

    byte @Nullable [] file(String name) {
        return contents.get(name);
    }
}
