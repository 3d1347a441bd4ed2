package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a signed, whole jar is refused for, and what stands between seeing a plugin and installing it. */
class InstallRefusalTest {
    private final TestDatabase database = TestDatabase.create(TestDatabase.Kind.HSQLDB);
    private final TestSigner signer = TestSigner.of("Example Studio");
    private PluginPortal portal;

    @BeforeEach
    void start() {
        portal = PluginPortal.on(database).start();
        portal.trust(signer);
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        database.close();
    }

    @Test
    void shouldRefuseAnOlderVersion() {
        install(version("1.1.0"));

        assertThat(refusal(version("1.0.9")).arguments()).containsExactly("kiosk", "1.1.0", "1.0.9");
        assertThat(refusal(version("1.1.0-rc.1")).key()).isEqualTo("plugin.refused.downgrade");
        assertThat(portal.card("kiosk").version()).isEqualTo("1.1.0");
    }

    @Test
    void shouldRefuseAnOlderVersionThanTheBundledOne() {
        try (PluginPortal bundled =
                PluginPortal.on(database).bundled(version("2.0.0")).start()) {
            RefusedProblem problem =
                    catchThrowableOfType(RefusedProblem.class, () -> bundled.inspect(signer.sign(version("1.0.0"))));

            assertThat(problem.key()).isEqualTo("plugin.refused.downgrade");
        }
    }

    @Test
    void shouldRefuseTheSameJarAgain() {
        byte[] jar = signer.sign(PluginJar.kiosk());
        portal.install(jar);

        assertThatThrownBy(() -> portal.inspect(jar)).hasMessageContaining("plugin.refused.same");
    }

    @Test
    void shouldRefuseTheSameVersionWithOtherContents() {
        install(PluginJar.kiosk());

        assertThat(refusal(PluginJar.kiosk().file("notes.txt", "x")).key()).isEqualTo("plugin.refused.version-reused");
        assertThat(refusal(version("1.0.0+2").file("notes.txt", "x")).key()).isEqualTo("plugin.refused.version-reused");
    }

    @Test
    void shouldRefuseWhatNeedsAnotherPortal() {
        RefusedProblem problem = refusal(PluginJar.kiosk().manifest("Plugin-Requires", ">=9.0.0"));

        assertThat(problem.key()).isEqualTo("plugin.refused.requires");
        assertThat(problem.arguments()).containsExactly(">=9.0.0", PortalVersion.CURRENT);
    }

    @Test
    void shouldRefuseWhatNeedsAPluginThatIsNotThere() {
        RefusedProblem problem = refusal(PluginJar.vertical("stall").manifest("Plugin-Dependencies", "kiosk@>=1.0.0"));

        assertThat(problem.key()).isEqualTo("plugin.refused.dependency");
        assertThat(problem.arguments()).containsExactly("kiosk", ">=1.0.0");
    }

    @Test
    void shouldRefuseWhatNeedsAnotherVersionOfAPlugin() {
        install(PluginJar.kiosk());
        PluginJar stall = PluginJar.vertical("stall").manifest("Plugin-Dependencies", "kiosk@>=2.0.0");

        assertThat(refusal(stall).key()).isEqualTo("plugin.refused.dependency");
        install(version("2.0.0"));
        install(stall);
        assertThat(portal.card("stall").version()).isEqualTo("1.0.0");
    }

    @Test
    void shouldTakeWhatCanDoWithoutAPlugin() {
        install(PluginJar.vertical("stall").manifest("Plugin-Dependencies", "kiosk?@>=1.0.0"));

        assertThat(portal.card("stall").version()).isEqualTo("1.0.0");
    }

    @Test
    void shouldInstallOnlyOnce() {
        String token = inspect(PluginJar.kiosk());
        portal.installer.install(token);

        assertGone(token);
    }

    @Test
    void shouldNotInstallWithAnInventedToken() {
        inspect(PluginJar.kiosk());

        assertGone("0".repeat(32));
        assertGone("");
        assertThat(portal.plugins.find("kiosk")).isEmpty();
    }

