package org.clientele.plugins.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.clientele.plugins.definition.DefinitionReader;

/** Makes the files of a new vertical, which can be packed and uploaded at once and is then changed step by step. */
final class NewPlugin {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,40}");
    private static final String SCHEMA = "vertical.schema.json";
    private static final List<String> DATA =
            List.of("vertical.yaml", "messages.properties", "messages_zh_CN.properties", "META-INF/MANIFEST.MF");

    private final KitTexts texts;
    private final PrintStream out;

    NewPlugin(KitTexts texts, PrintStream out) {
        this.texts = texts;
        this.out = out;
    }

    int run(String id, Path target) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw new KitProblem("id", id);
        }
        requireEmpty(target);
        Path project = target.getParent() == null ? target : target.getParent().resolveSibling("pom.xml");
        boolean module = target.getParent() != null
                && target.getParent().endsWith("plugins")
                && Files.exists(project)
                && Files.readString(project).contains("<artifactId>clientele</artifactId>");
        Map<String, String> files = module ? moduleFiles(id) : folderFiles(id);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = target.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        if (module) {
            addModule(project, "plugins/" + target.getFileName());
        }
        out.println(texts.get(module ? "new.module" : "new.done", target, id));
        return Kit.FINE;
    }

    private static void requireEmpty(Path target) throws IOException {
        if (Files.isDirectory(target)) {
            try (Stream<Path> inside = Files.list(target)) {
                if (inside.findAny().isEmpty()) {
                    return;
                }
            }
        }
        if (Files.exists(target)) {
            throw new KitProblem("exists", target);
        }
    }

    private static Map<String, String> folderFiles(String id) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : DATA) {
            files.put(name, skeleton(name, id, SCHEMA));
        }
        files.put("README.md", skeleton("README.md", id, SCHEMA));
        files.put(SCHEMA, resource(DefinitionReader.class, SCHEMA));
        return files;
    }

    private static Map<String, String> moduleFiles(String id) throws IOException {
        String sources = "src/test/java/org/clientele/" + packageName(id) + "/";
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", skeleton("module-pom.xml", id, ""));
        for (String name : DATA) {
            files.put("src/main/resources/" + name, skeleton(name, id, "../../../../../docs/" + SCHEMA));
        }
        files.put(sources + "VerticalTest.java", skeleton("VerticalTest.java.txt", id, ""));
        files.put(sources + "package-info.java", skeleton("package-info.java.txt", id, ""));
        return files;
    }

    private void addModule(Path project, String module) throws IOException {
        String pom = Files.readString(project);
        String line = "    <module>" + module + "</module>\n";
        int behind = pom.lastIndexOf("    <module>plugins/");
        if (!pom.contains(line) && behind >= 0) {
            int end = pom.indexOf('\n', behind) + 1;
            Files.writeString(project, pom.substring(0, end) + line + pom.substring(end));
            out.println(texts.get("new.pom", line.strip(), project));
        }
    }

    private static String skeleton(String name, String id, String schema) throws IOException {
        return resource(NewPlugin.class, "skeleton/" + name)
                .replace("@id@", id)
                .replace("@name@", displayName(id))
                .replace("@package@", packageName(id))
                .replace("@schema@", schema)
                .replace("@project@", PortalVersion.project())
                .replace("@portal@", PortalVersion.current());
    }

    private static String displayName(String id) {
        String words = id.replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String packageName(String id) {
        return id.replace("-", "");
    }

    private static String resource(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The kit lacks its file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
