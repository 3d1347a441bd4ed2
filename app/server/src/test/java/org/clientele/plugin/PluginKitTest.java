package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.jar.Manifest;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.DefinitionReader;
import org.clientele.plugins.definition.DefinitionResult;
import org.clientele.plugins.kit.Kit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vertical without a line of Java goes from nothing into a running portal. */
class PluginKitTest {

    private static final Path EXAMPLES = Path.of("..", "..", "docs", "examples");
    private static final Path CODE = EXAMPLES.resolve("hotel-code");

    @TempDir
    private Path folder;

    @Test
    void shouldInstallANewVerticalMadeCheckedAndPackedByTheKit() throws Exception {
        kit("new", "tea-house");
        kit("check", "tea-house", "--strict");
        kit("pack", "tea-house");

        TestSigner signer = TestSigner.of("Example Tea Ltd");
        try (TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
                PluginPortal portal = PluginPortal.on(database).start()) {
            portal.trust(signer);
            portal.install(signer.sign(Files.readAllBytes(folder.resolve("tea-house/dist/tea-house-1.0.0.jar"))));
            portal.service.enable("tea-house", "CNY", AsOfMode.TODAY, null);

            Vertical vertical = portal.verticals.get("tea-house");
            assertThat(vertical.name(Locale.ENGLISH)).isEqualTo("Tea house");
            assertThat(vertical.tables().activity("purchase").column("amount")).isNotBlank();
            assertThat(portal.card("tea-house").state()).isEqualTo(State.ENABLED);
            assertThat(portal.card("tea-house").trust()).isEqualTo(Trust.SIGNED);
        }
    }

    @Test
    void shouldInstallTheHotelOfTheGuideInDeveloperMode() throws Exception {
        kit("new", "hotel");
        for (String name : List.of("vertical.yaml", "messages.properties", "messages_zh_CN.properties")) {
            Files.copy(
                    EXAMPLES.resolve("hotel").resolve(name),
                    folder.resolve("hotel").resolve(name),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        kit("pack", "hotel");

        try (TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
                PluginPortal portal = PluginPortal.on(database).developerMode().start()) {
            portal.install(Files.readAllBytes(folder.resolve("hotel/dist/hotel-1.0.0.jar")));
            portal.service.enable("hotel", "CNY", AsOfMode.TODAY, null);

            assertThat(portal.verticals.get("hotel").name(Locale.SIMPLIFIED_CHINESE))
                    .isEqualTo("酒店");
            assertThat(portal.card("hotel").trust()).isEqualTo(Trust.DEVELOPER);
        }
    }

    @Test
    void shouldTakeTheCodeThatTheGuideShows() throws Exception {
        Path sources = CODE.resolve("com/example/hotel");
        ClassInspection inspection = new ClassInspection();
        PluginSources.compile(
                        Files.readString(sources.resolve("AbovePeers.java")),
                        Files.readString(sources.resolve("ServiceBoard.java")))
                .forEach(inspection::take);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().putValue("Plugin-Package", "com.example.hotel");

        assertThat(inspection.judge(manifest, hotelWithCode()).extensions())
                .containsExactlyInAnyOrder("com.example.hotel.AbovePeers", "com.example.hotel.ServiceBoard");
    }

    /** The hotel of the guide with the model and the screen that its last part adds. */
    private static VerticalDefinition hotelWithCode() throws IOException {
        String additions = Files.readString(CODE.resolve("additions.yaml"));
        int screens = additions.indexOf("screens:");
        String yaml = Files.readString(EXAMPLES.resolve("hotel/vertical.yaml"))
                        .replace("models:\n", additions.substring(0, screens))
                + additions.substring(screens);
        return switch (DefinitionReader.read(yaml.getBytes(StandardCharsets.UTF_8), "vertical.yaml")) {
            case DefinitionResult.Valid(VerticalDefinition definition) -> definition;
            case DefinitionResult.Invalid invalid -> throw new AssertionError(invalid.findings());
        };
    }

    private void kit(String... args) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        int answer =
                Kit.run(List.of(args), folder, Locale.ENGLISH, new PrintStream(written, true, StandardCharsets.UTF_8));

        assertThat(answer).as(written.toString(StandardCharsets.UTF_8)).isEqualTo(Kit.FINE);
    }
}
