package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clientele.plugins.definition.Finding;
import org.clientele.plugins.definition.VerticalReader;

/** Builds throw-away plugin jars: a whole one by default, then altered by the test. */
public final class PluginJar {
    private static final LocalDateTime MADE = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final String YAML = """
            id: kiosk
            icon: store
            currency: CNY
            primaryActivity: purchase
            valueMetric: monetary
            attributes:
              - { id: city, type: text, layer: basic, personal: false }
            activities:
              - id: purchase
                icon: store
                amount: amount
                fields:
                  - { id: amount, type: money }
            metrics:
              - { id: monetary, type: money, layer: value, aggregate: sum, activity: purchase, field: amount }
            models:
              - id: spend
                kind: tiers
                metric: monetary
                method: fixed
                borders: [1000]
                segments: [{ id: high }, { id: low }]
            """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> manifest = new LinkedHashMap<>();

    private PluginJar() {}

    public static PluginJar kiosk() {
        return vertical("kiosk");
    }

    /** A whole plugin of that id. */
    public static PluginJar vertical(String id) {
        PluginJar jar = new PluginJar();
        jar.manifest.put("Plugin-Id", id);
        jar.manifest.put("Plugin-Version", "1.0.0");
        jar.manifest.put("Plugin-Requires", ">=0.1.0");
        jar.manifest.put("Plugin-Provider", "Example Ltd");
        jar.file("vertical.yaml", YAML.replace("id: kiosk", "id: " + id));
        jar.file("messages.properties", "");
        jar.file("messages_zh_CN.properties", "");
        jar.files.put("messages.properties", jar.texts("vertical.name=Kiosk\nvertical.summary=Small shops\n"));
        jar.files.put("messages_zh_CN.properties", jar.texts("vertical.name=小卖部\nvertical.summary=小店\n"));
        return jar;
    }

    /** Another definition, with every text it needs. */
    public PluginJar definition(String yaml) {
        file("vertical.yaml", yaml);
        file("messages.properties", "");
        file("messages_zh_CN.properties", "");
        files.put("messages.properties", texts("vertical.name=Club\nvertical.summary=Clubs\n"));
        files.put("messages_zh_CN.properties", texts("vertical.name=俱乐部\nvertical.summary=俱乐部\n"));
        return this;
    }

    public PluginJar manifest(String entry, String value) {
        manifest.put(entry, value);
        return this;
    }

    public PluginJar withoutManifest() {
        manifest.clear();
        return this;
    }

    public PluginJar withoutManifest(String entry) {
        manifest.remove(entry);
        return this;
    }

    public PluginJar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    public PluginJar file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    public PluginJar without(String name) {
        files.remove(name);
        return this;
    }

    public PluginJar edit(String name, UnaryOperator<String> change) {
        return file(name, change.apply(new String(files.get(name), StandardCharsets.UTF_8)));
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (!manifest.isEmpty()) {
                zip.putNextEntry(entry("META-INF/MANIFEST.MF"));
                manifestBytes().write(zip);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(entry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    /** Of a fixed time, so that the same jar has the same bytes whenever it is made. */
    private static ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(MADE);
        return entry;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes());
    }

    public static String digest(byte[] jar) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(jar));
        } catch (NoSuchAlgorithmException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private Manifest manifestBytes() {
        Manifest written = new Manifest();
        written.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.forEach((name, value) -> written.getMainAttributes().putValue(name, value));
        return written;
    }

    /** The given texts, and for every other text the definition needs its own key. */
    private byte[] texts(String given) {
        StringBuilder texts = new StringBuilder(given);
        if (VerticalReader.read(files::get) instanceof VerticalReader.Result.Invalid(List<Finding> findings)) {
            findings.stream()
                    .map(Finding::path)
                    .filter(key -> !given.contains(key + "="))
                    .distinct()
                    .forEach(key -> texts.append(key).append('=').append(key).append('\n'));
        }
        return texts.toString().getBytes(StandardCharsets.UTF_8);
    }
}
