package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.PluginCard.Offer;
import org.clientele.plugin.PluginCard.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueFolderTest {
    private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    private final TestSigner signer = TestSigner.of("Example Studio");
    private PluginPortal portal;

    @BeforeEach
    void start() throws IOException {
        portal = PluginPortal.on(database).start();
        portal.trust(signer);
        Files.createDirectories(portal.catalogueFolder);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        database.close();
    }

    @Test
    void shouldOfferAndInstallASignedJar() {
        place("kiosk.jar", signer.sign(PluginJar.kiosk()));

        PluginCard card = portal.card("kiosk");
        assertThat(card.state()).isEqualTo(State.OFFERED);
        assertThat(card.trust()).isEqualTo(Trust.SIGNED);

        portal.installer.install(portal.installer.inspect(offer("kiosk")).token());

        assertThat(portal.card("kiosk").state()).isEqualTo(State.DISABLED);
        assertThat(portal.card("kiosk").offer()).isNull();
        assertThat(portal.files("staging")).isEmpty();
    }

    @Test
    void shouldOfferTheHighestOfSeveralNewerVersions() {
        portal.install(signer.sign(PluginJar.kiosk()));
        place("a.jar", signer.sign(version("1.2.0")));
        place("b.jar", signer.sign(version("1.10.0")));
        place("c.jar", signer.sign(version("0.9.0")));

        assertThat(offer("kiosk").version()).isEqualTo("1.10.0");
        assertThat(portal.card("kiosk").version()).isEqualTo("1.0.0");
    }

    @Test
    void shouldSayWhyAJarIsRefused() {
        place("unsigned.jar", PluginJar.kiosk().bytes());
        place("no.jar", "hello".getBytes(StandardCharsets.UTF_8));
        place("later.jar", signer.sign(PluginJar.vertical("stall").manifest("Plugin-Requires", ">=9.0.0")));

        assertThat(problem("unsigned.jar")).hasMessageContaining("plugin.refused.untrusted");
        assertThat(problem("no.jar")).hasMessageContaining("plugin.refused.not-a-jar");
        assertThat(problem("later.jar")).hasMessageContaining("plugin.refused.requires");
    }

    @Test
    void shouldJudgeAgainWhenTheTrustListChanges() {
        place("kiosk.jar", signer.sign(PluginJar.kiosk()));
        assertThat(portal.card("kiosk").state()).isEqualTo(State.OFFERED);

        portal.revoke(signer, "key was stolen");

        assertThat(problem("kiosk.jar")).hasMessageContaining("plugin.refused.revoked");
    }

    @Test
    void shouldNotInstallAFileThatHasGone() throws IOException {
        place("kiosk.jar", signer.sign(PluginJar.kiosk()));
        Offer offer = offer("kiosk");
        Files.delete(portal.catalogueFolder.resolve("kiosk.jar"));

        assertThatThrownBy(() -> portal.installer.inspect(offer))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("plugin.catalogue.gone");
    }

    @Test
    void shouldNotInstallAFileThatIsAnotherOneNow() {
        place("kiosk.jar", signer.sign(PluginJar.kiosk()));
        Offer offer = offer("kiosk");
        place("kiosk.jar", signer.sign(version("1.1.0")));

        assertThatThrownBy(() -> portal.installer.inspect(offer))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("plugin.catalogue.changed");
        assertThat(portal.files("staging")).isEmpty();
        assertThat(portal.card("kiosk").version()).isEqualTo("1.1.0");
    }

    @Test
    void shouldNotReadFilesOutsideTheFolder() throws IOException {
        byte[] jar = signer.sign(PluginJar.kiosk());
        Files.write(portal.data.resolve("outside.jar"), jar);

        for (String name : new String[] {
            "../outside.jar", portal.data.resolve("outside.jar").toString()
        }) {
            assertThatThrownBy(() -> portal.installer.inspect(new Offer(name, PluginJar.digest(jar), "1.0.0")))
                    .hasMessageContaining("plugin.catalogue.gone");
        }
        Path folder = Files.createDirectory(portal.catalogueFolder.resolve("folder.jar"));
        assertThat(folder).isDirectory();
        assertThat(portal.catalogue.cards()).isEmpty();
    }

    @Test
    void shouldExamineFiftyFilesAndSayThatTheOthersAreTooMany() throws IOException {
        for (int i = 0; i <= CatalogueFolder.MOST_FILES; i++) {
            Files.writeString(portal.catalogueFolder.resolve("%02d.jar".formatted(i)), "x");
        }

        assertThat(problem("49.jar")).hasMessageContaining("plugin.refused.not-a-jar");
        assertThat(problem("50.jar")).hasMessageContaining("plugin.catalogue.too-many");
    }

    @Test
    void shouldShowTheFolderToNobodyElse() {
        place("kiosk.jar", signer.sign(PluginJar.kiosk()));
        Offer offer = offer("kiosk");
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));

        assertThatThrownBy(() -> portal.catalogue.cards()).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> portal.installer.inspect(offer)).isInstanceOf(ForbiddenProblem.class);
    }

    private static PluginJar version(String version) {
        return PluginJar.kiosk().manifest("Plugin-Version", version);
    }

    private void place(String name, byte[] jar) {
        try {
            Files.write(portal.catalogueFolder.resolve(name), jar);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Offer offer(String id) {
        return Objects.requireNonNull(portal.card(id).offer());
    }

    private Problem problem(String fileName) {
        return Objects.requireNonNull(portal.card(fileName).problem());
    }
}
