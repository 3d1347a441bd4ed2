package org.clientele.plugins.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientele.plugins.api.VerticalDefinition;

/** Makes the jar of a plugin of data; the same files always make the same jar. */
final class PackPlugin {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final KitTexts texts;
    private final PrintStream out;

    PackPlugin(KitTexts texts, PrintStream out) {
        this.texts = texts;
        this.out = out;
    }

    /** Writes the jar into {@code dist} beside the plugin's files; refuses a plugin that the portal would refuse. */
    int run(Path place) throws IOException {
        PluginFiles files = PluginFiles.read(place);
        if (files.jar()) {
            throw new KitProblem("pack-jar", place);
        }
        PluginCheck check = PluginCheck.of(files, texts);
        check.print(files, texts, out);
        VerticalDefinition definition = check.definition();
        if (!check.isWhole() || definition == null) {
            return Kit.REFUSED;
        }
        if (!PluginCheck.extensions(definition).isEmpty()) {
            throw new KitProblem("pack-code", PluginCheck.extensions(definition).getFirst());
        }
        String version = check.manifest().value(ManifestFile.VERSION).orElseThrow();
        Path jar = place.resolve("dist").resolve(definition.id() + "-" + version + ".jar");
        Files.createDirectories(jar.getParent());
        try (OutputStream file = Files.newOutputStream(jar)) {
            write(files, check.manifest(), file);
        }
        out.println(texts.get("pack.done", jar));
        return Kit.FINE;
    }

    private static void write(PluginFiles files, ManifestFile manifest, OutputStream file) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        manifest.manifest().write(written);
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            add(zip, PluginFiles.MANIFEST, written.toByteArray());
            for (String name : PluginFiles.NAMES) {
                byte[] content = files.file(name);
                if (content != null && !name.equals(PluginFiles.MANIFEST)) {
                    add(zip, name, content);
                }
            }
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
