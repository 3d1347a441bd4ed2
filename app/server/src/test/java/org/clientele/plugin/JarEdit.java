package org.clientele.plugin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Changes a jar after it was signed, leaving a whole zip file. */
final class JarEdit {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private JarEdit() {}

    static JarEdit of(byte[] jar) {
        JarEdit edit = new JarEdit();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                edit.files.put(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return edit;
    }

    JarEdit add(String name, String content) {
        return add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    JarEdit add(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** The one file whose name ends so. */
    String name(String ending) {
        return files.keySet().stream()
                .filter(name -> name.endsWith(ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("None of " + files.keySet() + " ends with " + ending));
    }

    byte[] file(String ending) {
        return Objects.requireNonNull(files.get(name(ending)));
    }

    JarEdit edit(String ending, UnaryOperator<String> change) {
        String name = name(ending);
        String before = new String(file(ending), StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("Nothing changed in\n" + before);
        }
        return add(name, after);
    }

    /** Takes out every file whose name ends so. */
    JarEdit remove(String ending) {
        if (!files.keySet().removeIf(name -> name.endsWith(ending))) {
            throw new IllegalArgumentException("None of " + files.keySet() + " ends with " + ending);
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JarEdit edit
                && files.keySet().equals(edit.files.keySet())
                && files.entrySet().stream()
                        .allMatch(file -> Arrays.equals(file.getValue(), edit.files.get(file.getKey())));
    }

    @Override
    public int hashCode() {
        return files.keySet().hashCode();
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
