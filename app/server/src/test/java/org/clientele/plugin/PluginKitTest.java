package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugins.kit.Kit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vertical without a line of Java goes from nothing into a running portal. */
class PluginKitTest {

    @TempDir
    private Path folder;

    @Test
    void shouldInstallANewVerticalMadeCheckedAndPackedByTheKit() throws Exception {
        kit("new", "tea-house");
        kit("check", "tea-house", "--strict");
        kit("pack", "tea-house");

        try (TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
                PluginPortal portal = PluginPortal.on(database).developerMode().start()) {
            upload(portal, folder.resolve("tea-house/dist/tea-house-1.0.0.jar"));
            portal.service.enable("tea-house", "CNY", AsOfMode.TODAY, null);

            Vertical vertical = portal.verticals.get("tea-house");
            assertThat(vertical.name(Locale.ENGLISH)).isEqualTo("Tea house");
            assertThat(vertical.tables().activity("purchase").column("amount")).isNotBlank();
            assertThat(portal.card("tea-house").state()).isEqualTo(State.ENABLED);
        }
    }

    private void kit(String... args) {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        int answer =
                Kit.run(List.of(args), folder, Locale.ENGLISH, new PrintStream(written, true, StandardCharsets.UTF_8));

        assertThat(answer).as(written.toString(StandardCharsets.UTF_8)).isEqualTo(Kit.FINE);
    }

    private static void upload(PluginPortal portal, Path jar) throws IOException {
        try (InputStream in = Files.newInputStream(jar)) {
            portal.service.upload(in);
        }
    }
}
