package org.clientele.plugins.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clientele.plugins.api.ImportPreset;
import org.clientele.plugins.definition.DefinitionReader;
import org.clientele.plugins.definition.DefinitionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the guides show works: who pastes all their pieces has the finished example, and the example is whole. */
class GuideTest {
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Path HOTEL = DOCS.resolve("examples").resolve("hotel");
    private static final Path CODE = DOCS.resolve("examples").resolve("hotel-code");
    private static final Map<String, String> CHINESE_TEXTS = Map.of("plugin-guide.zh-CN.md", "_zh_CN");

    @TempDir
    private Path folder;

    @Test
    void shouldFinishWithAVerticalThatIsWholeAndGood() {
        KitRun check = KitRun.of(DOCS.resolve("examples"), "check", "hotel", "--strict");

        assertThat(check.answer()).as("%s", check.lines()).isEqualTo(Kit.FINE);
    }

    @ParameterizedTest
    @CsvSource({"plugin-guide.md", "plugin-guide.zh-CN.md"})
    void shouldShowTheWholeDefinitionInPieces(String guide) throws IOException {
        assertThat(String.join("\n", blocks(guide, "yaml"))).isEqualTo(read(HOTEL.resolve("vertical.yaml")));
        assertThat(blocks(guide, "text")).containsExactly(read(HOTEL.resolve("META-INF/MANIFEST.MF")));
    }

    /** Somebody who follows the guide without writing a text can already install the plugin. */
    @ParameterizedTest
    @CsvSource({"plugin-guide.md", "plugin-guide.zh-CN.md"})
    void shouldLeadFromNothingToAPluginThatCanBePacked(String guide) throws IOException {
        KitRun.of(folder, "new", "hotel");
        Files.writeString(folder.resolve("hotel/vertical.yaml"), String.join("\n", blocks(guide, "yaml")));
        assertThat(KitRun.of(folder, "texts", "hotel").answer()).isEqualTo(Kit.FINE);

        assertThat(KitRun.of(folder, "pack", "hotel").answer()).isEqualTo(Kit.FINE);
        assertThat(folder.resolve("hotel/dist/hotel-1.0.0.jar")).exists();
    }

    @ParameterizedTest
    @CsvSource({"plugin-guide.md", "plugin-guide.zh-CN.md"})
    void shouldShowTextsOfTheExample(String guide) throws IOException {
        String language = CHINESE_TEXTS.getOrDefault(guide, "");
        List<String> texts = new ArrayList<>();
        texts.addAll(Files.readAllLines(HOTEL.resolve("messages" + language + ".properties")));
        texts.addAll(Files.readAllLines(CODE.resolve("additions" + language + ".properties")));

        assertThat(blocks(guide, "properties")).hasSize(2).allSatisfy(block -> assertThat(texts)
                .containsAll(block.lines().toList()));
    }

    @ParameterizedTest
    @CsvSource({"plugin-guide.md", "plugin-guide.zh-CN.md"})
    void shouldShowChangesThatFitTheExample(String guide) throws IOException {
        List<String> changes = blocks(guide, "yml");

        assertThat(changes).hasSize(2).last().isEqualTo(read(CODE.resolve("additions.yaml")));
        for (String change : changes) {
            String changed = new YamlChange(read(HOTEL.resolve("vertical.yaml"))).with(change);
            DefinitionResult result = DefinitionReader.read(changed.getBytes(StandardCharsets.UTF_8), "vertical.yaml");

            assertThat(result).as("%s", result).isInstanceOf(DefinitionResult.Valid.class);
        }
    }

    @Test
    void shouldStayWholeAndGoodWithTheModelAndScreenOfDevelopers() throws IOException {
        KitRun.of(folder, "new", "hotel");
        Path hotel = folder.resolve("hotel");
        Files.writeString(
                hotel.resolve("META-INF/MANIFEST.MF"),
                read(HOTEL.resolve("META-INF/MANIFEST.MF")) + "Plugin-Package: com.example.hotel\n");
        Files.writeString(
                hotel.resolve("vertical.yaml"),
                new YamlChange(read(HOTEL.resolve("vertical.yaml"))).with(read(CODE.resolve("additions.yaml"))));
        for (String language : List.of("", "_zh_CN")) {
            Files.writeString(
                    hotel.resolve("messages" + language + ".properties"),
                    read(HOTEL.resolve("messages" + language + ".properties"))
                            + read(CODE.resolve("additions" + language + ".properties")));
        }

        KitRun check = KitRun.of(folder, "check", "hotel", "--strict");

        assertThat(check.answer()).as("%s", check.lines()).isEqualTo(Kit.FINE);
    }

    /** That the code compiles and is taken is shown where a portal is at hand. */
    @ParameterizedTest
    @CsvSource({"plugin-guide.md", "plugin-guide.zh-CN.md"})
    void shouldShowTheCodeOfTheExample(String guide) throws IOException {
        Path sources = CODE.resolve("com").resolve("example").resolve("hotel");

        assertThat(blocks(guide, "java"))
                .containsExactly(read(sources.resolve("AbovePeers.java")), read(sources.resolve("ServiceBoard.java")));
    }

    @ParameterizedTest
    @CsvSource({"plugin-guide.md", "plugin-guide.zh-CN.md"})
    void shouldNameCommandsAndFilesThatExist(String guide) throws IOException {
        String launcher = read(Path.of("..", "..", "clientele"));
        Matcher commands = Pattern.compile("\\./clientele ([a-z-]+)").matcher(read(DOCS.resolve(guide)));
        while (commands.find()) {
            assertThat(launcher).contains("  " + commands.group(1) + ") ");
        }
        Matcher links = Pattern.compile("\\]\\(([^)#][^)]*)\\)").matcher(read(DOCS.resolve(guide)));
        while (links.find()) {
            assertThat(DOCS.resolve(links.group(1).replaceFirst("#.*", ""))).exists();
        }
    }

    @Test
    void shouldBringFilesThatThePresetsRecognise() throws IOException {
        DefinitionResult result =
                DefinitionReader.read(Files.readAllBytes(HOTEL.resolve("vertical.yaml")), "vertical.yaml");

        assertThat(result).isInstanceOf(DefinitionResult.Valid.class);
        for (ImportPreset preset :
                ((DefinitionResult.Valid) result).definition().imports()) {
            String header =
                    Files.readAllLines(HOTEL.resolve(preset.id() + ".csv")).getFirst();
            assertThat(List.of(header.split(","))).isEqualTo(preset.header());
        }
    }

    private static List<String> blocks(String guide, String language) throws IOException {
        Matcher matcher =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(read(DOCS.resolve(guide)));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        assertThat(blocks).as("%s blocks of %s", language, guide).isNotEmpty();
        return blocks;
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
