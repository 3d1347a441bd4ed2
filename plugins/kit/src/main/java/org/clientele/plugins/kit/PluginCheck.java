package org.clientele.plugins.kit;

import java.io.File;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.ModelDefinition.Custom;
import org.clientele.plugins.api.ScreenDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Finding;
import org.clientele.plugins.definition.VerticalContract;
import org.clientele.plugins.definition.VerticalReader;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a plugin and what could be better. The portal takes one that is whole.
 *
 * @param errors lines without the folder, each with the place
 * @param hints as {@code errors}
 * @param manifest what it says of itself
 * @param definition what it declares; null when it cannot be read
 */
record PluginCheck(
        List<String> errors,
        List<String> hints,
        ManifestFile manifest,
        @Nullable VerticalDefinition definition) {
    PluginCheck {
        errors = List.copyOf(errors);
        hints = List.copyOf(hints);
    }

    static PluginCheck of(PluginFiles files, KitTexts texts) {
        ManifestFile manifest = ManifestFile.read(files.file(PluginFiles.MANIFEST), texts);
        List<String> errors = new ArrayList<>();
        List<String> hints = new ArrayList<>();
        VerticalDefinition definition = null;
        switch (VerticalReader.read(files::file)) {
            case VerticalReader.Result.Invalid(List<Finding> findings) -> errors.addAll(lines(findings, texts));
            case VerticalReader.Result.Valid valid -> {
                definition = valid.definition();
                hints.addAll(lines(VerticalContract.check(valid, files::file), texts));
                errors.addAll(checkCode(files, definition, manifest, texts));
            }
        }
        errors.addAll(0, manifest.problems());
        return new PluginCheck(errors, hints, manifest, definition);
    }

    private static List<String> checkCode(
            PluginFiles files, VerticalDefinition definition, ManifestFile manifest, KitTexts texts) {
        manifest.requireId(definition.id());
        List<String> extensions = extensions(definition);
        manifest.requirePackage(extensions);
        List<String> errors = new ArrayList<>();
        for (String extension : extensions) {
            if (files.jar() && !files.classes().contains(extension.replace('.', '/') + ".class")) {
                errors.add(VerticalReader.DEFINITION + ": " + texts.get("check.class", extension));
            }
        }
        return errors;
    }

    /** The class names that the definition names. */
    static List<String> extensions(VerticalDefinition definition) {
        List<String> extensions = new ArrayList<>();
        definition.models().forEach(model -> {
            if (model instanceof Custom custom) {
                extensions.add(custom.extension());
            }
        });
        definition.checks().stream()
                .map(CheckDefinition::extension)
                .filter(extension -> extension != null)
                .forEach(extensions::add);
        definition.screens().stream().map(ScreenDefinition::extension).forEach(extensions::add);
        return extensions;
    }

    private static List<String> lines(List<Finding> findings, KitTexts texts) {
        return findings.stream().map(finding -> finding.text(texts.locale())).toList();
    }

    /** Whether the portal takes it. */
    boolean isWhole() {
        return errors.isEmpty();
    }

    void print(PluginFiles files, KitTexts texts, PrintStream out) {
        String shown = texts.shown(files.root()) + (files.jar() ? "!" : File.separator);
        errors.forEach(line -> out.println(shown + line));
        if (!hints.isEmpty()) {
            out.println(texts.get("check.hints"));
            hints.forEach(line -> out.println(shown + line));
        }
        VerticalDefinition found = definition;
        if (!isWhole() || found == null) {
            out.println(texts.get("check.errors", errors.size()));
            return;
        }
        String version = manifest.value(ManifestFile.VERSION).orElse("");
        out.println(texts.get(
                "check.whole",
                found.id(),
                version,
                found.attributes().size(),
                found.activities().size(),
                found.metrics().size(),
                found.models().size(),
                found.strategies().size()));
    }
}
