package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.clientele.common.Problem;
import org.clientele.common.ui.Translations;
import org.clientele.plugins.definition.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PluginPackageTest {
    @TempDir
    private Path staging;

    @Test
    void shouldReadAWholePlugin() {
        PluginPackage content = read(PluginJar.kiosk());

        assertThat(content.manifest())
                .isEqualTo(new PluginManifest("kiosk", "1.0.0", ">=0.1.0", "Example Ltd", List.of()));
        assertThat(content.definition().currency()).isEqualTo("CNY");
        assertThat(content.texts().get(Locale.SIMPLIFIED_CHINESE, "vertical.name"))
                .isEqualTo("小卖部");
    }

    static Stream<Arguments> refusals() {
        byte[] zeros = new byte[3 << 20];
        return Stream.of(
                refusal(
                        "file-missing",
                        "META-INF/MANIFEST.MF",
                        PluginJar.kiosk().withoutManifest()),
                refusal("manifest-entry", "Plugin-Id", PluginJar.kiosk().withoutManifest("Plugin-Id")),
                refusal("manifest-entry", "../evil", PluginJar.kiosk().manifest("Plugin-Id", "../evil")),
                refusal("manifest-entry", "Kiosk", PluginJar.kiosk().manifest("Plugin-Id", "Kiosk")),
                refusal("manifest-entry", "1.0", PluginJar.kiosk().manifest("Plugin-Version", "1.0")),
                refusal("manifest-entry", "newest", PluginJar.kiosk().manifest("Plugin-Requires", "newest !")),
                refusal("manifest-entry", "Plugin-Provider", PluginJar.kiosk().withoutManifest("Plugin-Provider")),
                refusal("requires", ">=9.0.0", PluginJar.kiosk().manifest("Plugin-Requires", ">=9.0.0")),
                refusal("id-differs", "stall", PluginJar.kiosk().manifest("Plugin-Id", "stall")),
                refusal("path", "../../evil.txt", PluginJar.kiosk().file("../../evil.txt", "x")),
                refusal("path", "/etc/passwd", PluginJar.kiosk().file("/etc/passwd", "x")),
                refusal("path", "C:\\evil.txt", PluginJar.kiosk().file("C:\\evil.txt", "x")),
                refusal("path", "a/./b", PluginJar.kiosk().file("a/./b", "x")),
                refusal("twice", "VERTICAL.yaml", PluginJar.kiosk().file("VERTICAL.yaml", "x")),
                refusal("depth", "12", PluginJar.kiosk().file("a/".repeat(12) + "b", "x")),
                refusal("nested", "lib/other.jar", PluginJar.kiosk().file("lib/other.jar", "x")),
                refusal("class-unreadable", "Evil.class", PluginJar.kiosk().file("org/Evil.class", "x")),
                refusal(
                        "services",
                        "java.sql.Driver",
                        PluginJar.kiosk().file("META-INF/services/java.sql.Driver", "x")),
                refusal("native", "a.so", PluginJar.kiosk().file("lib/a.so", "x")),
                refusal("code", "Plugin-Class", PluginJar.kiosk().manifest("Plugin-Class", "org.Evil")),
                refusal("ratio", "zeros.bin", PluginJar.kiosk().file("zeros.bin", zeros)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void shouldRefuseNamingWhatWasFound(String reason, String found, PluginJar jar) throws IOException {
        RefusedProblem problem = catchThrowableOfType(RefusedProblem.class, () -> read(jar));

        assertThat(problem.key()).isEqualTo("plugin.refused." + reason);
        for (Locale locale : new Translations().getProvidedLocales()) {
            String text = new Translations().getTranslation(problem.key(), locale, problem.arguments());
            assertThat(text).doesNotStartWith("!").contains(found);
        }
        assertThat(Files.list(staging)).isEmpty();
    }

    @Test
    void shouldRefuseWhatIsNoJar() {
        byte[] text = "hello".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> read(text)).hasMessageContaining("plugin.refused.not-a-jar");
    }

    @Test
    void shouldSayWhenThereIsNowhereToStage() throws IOException {
        Path file = Files.createFile(staging.resolve("a-file-where-the-folder-should-be"));

        assertThatThrownBy(() -> StagedJar.of(file, PluginJar.kiosk().stream()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("plugin.problem.storage");
    }

    @Test
    void shouldStopReadingAtTwentyMegabytes() {
        byte[] large = new byte[StagedJar.MAX_BYTES + 1];

        assertThatThrownBy(() -> read(large)).hasMessageContaining("plugin.refused.too-large");
    }

    @Test
    void shouldRefuseTooManyEntries() {
        PluginJar jar = PluginJar.kiosk();
        for (int i = 0; i < JarContents.MAX_ENTRIES; i++) {
            jar.file("notes/" + i, "x");
        }

        assertThatThrownBy(() -> read(jar)).hasMessageContaining("plugin.refused.entries");
    }

    @Test
    void shouldRefuseABombOfManySmallParts() {
        PluginJar jar = PluginJar.kiosk();
        byte[] part = new byte[1 << 20];
        for (int i = 0; i <= JarContents.MAX_INFLATED >> 20; i++) {
            jar.file("part" + i, part);
        }

        assertThatThrownBy(() -> read(jar)).hasMessageContaining("plugin.refused.inflated");
    }

    @Test
    void shouldNameLineAndPathOfEveryMistakeInTheDefinition() {
        PluginJar jar =
                PluginJar.kiosk().edit("vertical.yaml", yaml -> yaml.replace("metric: monetary", "metric: monetry"));

        RefusedProblem problem = catchThrowableOfType(RefusedProblem.class, () -> read(jar));

        assertThat(problem.findings()).isNotEmpty();
        Finding finding = problem.findings().getFirst();
        assertThat(finding.file()).isEqualTo("vertical.yaml");
        assertThat(finding.line()).isEqualTo(19);
        assertThat(finding.path()).isEqualTo("/models/0/metric");
        assertThat(finding.found()).isEqualTo("monetry");
        assertThat(finding.expected()).contains("monetary");
    }

    @Test
    void shouldRefuseYamlThatDoesNotParse() {
        PluginJar jar = PluginJar.kiosk().edit("vertical.yaml", yaml -> yaml + "\n  - [broken");

        RefusedProblem problem = catchThrowableOfType(RefusedProblem.class, () -> read(jar));

        assertThat(problem.findings()).isNotEmpty().allMatch(finding -> finding.line() > 20);
    }

    @Test
    void shouldRefuseMissingFilesAndTexts() {
        assertThat(catchThrowableOfType(
                                RefusedProblem.class,
                                () -> read(PluginJar.kiosk().without("vertical.yaml")))
                        .findings())
                .hasSize(1);
        PluginJar jar = PluginJar.kiosk()
                .edit("messages_zh_CN.properties", texts -> texts.replace("metric.monetary=", "metric.other="));
        assertThat(catchThrowableOfType(RefusedProblem.class, () -> read(jar)).findings())
                .anyMatch(finding -> finding.path().equals("metric.monetary")
                        && finding.file().equals("messages_zh_CN.properties"));
    }

    private PluginPackage read(PluginJar jar) {
        return read(jar.bytes());
    }

    private PluginPackage read(byte[] jar) {
        try (StagedJar staged = StagedJar.of(staging, new ByteArrayInputStream(jar))) {
            return PluginPackage.read(staged);
        }
    }

    private static Arguments refusal(String reason, String found, PluginJar jar) {
        return Arguments.of(reason, found, jar);
    }
}
