package org.clientele.plugin;

import java.util.List;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Finding;
import org.clientele.plugins.definition.VerticalReader;

/**
 * A plugin that was read and found whole.
 *
 * @param digest SHA-512 of the jar in hexadecimal
 * @param code the code it brings
 */
record PluginPackage(
        PluginManifest manifest, String digest, VerticalDefinition definition, Texts.Bundles texts, PluginCode code) {
    /** @throws RefusedProblem when anything about the jar, its manifest, definition or texts is wrong */
    static PluginPackage read(StagedJar jar) {
        JarContents contents = JarContents.read(jar.path());
        PluginManifest manifest = PluginManifest.of(contents.manifest());
        return switch (VerticalReader.read(contents::file)) {
            case VerticalReader.Result.Invalid(List<Finding> findings) -> throw new RefusedProblem(findings);
            case VerticalReader.Result.Valid(VerticalDefinition definition, Texts.Bundles texts) ->
                new PluginPackage(
                                manifest,
                                jar.digest(),
                                definition,
                                texts,
                                contents.classes().judge(contents.manifest(), definition))
                        .withOneId();
        };
    }

    String id() {
        return manifest.id();
    }

    private PluginPackage withOneId() {
        if (!definition.id().equals(manifest.id())) {
            throw new RefusedProblem("id-differs", definition.id(), manifest.id());
        }
        return this;
    }
}
