package org.clientele.plugins.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KitTest {
    @TempDir
    private Path folder;

    @Test
    void shouldMakeAVerticalThatIsWholeAndGood() {
        assertThat(KitRun.of(folder, "new", "hotel").answer()).isEqualTo(Kit.FINE);

        KitRun check = KitRun.of(folder, "check", "hotel", "--strict");

        assertThat(check.lines())
                .containsExactly("hotel 1.0.0 is whole: 4 attributes, 1 activity, 5 metrics, 3 models, 3 strategies.");
        assertThat(check.answer()).isEqualTo(Kit.FINE);
    }

    @Test
    void shouldPackTheSameJarEachTimeFromWhatAPluginIsMadeOf() throws IOException {
        KitRun.of(folder, "new", "hotel");
        Files.writeString(folder.resolve("hotel").resolve("notes.txt"), "ours");

        assertThat(KitRun.of(folder, "pack", "hotel").lines())
                .last()
                .asString()
                .isEqualTo("Packed " + Path.of("hotel", "dist", "hotel-1.0.0.jar"));

        Path jar = folder.resolve("hotel/dist/hotel-1.0.0.jar");
        byte[] first = Files.readAllBytes(jar);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly(
                            "META-INF/MANIFEST.MF",
                            "vertical.yaml",
                            "messages.properties",
                            "messages_zh_CN.properties");
        }
        KitRun.of(folder, "pack", "hotel");
        assertThat(Files.readAllBytes(jar)).isEqualTo(first);
        assertThat(KitRun.of(folder, "check", jar.toString(), "--strict").answer())
                .isEqualTo(Kit.FINE);
    }

    @Test
    void shouldNameFileAndLineOfWhatIsWrong() {
        KitRun.of(folder, "new", "hotel");
        edit("hotel/vertical.yaml", text -> text.replace("metric: monetary", "metric: monetry"));
        edit("hotel/META-INF/MANIFEST.MF", text -> text.replace("1.0.0", "1"));

        KitRun check = KitRun.of(folder, "check", "hotel");

        assertThat(check.lines())
                .containsExactly(
                        Path.of("hotel", "META-INF", "MANIFEST.MF")
                                + ":3 Plugin-Version: “1” is not possible here; write something like 1.0.0",
                        Path.of("hotel", "vertical.yaml")
                                + ":41:13 /models/0/metric: “monetry” is not declared; declared: monetary",
                        "2 findings. The portal refuses the plugin as it is.");
        assertThat(check.answer()).isEqualTo(Kit.REFUSED);
        assertThat(KitRun.of(folder, "pack", "hotel").answer()).isEqualTo(Kit.REFUSED);
        assertThat(folder.resolve("hotel/dist")).doesNotExist();
    }

    @Test
    void shouldNameThePlaceInAJar() {
        KitRun.of(folder, "new", "hotel");
        KitRun.of(folder, "pack", "hotel");
        edit("hotel/vertical.yaml", text -> text.replace("source: own\n    metric", "source: other\n    metric"));
        KitRun.of(folder, "texts", "hotel");

        Path jar = Path.of("hotel", "dist", "hotel-1.0.0.jar");
        assertThat(KitRun.of(folder, "pack", "hotel").answer()).isEqualTo(Kit.FINE);
        assertThat(KitRun.of(folder, "check", jar.toString()).lines())
                .contains(jar
                        + "!messages_zh_CN.properties:99 source.other: the text “source.other” is still to be written");
    }

    @Test
    void shouldSpeakChinese() {
        KitRun.of(folder, "new", "hotel");
        edit("hotel/vertical.yaml", text -> text.replace("metric: monetary", "metric: monetry"));

        assertThat(KitRun.of(Locale.SIMPLIFIED_CHINESE, folder, "check", "hotel")
                        .lines())
                .containsExactly(
                        Path.of("hotel", "vertical.yaml") + ":41:13 /models/0/metric: 未声明“monetry”，已声明：monetary",
                        "发现 1 处问题，系统不会接受当前的插件。");
    }

    @Test
    void shouldTakeHintsForErrorsWhenStrict() {
        KitRun.of(folder, "new", "hotel");
        edit("hotel/messages.properties", text -> text + "odd=1\n");

        assertThat(KitRun.of(folder, "check", "hotel").answer()).isEqualTo(Kit.FINE);
        KitRun strict = KitRun.of(folder, "check", "hotel", "--strict");
        assertThat(strict.answer()).isEqualTo(Kit.REFUSED);
        assertThat(strict.lines())
                .startsWith(
                        "Hints; the portal takes the plugin all the same:",
                        Path.of("hotel", "messages.properties")
                                + ":99 odd: the text “odd” is used by nothing; remove it or correct its key");
    }

    @Test
    void shouldAddALineForEveryMissingTextOnce() throws IOException {
        KitRun.of(folder, "new", "hotel");
        edit(
                "hotel/vertical.yaml",
                text -> text.replace(
                        "  - { id: member,",
                        "  - { id: room_size, type: integer, layer: needs, personal: false, unit: m² }\n  - { id: member,"));
        edit("hotel/messages.properties", text -> text.replace("metric.monetary.help=Sum of all purchases\n", ""));

        KitRun added = KitRun.of(folder, "texts", "hotel");

        assertThat(added.lines())
                .containsExactly(
                        "2 lines – " + Path.of("hotel", "messages.properties"),
                        "One line – " + Path.of("hotel", "messages_zh_CN.properties"));
        assertThat(Files.readString(folder.resolve("hotel/messages.properties")))
                .endsWith("attribute.room_size=Room size\nmetric.monetary.help=…\n");
        assertThat(KitRun.of(folder, "check", "hotel").lines())
                .contains(Path.of("hotel", "messages.properties")
                        + ":99 metric.monetary.help: the text “metric.monetary.help” is still to be written");
        assertThat(KitRun.of(folder, "texts", "hotel").lines())
                .allMatch(line -> line.startsWith("No text was missing"));
    }

    @Test
    void shouldAddNoTextsToADefinitionThatIsWrong() {
        KitRun.of(folder, "new", "hotel");
        edit("hotel/vertical.yaml", text -> text.replace("icon: store", "ikon: store"));

        assertThat(KitRun.of(folder, "texts", "hotel").answer()).isEqualTo(Kit.REFUSED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Plugin-Id: hotel        | Plugin-Id: Hotel        | :2 Plugin-Id: “Hotel” is not possible here; write something like hotel
                    Plugin-Id: hotel        | Plugin-Id: motel        | :2 Plugin-Id: “motel” differs from the id in vertical.yaml, “hotel”; both must be the same
                    Plugin-Requires: >=0.1.0 | Plugin-Requires: >=9.0.0 | :4 Plugin-Requires: “>=9.0.0” excludes this portal, 0.1.0
                    Plugin-Requires: >=0.1.0 | Plugin-Requires: new     | :4 Plugin-Requires: “new” is not possible here; write something like >=0.1.0
                    Plugin-Provider: Example Ltd | Plugin-Vendor: Example Ltd | :6 Plugin-Provider: missing; add a line such as Plugin-Provider: Example Ltd
                    Manifest-Version: 1.0   | Manifest-Version          | : not readable; write one entry a line, as in Plugin-Id: hotel
                    """)
    void shouldNameTheLineOfTheManifest(String part, String wrong, String expected) {
        KitRun.of(folder, "new", "hotel");
        edit("hotel/META-INF/MANIFEST.MF", text -> text.replace(part, wrong));

        assertThat(KitRun.of(folder, "check", "hotel").lines())
                .first()
                .isEqualTo(Path.of("hotel", "META-INF", "MANIFEST.MF") + expected);
    }

    @Test
    void shouldSayWhatACodePluginLacks() throws IOException {
        KitRun.of(folder, "new", "hotel");
        edit("hotel/vertical.yaml", text -> text.replace("tiles:", """
                screens:
                  - { id: board, icon: store, extension: com.example.hotel.Board }

                tiles:"""));
        KitRun.of(folder, "texts", "hotel");

        assertThat(KitRun.of(folder, "check", "hotel").lines())
                .contains(Path.of("hotel", "META-INF", "MANIFEST.MF")
                        + ":6 Plugin-Package: missing; add a line such as Plugin-Package: com.example.hotel");
        edit("hotel/META-INF/MANIFEST.MF", text -> text + "Plugin-Package: com.example.motel\n");
        assertThat(KitRun.of(folder, "check", "hotel").lines())
                .contains(Path.of("hotel", "META-INF", "MANIFEST.MF")
                        + ":6 Plugin-Package: “com.example.motel” does not hold the class com.example.hotel.Board");
        edit("hotel/META-INF/MANIFEST.MF", text -> text.replace("motel", "hotel"));
        assertThat(KitRun.of(folder, "pack", "hotel").lines())
                .last()
                .asString()
                .startsWith("vertical.yaml names the class com.example.hotel.Board");
    }

    @Test
    void shouldRefuseWhatIsNotThereOrTaken() throws IOException {
        KitRun.of(folder, "new", "hotel");
        Files.writeString(folder.resolve("text.jar"), "no jar");

        assertThat(KitRun.of(folder, "new", "hotel").lines())
                .containsExactly("hotel exists already; name another folder");
        assertThat(KitRun.of(folder, "new", "Hotel", "other").answer()).isEqualTo(Kit.REFUSED);
        assertThat(folder.resolve("other")).doesNotExist();
        assertThat(KitRun.of(folder, "check", "motel").lines()).containsExactly("There is no file or folder motel");
        assertThat(KitRun.of(folder, "check", "text.jar").lines())
                .containsExactly("text.jar is no jar, or it is cut off");
        assertThat(KitRun.of(folder, "pack", "text.jar").answer()).isEqualTo(Kit.REFUSED);
    }

    @Test
    void shouldExplainItselfWhenNotUnderstood() {
        for (String[] args : List.of(new String[0], new String[] {"check"}, new String[] {"bake", "hotel"})) {
            KitRun run = KitRun.of(folder, args);

            assertThat(run.answer()).isEqualTo(Kit.USAGE);
            assertThat(run.lines()).first().asString().startsWith("new-plugin ID");
        }
    }

    @Test
    void shouldChooseTheLanguageOfTheTerminal() {
        assertThat(Main.locale(Map.of("LANG", "zh_CN.UTF-8"))).isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(Main.locale(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C"))).isEqualTo(Locale.ENGLISH);
        assertThat(Main.locale(Map.of())).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void shouldSayEverythingInBothLanguages() {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        String name = "org.clientele.plugins.kit.kit";

        assertThat(ResourceBundle.getBundle(name, Locale.SIMPLIFIED_CHINESE, exact)
                        .keySet())
                .isEqualTo(ResourceBundle.getBundle(name, Locale.ROOT, exact).keySet());
    }

    private void edit(String file, UnaryOperator<String> change) {
        Path path = folder.resolve(file);
        try {
            String before = Files.readString(path);
            String after = change.apply(before);
            assertThat(after).isNotEqualTo(before);
            Files.writeString(path, after);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
