package org.clientele.plugin;

import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.provider.Arguments;

/** Jars that somebody might make to break in, to fill memory or to be read in two ways, each with the reason it is refused for. */
final class HostileJars {

    private final List<Arguments> jars = new ArrayList<>();

    private HostileJars() {}

    static List<Arguments> all() {
        HostileJars corpus = new HostileJars();
        corpus.escapes();
        corpus.bombs();
        corpus.layouts();
        corpus.names();
        corpus.manifests();
        corpus.classes();
        corpus.definitions();
        return List.copyOf(corpus.jars);
    }

    private void escapes() {
        add("relative path", "path", kiosk().file("../../evil.txt", "x"));
        add("hidden relative path", "path", kiosk().file("a/../../evil.txt", "x"));
        add("absolute path", "path", kiosk().file("/etc/passwd", "x"));
        add("backslashes", "path", kiosk().file("..\\..\\evil.txt", "x"));
        add("drive letter", "path", kiosk().file("C:evil.txt", "x"));
        add(
                "symbolic link",
                "link",
                ZipDamage.attributes(kiosk().file("link", "/etc/passwd").bytes(), "link", 0120777 << 16));
        add("device", "link", ZipDamage.attributes(kiosk().file("pipe", "").bytes(), "pipe", 0010644 << 16));
    }

    private void bombs() {
        add("ratio", "ratio", kiosk().file("zeros.bin", new byte[20 << 20]));
        add("size", "too-large", new byte[StagedJar.MAX_BYTES + 1]);
        PluginJar many = kiosk();
        IntStream.range(0, JarContents.MAX_ENTRIES).forEach(i -> many.file("notes/" + i, ""));
        add("entries", "entries", many);
        PluginJar parts = kiosk();
        byte[] part = new byte[1 << 20];
        IntStream.rangeClosed(0, (int) (JarContents.MAX_INFLATED >> 20)).forEach(i -> parts.file("part" + i, part));
        add("many small parts", "inflated", parts);
        add("folders", "depth", kiosk().file("a/".repeat(12) + "b", "x"));
        add("archive within", "nested", kiosk().file("lib/other.zip", "x"));
        add("huge definition", "file-large", kiosk().file("vertical.yaml", incompressible(2 << 20)));
        add("huge manifest", "file-large", kiosk().file("META-INF/A.SF", "A: ".repeat(1 << 19)));
    }

    /** Packs badly, so that its size alone is judged. */
    private static byte[] incompressible(int bytes) {
        byte[] noise = new byte[bytes];
        new Random(1).nextBytes(noise);
        return noise;
    }

    private void layouts() {
        byte[] whole = kiosk().bytes();
        add("no zip", "not-a-jar", "#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.UTF_8));
        add("nothing", "not-a-jar", new byte[0]);
        add("truncated", "surrounded", Arrays.copyOf(whole, whole.length - 30));
        add("data before", "surrounded", ZipDamage.joined("MZ program".getBytes(StandardCharsets.UTF_8), whole));
        add("data behind", "surrounded", ZipDamage.joined(whole, "<script>".getBytes(StandardCharsets.UTF_8)));
        add(
                "duplicate entry",
                "twice",
                ZipDamage.renamed(kiosk().file("vertical.yamm", "id: evil"), "vertical.yamm", "vertical.yaml"));
        add("case clash", "twice", kiosk().file("VERTICAL.yaml", "x"));
        add("look-alike by width", "twice", kiosk().file("vertical.ｙaml", "x"));
        add("encrypted", "encrypted", ZipDamage.encrypted(whole, "vertical.yaml"));
        add(
                "local name differs",
                "structure",
                ZipDamage.localName(kiosk().file("notes.txt", "x").bytes()));
        add(
                "size lies",
                "structure",
                ZipDamage.directoryInt(kiosk().file("z.bin", "x".repeat(50)).bytes(), "z.bin", 24, 5));
        add(
                "zip64 announced",
                "zip64",
                ZipDamage.directoryInt(kiosk().file("z.bin", "x").bytes(), "z.bin", 24, -1));
        add("more entries than there are", "directory", ZipDamage.end(whole, 10, (short) 9, 8));
    }

    private void names() {
        add("NUL", "path", kiosk().file("a\0.txt", "x"));
        add("right to left", "name", kiosk().file("gpj.\u202Etxt", "x"));
        add(
                "not UTF-8",
                "name",
                ZipDamage.renamedBytes(kiosk().file("bad-name", "x").bytes(), "bad-name", new byte[] {
                    'b', 'a', 'd', (byte) 0xFF, 'n', 'a', 'm', 'e'
                }));
        add("endless name", "name", kiosk().file("n".repeat(300), "x"));
    }

    private void manifests() {
        add(
                "class path",
                "manifest-forbidden",
                kiosk().manifest("Class-Path", "../../evil.jar http://example.com/x.jar"));
        add(
                "name twice",
                "manifest-twice",
                kiosk().withoutManifest()
                        .file(
                                "META-INF/MANIFEST.MF",
                                "Manifest-Version: 1.0\nPlugin-Id: kiosk\nplugin-id: retail\n\n"));
        add("another id", "id-differs", kiosk().manifest("Plugin-Id", "retail"));
        add("no SemVer", "manifest-entry", kiosk().manifest("Plugin-Version", "1.0.0.0"));
        add("turned provider", "manifest-entry", kiosk().manifest("Plugin-Provider", "Clientele\u202Eevil"));
        add("path as id", "manifest-entry", kiosk().manifest("Plugin-Id", "../retail"));
        add("dependency on itself", "manifest-entry", kiosk().manifest("Plugin-Dependencies", "kiosk"));
        add(
                "no manifest at all",
                "manifest-unreadable",
                kiosk().withoutManifest().file("META-INF/MANIFEST.MF", "\0\1\2 no manifest"));
    }

    private void classes() {
        for (String name : List.of(
                "java.lang.String",
                "org.pf4j.Plugin",
                "org.clientele.plugin.PluginService",
                "org.clientele.plugins.api.VerticalDefinition",
                "org.springframework.boot.SpringApplication",
                "com.vaadin.flow.component.UI")) {
            add("class " + name, "class-shadows", kiosk().file(name.replace('.', '/') + ".class", emptyClass(name)));
        }
        add("bytes that are no class", "class-unreadable", kiosk().file("com/example/Evil.class", "x"));
        add("huge class", "file-large", kiosk().file("com/example/Huge.class", incompressible(2 << 20)));
        add("native library", "native", kiosk().file("lib/libevil.so", "x"));
        add("service", "services", kiosk().file("META-INF/services/java.sql.Driver", "com.example.Evil"));
        add("class for another Java", "versioned", kiosk().file("META-INF/versions/25/java/lang/String.class", "x"));
    }

    private static byte[] emptyClass(String name) {
        return ClassFile.of().build(ClassDesc.of(name), type -> {});
    }

    private void definitions() {
        for (HostileDefinitions.Case definition : HostileDefinitions.all()) {
            PluginJar jar = kiosk().edit(definition.file(), definition.change());
            add(definition.name(), "definition " + definition.kind(), jar);
        }
    }

    private static PluginJar kiosk() {
        return PluginJar.kiosk();
    }

    private void add(String name, String reason, PluginJar jar) {
        add(name, reason, jar.bytes());
    }

    private void add(String name, String reason, byte[] jar) {
        jars.add(Arguments.of(name, reason, jar));
    }
}
