package org.clientele.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clientele.common.Job;
import org.clientele.common.persistence.DatabaseRows;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.DefinitionChange.Kind;
import org.clientele.plugins.api.FieldType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class VersionChangeTest {
    /** What says that nodes live and changes go on. */
    private static final Set<String> MOMENTARY = Set.of("plugin_change", "plugin_revision", "portal_node");

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private PluginPortal portal;
    private ClubData data;

    VersionChangeTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create(kind);
        data = new ClubData(database);
        portal = PluginPortal.on(database).developerMode().alone().start();
        portal.service.upload(LifeJars.first().stream());
        portal.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
        data.fill(club());
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        database.close();
    }

    @Test
    void shouldTakeEveryValueOver() {
        portal.service.upload(LifeJars.second().stream());

        assertThat(data.attributes(club(), "0001"))
                .containsAllEntriesOf(Map.of(
                        "town",
                        "上海",
                        "age",
                        41.0,
                        "score",
                        "0.1",
                        "member",
                        "true",
                        "birthday",
                        "1985-02-28",
                        "level",
                        "gold",
                        "plan",
                        "pro",
                        "visits",
                        "7",
                        "credit",
                        120_000L))
                .containsEntry("colour", null);
        assertThat(data.attribute(club(), "0002", "town")).isEqualTo("O'Hara\n\"x\"");
        assertThat(data.attribute(club(), "0002", "score")).isEqualTo("3");
        assertThat(data.attributes(club(), "0003").values()).containsOnlyNulls();
        assertThat(data.activity(club(), "sale", "0001", "pieces")).isEqualTo("3");
        assertThat(data.activity(club(), "sale", "0001", "present")).isEqualTo(true);
        assertThat(data.activity(club(), "sale", "0002", "amount")).isEqualTo(-1_999L);
        assertThat(data.activity(club(), "sale", "0003", "pieces")).isNull();
    }

    @Test
    void shouldSayBeforehandWhatChanges() {
        VersionOutlook outlook = portal.life.outlook(portal.library.judge(LifeJars.second().stream()));

        assertThat(outlook.from()).isEqualTo("1.0.0");
        assertThat(outlook.to()).isEqualTo("1.1.0");
        assertThat(outlook.obstacles()).isEmpty();
        assertThat(outlook.pause()).isTrue();
        assertThat(outlook.changes())
                .contains(
                        new DefinitionChange(Kind.RENAMED, "CUSTOMER", "town", "city", "town", 2),
                        new DefinitionChange(Kind.RETYPED, "CUSTOMER", "age", "INTEGER", "DECIMAL", 2),
                        new DefinitionChange(Kind.RETYPED, "CUSTOMER", "plan", "TEXT", "CHOICE", 2),
                        new DefinitionChange(Kind.HIDDEN, "CUSTOMER", "old", "", "", 2),
                        new DefinitionChange(Kind.ADDED, "CUSTOMER", "colour", "", "TEXT", 0),
                        new DefinitionChange(Kind.RENAMED, "sale", "", "purchase", "sale", 3),
                        new DefinitionChange(Kind.RETYPED, "sale", "pieces", "INTEGER", "TEXT", 2),
                        new DefinitionChange(Kind.ADDED, "visit", "", "", "", 0));
    }

    @Test
    void shouldRefuseToLoseValuesAndNameThem() {
        data.set(club(), "0002", Map.of("plan", "vip"));
        PluginJar money = LifeJars.first("1.2.0", "id: visits, type: integer", "id: visits, type: money");

        assertThatThrownBy(() -> portal.service.upload(LifeJars.second().stream()))
                .isInstanceOfSatisfying(LossyProblem.class, problem -> assertThat(problem.obstacles())
                        .singleElement()
                        .satisfies(obstacle -> {
                            assertThat(obstacle.field()).isEqualTo("plan");
                            assertThat(obstacle.stored()).isEqualTo(FieldType.TEXT);
                            assertThat(obstacle.declared()).isEqualTo(FieldType.CHOICE);
                            assertThat(obstacle.misfits()).isEqualTo(1);
                            assertThat(obstacle.customerId()).isPositive();
                        }));
        assertThatThrownBy(() -> portal.service.upload(money.stream()))
                .isInstanceOf(LossyProblem.class)
                .hasMessageContainingAll("visits", "INTEGER", "MONEY", "2");
        assertThat(portal.card("club").version()).isEqualTo("1.0.0");
        assertThat(portal.audit.actions()).contains("plugin.upgrade-failed plugin club");
    }

    @Test
    void shouldAllowAnyTypeWhereNothingIsStored() {
        data.set(club(), "0001", nothing("visits"));
        data.set(club(), "0002", nothing("visits"));

        portal.service.upload(LifeJars.first("1.2.0", "id: visits, type: integer", "id: visits, type: money").stream());

        assertThat(data.attribute(club(), "0001", "visits")).isNull();
        data.set(club(), "0001", Map.of("visits", 99L));
    }

    @Test
    void shouldKeepValuesThatAShorterListNoLongerNamesAndCountThem() {
        PluginJar shorter = LifeJars.first("1.2.0", "values: [none, gold]", "values: [none, silver]");

        VersionOutlook outlook = portal.life.outlook(portal.library.judge(shorter.stream()));
        portal.service.upload(shorter.stream());

        assertThat(outlook.changes()).contains(new DefinitionChange(Kind.OUTSIDE, "CUSTOMER", "level", "", "", 1));
        assertThat(data.attribute(club(), "0001", "level")).isEqualTo("gold");
    }

    @Test
    void shouldGoBackExactlyWhenNothingWasEntered() {
        List<?> before = List.of(
                data.attributes(club(), "0001"), data.attributes(club(), "0002"), data.attributes(club(), "0003"));
        VerticalTables tables = club().tables();
        portal.service.upload(LifeJars.second().stream());

        goBack();

        assertThat(club().tables()).isEqualTo(tables);
        assertThat(List.of(
                        data.attributes(club(), "0001"),
                        data.attributes(club(), "0002"),
                        data.attributes(club(), "0003")))
                .isEqualTo(before);
        assertThat(data.activity(club(), "purchase", "0001", "pieces")).isEqualTo(3L);
        assertThat(data.activity(club(), "purchase", "0001", "gift")).isEqualTo(true);
        assertThat(portal.card("club").version()).isEqualTo("1.0.0");
        assertThat(portal.audit.actions()).contains("plugin.roll-back plugin club");
    }

    @Test
    void shouldTakeBackWhatWasEnteredSinceWhereTheEarlierVersionHasTheField() {
        portal.service.upload(LifeJars.second().stream());
        data.set(club(), "0001", Map.of("town", "Paris", "age", 42.0, "score", "0.25", "birthday", "1985-03-01"));
        data.set(club(), "0002", Map.of("age", 1.5, "visits", "many", "colour", "red"));
        data.customer(club(), "0004");
        data.set(club(), "0004", Map.of("town", "Rome", "member", "true"));
        data.activity(club(), "sale", "0004", Map.of("amount", 5L, "pieces", "12", "present", false));
        data.activity(club(), "visit", "0004", Map.of("minutes", 3L));
        VersionOutlook outlook = portal.life.outlookBack("club", firstDigest());

        goBack();

        assertThat(outlook.obstacles()).isEmpty();
        assertThat(outlook.changes())
                .contains(
                        new DefinitionChange(Kind.LEFT_BEHIND, "CUSTOMER", "age", "", "", 1),
                        new DefinitionChange(Kind.LEFT_BEHIND, "CUSTOMER", "visits", "", "", 1),
                        new DefinitionChange(Kind.HIDDEN, "CUSTOMER", "colour", "", "", 1),
                        new DefinitionChange(Kind.RETURNED, "CUSTOMER", "old", "", "TEXT", 2));
        assertThat(data.attribute(club(), "0001", "city")).isEqualTo("Paris");
        assertThat(data.attribute(club(), "0001", "age")).isEqualTo(42L);
        assertThat(data.attribute(club(), "0001", "score")).isEqualTo(0.25);
        assertThat(data.attribute(club(), "0001", "born")).isEqualTo(LocalDate.of(1985, 3, 1));
        assertThat(data.attribute(club(), "0001", "old")).isEqualTo("kept");
        assertThat(data.attribute(club(), "0002", "age")).isEqualTo(-1L);
        assertThat(data.attribute(club(), "0002", "visits")).isEqualTo(0L);
        assertThat(data.attribute(club(), "0004", "city")).isEqualTo("Rome");
        assertThat(data.attribute(club(), "0004", "member")).isEqualTo(true);
        assertThat(data.activity(club(), "purchase", "0004", "pieces")).isEqualTo(12L);
        assertThat(data.activity(club(), "purchase", "0004", "gift")).isEqualTo(false);
        portal.service.upload(LifeJars.second().stream());
        assertThat(data.attribute(club(), "0002", "colour")).isEqualTo("red");
        assertThat(data.activity(club(), "visit", "0004", "minutes")).isEqualTo(3L);
        assertThat(data.attribute(club(), "0002", "age")).isEqualTo(-1.0);
    }

    @Test
    void shouldKeepThreeVersionsAndOnlyTheColumnsTheyNeed() {
        portal.service.upload(LifeJars.second().stream());
        int columns = columnsOf(club().tables().attributes().name());
        for (String version : List.of("1.2.0", "1.3.0", "1.4.0", "1.5.0")) {
            portal.service.upload(LifeJars.second().manifest("Plugin-Version", version).stream());
        }

        assertThat(portal.life.versions("club"))
                .extracting(KeptVersion::version)
                .containsExactly("1.4.0", "1.3.0", "1.2.0");
        // age, score, member, born and visits are held in another type now; the hidden one stays.
        assertThat(columnsOf(club().tables().attributes().name())).isEqualTo(columns - 5);
        assertThat(data.attribute(club(), "0001", "age")).isEqualTo(41.0);
        assertThat(portal.store.layout(club().id()).column(VerticalLayout.CUSTOMER, "old"))
                .isNotNull();
    }

    @Test
    void shouldUpgradeADisabledPluginWithItsData() {
        portal.service.disable("club");

        portal.service.upload(LifeJars.second().stream());

        assertThat(portal.card("club").state()).isEqualTo(PluginCard.State.DISABLED);
        portal.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
        assertThat(data.attribute(club(), "0001", "age")).isEqualTo(41.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Milestone.class,
            names = {"CHECKING", "PREPARING", "COPYING", "CATCHING_UP", "LOADING", "SWITCHING"})
    void shouldStayAsItWasWhenTheUpgradeFails(Milestone place) {
        Map<String, List<String>> before = DatabaseRows.of(database, MOMENTARY);
        Vertical club = club();

        assertThatThrownBy(() -> upgrade(failing(place, new IllegalStateException("injected"))))
                .hasMessage("injected");

        assertThat(club()).isEqualTo(club);
        assertThat(portal.runtime.isLoaded("club")).isTrue();
        assertThat(portal.files("plugins")).containsExactly("club-1.0.0.jar");
        assertThat(DatabaseRows.of(database, MOMENTARY)).isEqualTo(before);
        portal.service.upload(LifeJars.second().stream());
        assertThat(data.attribute(club(), "0001", "age")).isEqualTo(41.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Milestone.class,
            names = {"CHECKING", "PREPARING", "COPYING", "CATCHING_UP", "LOADING", "SWITCHING"})
    void shouldStayAsItWasWhenThePortalDiesDuringTheUpgrade(Milestone place) {
        Map<String, List<String>> before = DatabaseRows.of(database, MOMENTARY);
        Vertical club = club();

        assertThatThrownBy(() -> upgrade(failing(place, new SimulatedCrash()))).isInstanceOf(SimulatedCrash.class);
        restart();

        assertThat(club()).isEqualTo(club);
        assertThat(DatabaseRows.of(database, MOMENTARY)).isEqualTo(before);
        assertThat(portal.card("club").version()).isEqualTo("1.0.0");
        portal.service.upload(LifeJars.second().stream());
        assertThat(data.attribute(club(), "0001", "age")).isEqualTo(41.0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Milestone.class,
            names = {"SWITCHED", "TIDYING"})
    void shouldBeUpgradedWhenThePortalDiesAfterTheSwitch(Milestone place) {
        assertThatThrownBy(() -> upgrade(failing(place, new SimulatedCrash()))).isInstanceOf(SimulatedCrash.class);
        restart();

        assertThat(portal.card("club").version()).isEqualTo("1.1.0");
        assertThat(data.attribute(club(), "0001", "age")).isEqualTo(41.0);
        assertThat(data.attribute(club(), "0001", "town")).isEqualTo("上海");
    }

    @Test
    void shouldStayAsItWasWhenTheClassesCannotBeLoaded() throws IOException {
        Vertical club = club();
        Map<String, List<String>> before = DatabaseRows.of(database, MOMENTARY);
        Files.createDirectories(
                portal.data.resolve("plugins").resolve("club-1.1.0.jar").resolve("in-the-way"));

        assertThatThrownBy(() -> portal.service.upload(LifeJars.second().stream()))
                .hasMessageContaining("plugin.problem.storage");

        assertThat(club()).isEqualTo(club);
        assertThat(portal.runtime.isLoaded("club")).isTrue();
        assertThat(DatabaseRows.of(database, MOMENTARY)).isEqualTo(before);
    }

    @Test
    void shouldTakeOverWhatIsEnteredWhileValuesAreCopied() {
        upgrade(milestone -> {
            if (milestone == Milestone.CATCHING_UP) {
                data.set(club(), "0001", Map.of("age", 43L));
            }
        });

        assertThat(data.attribute(club(), "0001", "age")).isEqualTo(43.0);
    }

    @Test
    void shouldRefuseWhatIsEnteredWhileValuesAreCopiedAndDoesNotFit() {
        data.set(club(), "0001", nothing("plan"));
        data.set(club(), "0002", nothing("plan"));
        PluginJar dated = LifeJars.first("1.2.0", "id: plan, type: text", "id: plan, type: date");

        assertThatThrownBy(() -> upgrade(dated, milestone -> {
                    if (milestone == Milestone.CATCHING_UP) {
                        data.set(club(), "0001", Map.of("plan", "soon"));
                    }
                }))
                .isInstanceOf(LossyProblem.class);
        assertThat(data.attribute(club(), "0001", "plan")).isEqualTo("soon");
    }

    @Test
    void shouldRunAsAJobThatCanBeWatched() throws Exception {
        portal.service.upload(LifeJars.second().stream());

        LifeJob job = portal.life.rollBack("club", firstDigest(), false);
        await(job);

        assertThat(job.job().orElseThrow().state()).isEqualTo(Job.State.DONE);
        assertThat(job.milestone()).isEqualTo(Milestone.TIDYING);
        assertThat(job.canBeCancelled()).isFalse();
        assertThat(portal.card("club").version()).isEqualTo("1.0.0");
    }

    private static void await(LifeJob job) throws InterruptedException {
        while (job.job().map(Job::state).orElse(Job.State.RUNNING) == Job.State.RUNNING) {
            Thread.sleep(10);
        }
    }

    private void goBack() {
        KeptVersion first = portal.life.versions("club").getFirst();
        portal.service.replace(
                portal.library.open(first, portal.versions.jar("club", first.digest())),
                "plugin.roll-back",
                false,
                Milestones.UNWATCHED);
    }

    private String firstDigest() {
        return portal.life.versions("club").getFirst().digest();
    }

    private void upgrade(Milestones milestones) {
        upgrade(LifeJars.second(), milestones);
    }

    private void upgrade(PluginJar jar, Milestones milestones) {
        portal.service.install(portal.library.judge(jar.stream()), false, milestones);
    }

    private static Milestones failing(Milestone place, Throwable failure) {
        return milestone -> {
            if (milestone == place && failure instanceof Error crash) {
                throw crash;
            }
            if (milestone == place && failure instanceof RuntimeException refused) {
                throw refused;
            }
        };
    }

    /** The same database, another process. */
    private void restart() {
        portal.crash();
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM portal_node"));
        portal = PluginPortal.on(database).developerMode().alone().start();
    }

    private Vertical club() {
        return portal.verticals.get("club");
    }

    private int columnsOf(String table) {
        return database.jdbi().withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM information_schema.columns
                        WHERE table_schema = :schema AND lower(table_name) = :table
                        """)
                .bind("schema", database.dialect().schema())
                .bind("table", table)
                .mapTo(Integer.class)
                .one());
    }

    private static Map<String, @Nullable Object> nothing(String field) {
        return Collections.singletonMap(field, null);
    }
}
