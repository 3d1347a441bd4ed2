package org.clientele.plugins.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Finding;
import org.clientele.plugins.definition.FindingKind;
import org.clientele.plugins.definition.VerticalContract;
import org.clientele.plugins.definition.VerticalReader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What holds for every vertical. A vertical's module extends this class; its files are read from {@link #root()} as the portal
 * reads them from the jar.
 */
public abstract class VerticalContractTest {
    /** Reading takes longer than any test; the files do not change between the tests of a module. */
    private static final Map<Path, VerticalReader.Result> READ = new ConcurrentHashMap<>();

    private static final Pattern SEMANTIC_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(-[0-9A-Za-z.-]+)?");

    /** The folder that becomes the root of the plugin's jar. */
    protected Path root() {
        return Path.of("target", "classes");
    }

    /** Ids of models whose segments have no strategy on purpose; override and say why. */
    protected Set<String> modelsWithoutStrategies() {
        return Set.of();
    }

    /** The vertical as the portal reads it; fails with all findings when it would be refused. */
    protected final VerticalDefinition definition() {
        return vertical().definition();
    }

    /** The texts of the vertical. */
    protected final Texts.Bundles texts() {
        return vertical().texts();
    }

    /** The model of that id; fails when it is of another kind. */
    protected final <M extends ModelDefinition> M model(Class<M> kind, String id) {
        ModelDefinition model = Objects.requireNonNull(definition().model(id), () -> "no model " + id);
        assertThat(model).as("model %s", id).isInstanceOf(kind);
        return Objects.requireNonNull(kind.cast(model));
    }

    @Test
    void shouldBeReadWithoutFindings() {
        assertThat(definition().models()).isNotEmpty();
    }

    @Test
    void shouldNameItselfAlikeInManifestAndDefinition() throws IOException {
        Attributes manifest = manifest();

        assertThat(manifest.getValue("Plugin-Id")).isEqualTo(definition().id());
        assertThat(manifest.getValue("Plugin-Version")).matches(SEMANTIC_VERSION);
        assertThat(manifest.getValue("Plugin-Requires")).isNotBlank();
        assertThat(manifest.getValue("Plugin-Provider")).isNotBlank();
    }

    @Test
    void shouldHoldNoTextThatNothingUses() {
        assertKept(FindingKind.TEXT_UNUSED);
    }

    @Test
    void shouldHoldTheSameKeysInBothLanguages() {
        Map<String, Map<String, String>> languages = texts().byLanguage();

        assertThat(languages.getOrDefault("zh-CN", Map.of()).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        languages.getOrDefault("en", Map.of()).keySet());
    }

    @Test
    void shouldWriteChineseAsChineseAndNoMarkupAnywhere() {
        assertKept(FindingKind.TEXT_MARKUP, FindingKind.TEXT_LANGUAGE, FindingKind.TEXT_PUNCTUATION);
    }

    @Test
    void shouldHaveAStrategyForEverySegment() {
        Set<String> covered = new HashSet<>();
        for (StrategyDefinition strategy : definition().strategies()) {
            covered.add(strategy.model() + "." + strategy.segment());
        }
        for (ModelDefinition model : definition().models()) {
            assertThat(model.segments()).as("segments of %s", model.id()).isNotEmpty();
            if (!modelsWithoutStrategies().contains(model.id())) {
                assertThat(covered)
                        .as("strategies of model %s", model.id())
                        .containsAll(model.segments().stream()
                                .map(segment -> model.id() + "." + segment.id())
                                .toList());
            }
        }
    }

    @Test
    void shouldSayTheSameActionsInBothLanguages() {
        assertKept(FindingKind.TEXT_LINES);
    }

    @Test
    void shouldGiveTheSourceOfEveryRule() {
        assertKept(FindingKind.SOURCE_MISSING);
    }

    @Test
    void shouldSegmentInAtLeastThreeWays() {
        assertKept(FindingKind.TOO_FEW_MODELS);
    }

    @Test
    void shouldShowItselfWithSampleCustomersAndReadAFile() {
        assertKept(FindingKind.PART_MISSING);
    }

    @Test
    void shouldKeepTheRestOfTheContract() {
        assertThat(VerticalContract.check(vertical(), this::read)).isEmpty();
    }

    /** Two presets with one header could not be told apart. */
    @Test
    void shouldTellItsImportPresetsApartByTheirHeaders() {
        Set<Object> headers = new HashSet<>();
        for (ImportPreset preset : definition().imports()) {
            assertThat(preset.header()).as("header of %s", preset.id()).hasSizeGreaterThan(1);
            assertThat(headers.add(preset.header().stream()
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .toList()))
                    .as("header of %s is its own", preset.id())
                    .isTrue();
        }
    }

    @Test
    void shouldNotColourTwoSegmentsOfAModelAlike() {
        assertKept(FindingKind.COLOUR_REPEATED);
    }

    private void assertKept(FindingKind... kinds) {
        assertThat(VerticalContract.check(vertical(), this::read))
                .filteredOn(finding -> List.of(kinds).contains(finding.kind()))
                .isEmpty();
    }

    private VerticalReader.Result.Valid vertical() {
        return switch (READ.computeIfAbsent(root(), _ -> VerticalReader.read(this::read))) {
            case VerticalReader.Result.Valid valid -> valid;
            case VerticalReader.Result.Invalid(List<Finding> findings) ->
                fail(String.join("\n", findings.stream().map(Finding::toString).toList()));
        };
    }

    private byte @Nullable [] read(String name) {
        Path file = root().resolve(name);
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Attributes manifest() throws IOException {
        try (InputStream in = Files.newInputStream(root().resolve("META-INF").resolve("MANIFEST.MF"))) {
            return new Manifest(in).getMainAttributes();
        }
    }
}
