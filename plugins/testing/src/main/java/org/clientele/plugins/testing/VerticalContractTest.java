package org.clientele.plugins.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.Finding;
import org.clientele.plugins.definition.MessagesReader;
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
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern HALF_WIDTH_AFTER_HAN = Pattern.compile("\\p{IsHan}[,;:!?]");
    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/]");

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
        List<Finding> unused = new ArrayList<>();
        for (String name : List.of(MessagesReader.ENGLISH, MessagesReader.CHINESE)) {
            byte[] content = read(name);
            unused.addAll(content == null ? List.of() : MessagesReader.unused(definition(), name, content));
        }
        assertThat(unused).isEmpty();
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
        texts().byLanguage()
                .forEach((language, texts) -> texts.forEach((key, text) -> {
                    assertThat(MARKUP.matcher(text).find())
                            .as("%s %s: %s", language, key, text)
                            .isFalse();
                    boolean mixed = HALF_WIDTH_AFTER_HAN.matcher(text).find();
                    assertThat(mixed)
                            .as("half-width punctuation in %s %s: %s", language, key, text)
                            .isFalse();
                    boolean chinese = HAN.matcher(text).find();
                    assertThat(chinese && language.equals("en"))
                            .as("Chinese among English: %s: %s", key, text)
                            .isFalse();
                }));
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
        for (StrategyDefinition strategy : definition().strategies()) {
            assertSameLines(Texts.strategyActions(strategy.model(), strategy.segment()));
        }
        definition().guides().forEach(guide -> assertSameLines(Texts.guideAdvice(guide.id())));
        ProgrammeDefinition programme = definition().programme();
        if (programme != null) {
            programme.tiers().forEach(tier -> assertSameLines(Texts.programmeBenefits(tier.id())));
        }
    }

    private void assertSameLines(String key) {
        long english = texts().get(Locale.ENGLISH, key).lines().count();
        long chinese = texts().get(Locale.SIMPLIFIED_CHINESE, key).lines().count();

        assertThat(chinese).as("lines of %s", key).isEqualTo(english);
    }

    @Test
    void shouldGiveTheSourceOfEveryRule() {
        assertThat(Unsourced.of(definition())).as("without a source").isEmpty();
    }

    @Test
    void shouldSegmentInAtLeastThreeWays() {
        assertThat(definition().models()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void shouldShowItselfWithSampleCustomersAndReadAFile() {
        assertThat(definition().sample()).as("sample recipe").isNotNull();
        assertThat(definition().imports()).as("import presets").isNotEmpty();
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
        for (ModelDefinition model : definition().models()) {
            List<String> colours = new ArrayList<>();
            for (SegmentDefinition segment : model.segments()) {
                String colour = segment.colour();
                if (colour != null) {
                    colours.add(colour);
                }
            }
            assertThat(colours).as("colours of %s", model.id()).doesNotHaveDuplicates();
        }
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