    @Test
    void shouldNotInstallWhatSomebodyElseHasSent() {
        String token = inspect(PluginJar.kiosk());

        portal.rights.actingAs(
                TestRights.user(9, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)), () -> assertGone(token));

        portal.installer.install(token);
        assertThat(portal.card("kiosk").version()).isEqualTo("1.0.0");
    }

    @Test
    void shouldForgetAfterAQuarterOfAnHour() {
        String token = inspect(PluginJar.kiosk());
        portal.clock.forward(StagedPlugins.LIFETIME.plus(Duration.ofSeconds(1)));

        assertGone(token);
        assertThat(portal.files("staging")).isEmpty();
    }

    @Test
    void shouldStillInstallShortlyBefore() {
        String token = inspect(PluginJar.kiosk());
        portal.clock.forward(StagedPlugins.LIFETIME.minus(Duration.ofSeconds(30)));

        assertThat(portal.installer.install(token)).isEqualTo("kiosk");
        assertThat(portal.files("staging")).isEmpty();
    }

    @Test
    void shouldForgetTheOldestOfSomebodyWhoSendsMany() {
        List<String> tokens = IntStream.rangeClosed(0, StagedPlugins.MOST_FOR_ONE)
                .mapToObj(i -> inspect(PluginJar.vertical("stall-" + i)))
                .toList();

        assertThat(portal.files("staging")).hasSize(StagedPlugins.MOST_FOR_ONE);
        assertGone(tokens.getFirst());
        assertThat(portal.installer.install(tokens.getLast())).isEqualTo("stall-3");
    }

    @Test
    void shouldForgetWhatIsNotWanted() {
        String token = inspect(PluginJar.kiosk());

        portal.installer.discard(token);

        assertGone(token);
        assertThat(portal.files("staging")).isEmpty();
    }

    @Test
    void shouldDeleteWhatAProcessThatWasKilledLeftBehind() throws Exception {
        inspect(PluginJar.kiosk());
        Path left = portal.data.resolve("staging");
        assertThat(portal.files("staging")).hasSize(1);

        new StagedPlugins(left, portal.clock).stop();

        assertThat(portal.files("staging")).isEmpty();
    }

    @Test
    void shouldNotInstallWhatWasSignedBySomebodyRevokedMeanwhile() {
        String token = inspect(PluginJar.kiosk());
        portal.revoke(signer, "key was stolen");

        assertThatThrownBy(() -> portal.installer.install(token)).hasMessageContaining("plugin.refused.revoked");
        assertThat(portal.plugins.find("kiosk")).isEmpty();
        assertThat(portal.files("staging")).isEmpty();
    }

    @Test
    void shouldNotReplaceAVersionThatWasNotShown() {
        install(PluginJar.kiosk());
        String token = inspect(version("3.0.0"));
        install(version("2.0.0"));

        assertThatThrownBy(() -> portal.installer.install(token))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("plugin.problem.replaced-meanwhile");
        assertThat(portal.card("kiosk").version()).isEqualTo("2.0.0");
    }

    private static PluginJar version(String version) {
        return PluginJar.kiosk().manifest("Plugin-Version", version);
    }

    private void install(PluginJar jar) {
        portal.install(signer.sign(jar));
    }

    private String inspect(PluginJar jar) {
        return portal.inspect(signer.sign(jar)).token();
    }

    private void assertGone(String token) {
        assertThatThrownBy(() -> portal.installer.install(token))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("plugin.problem.staged-gone");
    }

    private RefusedProblem refusal(PluginJar jar) {
        RefusedProblem problem = catchThrowableOfType(RefusedProblem.class, () -> portal.inspect(signer.sign(jar)));
        assertThat(problem).as("the jar was taken").isNotNull();
        assertThat(portal.files("staging")).isEmpty();
        return problem;
    }
}
