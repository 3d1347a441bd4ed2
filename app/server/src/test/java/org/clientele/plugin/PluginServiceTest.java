package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.PluginCard.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PluginServiceTest {
    private final TestDatabase.Kind kind;
    private TestDatabase database;

    PluginServiceTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void createDatabase() {
        database = TestDatabase.create(kind);
    }

    @AfterEach
    void closeDatabase() throws Exception {
        database.close();
    }

    @Test
    void shouldListABundledPluginWithItsDigest() {
        PluginJar jar = PluginJar.kiosk();
        try (PluginPortal portal = PluginPortal.on(database).bundled(jar).start()) {
            PluginCard card = portal.card("kiosk");

            assertThat(card.state()).isEqualTo(State.AVAILABLE);
            assertThat(card.trust()).isEqualTo(Trust.BUNDLED);
            assertThat(card.digest()).isEqualTo(PluginJar.digest(jar.bytes()));
            assertThat(card.name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("小卖部");
        }
    }

    @Test
    void shouldEnableAndTellEverybody() throws Exception {
        try (PluginPortal portal =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            BlockingQueue<VerticalsChanged> told = new LinkedBlockingQueue<>();
            portal.announcements.listen(VerticalsChanged.class, told::add);

            portal.service.enable("kiosk", "CNY", AsOfMode.LAST_ACTIVITY, null);

            Vertical vertical = portal.verticals.get("kiosk");
            assertThat(vertical.name(Locale.ENGLISH)).isEqualTo("Kiosk");
            assertThat(vertical.tables().activity("purchase").column("amount")).isNotBlank();
            assertThat(told.poll(5, TimeUnit.SECONDS)).isEqualTo(new VerticalsChanged("kiosk"));
            assertThat(portal.runtime.isLoaded("kiosk")).isTrue();
            assertThat(portal.files("plugins")).containsExactly("kiosk-1.0.0.jar");
            assertThat(portal.files("staging")).isEmpty();
            assertThat(portal.audit.actions()).containsExactly("plugin.enable plugin kiosk");
            assertThat(portal.card("kiosk").state()).isEqualTo(State.ENABLED);
        }
    }

    @Test
    void shouldDisableKeepingTheData() {
        try (PluginPortal portal =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            portal.service.enable("kiosk", "CNY", AsOfMode.LAST_ACTIVITY, null);
            VerticalTables tables = portal.verticals.get("kiosk").tables();

            portal.service.disable("kiosk");

            assertThat(portal.verticals.enabled()).isEmpty();
            assertThat(portal.runtime.isLoaded("kiosk")).isFalse();
            assertThat(portal.card("kiosk").state()).isEqualTo(State.DISABLED);
            assertThatThrownBy(() -> portal.verticals.get("kiosk")).isInstanceOf(Problem.class);
            portal.service.enable("kiosk", "CNY", AsOfMode.LAST_ACTIVITY, null);
            assertThat(portal.verticals.get("kiosk").tables()).isEqualTo(tables);
        }
    }

    @Test
    void shouldDoNothingWhenEnabledOrDisabledTwice() {
        try (PluginPortal portal =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            portal.service.enable("kiosk", "CNY", AsOfMode.LAST_ACTIVITY, null);
            portal.service.enable("kiosk", "EUR", AsOfMode.TODAY, null);
            assertThat(portal.verticals.get("kiosk").currency()).isEqualTo("CNY");

            portal.service.disable("kiosk");
            portal.service.disable("kiosk");

            assertThat(portal.audit.actions())
                    .containsExactly("plugin.enable plugin kiosk", "plugin.disable plugin kiosk");
        }
    }

    @Test
    void shouldEnableOnceWhenManyAskAtOnce() throws Exception {
        try (PluginPortal portal =
                        PluginPortal.on(database).bundled(PluginJar.kiosk()).start();
                ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<? extends java.util.concurrent.Future<?>> asked = IntStream.range(0, 8)
                    .mapToObj(i ->
                            people.submit(() -> portal.service.enable("kiosk", "CNY", AsOfMode.LAST_ACTIVITY, null)))
                    .toList();
            for (var answer : asked) {
                answer.get(30, TimeUnit.SECONDS);
            }

            assertThat(portal.audit.actions()).containsExactly("plugin.enable plugin kiosk");
            assertThat(portal.verticals.enabled()).hasSize(1);
        }
    }

    @Test
    void shouldLoadWhatIsEnabledAfterARestart() {
        PortalSetup setup = PluginPortal.on(database).bundled(PluginJar.kiosk());
        try (PluginPortal before = setup.start()) {
            before.service.enable("kiosk", "CNY", AsOfMode.FIXED, LocalDate.of(1998, 6, 30));
        }
        try (PluginPortal after = setup.start()) {
            assertThat(after.verticals.get("kiosk").asOfDate()).isEqualTo("1998-06-30");
            assertThat(after.runtime.isLoaded("kiosk")).isTrue();
        }
    }

    @Test
    void shouldFollowThePortalWhenItBringsANewerJar() {
        try (PluginPortal before =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            before.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        }
        PluginJar newer = PluginJar.kiosk().manifest("Plugin-Version", "1.1.0");
        try (PluginPortal after = PluginPortal.on(database).bundled(newer).start()) {
            assertThat(after.card("kiosk").version()).isEqualTo("1.1.0");
            assertThat(after.card("kiosk").state()).isEqualTo(State.ENABLED);
        }
    }

    @Test
    void shouldLoadFromTheDatabaseWhatThePortalNoLongerBrings() {
        try (PluginPortal before =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            before.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        }
        try (PluginPortal after = PluginPortal.on(database).start()) {
            assertThat(after.card("kiosk").state()).isEqualTo(State.ENABLED);
        }
    }

    @Test
    void shouldStayAliveWhenAnEnabledPluginCannotBeLoaded() {
        try (PluginPortal before = PluginPortal.on(database)
                .bundled(PluginJar.kiosk())
                .bundled(PluginJar.vertical("stall"))
                .start()) {
            before.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
            before.service.enable("stall", "CNY", AsOfMode.TODAY, null);
        }
        database.jdbi().useHandle(h -> h.createUpdate("UPDATE plugin SET jar = :jar WHERE id = 'kiosk'")
                .bind("jar", new byte[] {1, 2, 3})
                .execute());
        try (PluginPortal after = PluginPortal.on(database).start()) {
            assertThat(after.verticals.find("kiosk")).isEmpty();
            assertThat(after.verticals.find("stall")).isPresent();
            PluginCard card = after.card("kiosk");
            assertThat(card.state()).isEqualTo(State.FAILED);
            assertThat(card.trust()).isEqualTo(Trust.ALTERED);
            assertThat(card.problem()).hasMessageContaining("plugin.refused.digest");
        }
    }

    @Test
    void shouldRefuseABundledJarWithAnAlteredByte() {
        byte[] jar = PluginJar.kiosk().bytes();
        String listed = PluginJar.digest(jar);
        jar[jar.length / 2] ^= 1;
        try (PluginPortal portal =
                PluginPortal.on(database).bundled(jar, listed).start()) {
            PluginCard card = portal.card("bundled-1.jar");

            assertThat(card.state()).isEqualTo(State.FAILED);
            assertThat(card.trust()).isEqualTo(Trust.ALTERED);
            assertThat(card.manageable()).isFalse();
            assertThatThrownBy(() -> portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("plugin.problem.unknown");
        }
    }

    @Test
    void shouldGoBackFromADevelopersJarToTheBundledOneOfTheSameVersion() {
        byte[] jar = PluginJar.kiosk().bytes();
        try (PluginPortal portal = PluginPortal.on(database)
                .bundled(jar, PluginJar.digest(jar))
                .developerMode()
                .start()) {
            portal.install(PluginJar.kiosk().manifest("Plugin-Provider", "Me"));
            assertThat(portal.card("kiosk").trust()).isEqualTo(Trust.DEVELOPER);

            assertThat(portal.install(jar)).isEqualTo("kiosk");
            assertThat(portal.card("kiosk").trust()).isEqualTo(Trust.BUNDLED);
        }
    }

    @Test
    void shouldRefuseAJarNobodyVouchesFor() {
        try (PluginPortal portal = PluginPortal.on(database).start()) {
            PluginJar jar = PluginJar.kiosk();

            assertThatThrownBy(() -> portal.install(jar))
                    .isInstanceOf(RefusedProblem.class)
                    .hasMessageContaining("plugin.refused.untrusted");
            assertThat(portal.catalogue.cards()).isEmpty();
            assertThat(portal.files("staging")).isEmpty();
        }
    }

    @Test
    void shouldTakeAnyWholeJarInDeveloperModeAndMarkIt() {
        try (PluginPortal portal = PluginPortal.on(database).developerMode().start()) {
            portal.install(PluginJar.kiosk());
            portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);

            assertThat(portal.card("kiosk").trust()).isEqualTo(Trust.DEVELOPER);
            assertThat(portal.audit.actions())
                    .containsExactly(
                            "plugin.install plugin kiosk",
                            "plugin.developer-mode plugin kiosk",
                            "plugin.enable plugin kiosk",
                            "plugin.developer-mode plugin kiosk");
        }
    }

    @Test
    void shouldAuditThatDeveloperModeIsSwitchedOn() {
        try (PluginPortal on = PluginPortal.on(database).developerMode().start();
                PluginPortal off = PluginPortal.on(database).start()) {
            new DeveloperModeEntry(on.library, on.audit).record();
            new DeveloperModeEntry(off.library, off.audit).record();

            assertThat(on.audit.actions()).containsExactly("plugin.developer-mode portal");
            assertThat(off.audit.actions()).isEmpty();
        }
    }

    @Test
    void shouldNotLoadADevelopersPluginOnceDeveloperModeIsOff() {
        try (PluginPortal before = PluginPortal.on(database).developerMode().start()) {
            before.install(PluginJar.kiosk());
            before.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
        }
        try (PluginPortal after = PluginPortal.on(database).start()) {
            assertThat(after.card("kiosk").state()).isEqualTo(State.FAILED);
            assertThat(after.card("kiosk").problem()).hasMessageContaining("plugin.refused.untrusted");
        }
    }

    @Test
    void shouldUpgradeAnEnabledPluginWhenANewerOneIsUploaded() {
        try (PluginPortal portal = PluginPortal.on(database).developerMode().start()) {
            portal.install(PluginJar.kiosk());
            portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null);
            PluginJar newer = PluginJar.kiosk().manifest("Plugin-Version", "2.0.0");

            portal.install(newer);

            assertThat(portal.card("kiosk").version()).isEqualTo("2.0.0");
            assertThat(portal.card("kiosk").state()).isEqualTo(State.ENABLED);
            assertThat(portal.runtime.isLoaded("kiosk")).isTrue();
            assertThat(portal.files("plugins")).containsExactly("kiosk-2.0.0.jar");
            assertThat(portal.audit.actions()).contains("plugin.upgrade plugin kiosk");
            assertThat(portal.versions.list("kiosk"))
                    .extracting(KeptVersion::version)
                    .containsExactly("1.0.0");
        }
    }

    @Test
    void shouldProposeWhatTheDefinitionSaysThenWhatWasChosen() {
        try (PluginPortal portal =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            assertThat(portal.service.propose("kiosk"))
                    .isEqualTo(new EnableProposal("CNY", false, AsOfMode.LAST_ACTIVITY, null));

            portal.service.enable("kiosk", "EUR", AsOfMode.TODAY, null);

            assertThat(portal.service.propose("kiosk"))
                    .isEqualTo(new EnableProposal("EUR", false, AsOfMode.TODAY, null));
        }
    }

    @Test
    void shouldChangeTheDayToComputeAsOf() {
        try (PluginPortal portal =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            portal.service.enable("kiosk", "CNY", AsOfMode.LAST_ACTIVITY, null);

            database.transactions()
                    .executeWithoutResult(
                            t -> portal.settings.changeAsOf("kiosk", AsOfMode.FIXED, LocalDate.of(2011, 12, 10)));

            assertThat(portal.verticals.get("kiosk").asOfDate()).isEqualTo("2011-12-10");
            assertThat(portal.service.propose("kiosk").asOfMode()).isEqualTo(AsOfMode.FIXED);
            assertThat(portal.audit.actions()).contains("vertical.as-of vertical kiosk");
            assertThatThrownBy(() -> portal.settings.changeAsOf("kiosk", AsOfMode.FIXED, null))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("plugin.problem.as-of-missing");
        }
    }

    @Test
    void shouldRefuseWhoMayNotManagePlugins() {
        try (PluginPortal portal =
                PluginPortal.on(database).bundled(PluginJar.kiosk()).start()) {
            portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));

            assertThatThrownBy(() -> portal.catalogue.cards()).isInstanceOf(ForbiddenProblem.class);
            assertThatThrownBy(() -> portal.install(PluginJar.kiosk())).isInstanceOf(ForbiddenProblem.class);
            assertThatThrownBy(() -> portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null))
                    .isInstanceOf(ForbiddenProblem.class);
            assertThatThrownBy(() -> portal.service.disable("kiosk")).isInstanceOf(ForbiddenProblem.class);
            assertThatThrownBy(() -> portal.settings.changeAsOf("kiosk", AsOfMode.TODAY, null))
                    .isInstanceOf(ForbiddenProblem.class);
        }
    }

    @Test
    void shouldLetAConsultantOfOneVerticalManageOnlyThat() {
        try (PluginPortal portal = PluginPortal.on(database)
                .bundled(PluginJar.kiosk())
                .bundled(PluginJar.vertical("stall"))
                .start()) {
            portal.rights.become(TestRights.user(2, new Grant(Role.CONSULTANT, "stall")));

            assertThat(portal.card("kiosk").manageable()).isFalse();
            assertThat(portal.card("stall").manageable()).isTrue();
            portal.service.enable("stall", "CNY", AsOfMode.TODAY, null);
            assertThatThrownBy(() -> portal.service.enable("kiosk", "CNY", AsOfMode.TODAY, null))
                    .isInstanceOf(ForbiddenProblem.class);
        }
    }
}
