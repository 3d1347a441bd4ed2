package org.clientele.plugin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.ImportFixture;
import org.clientele.plugin.VerticalNotice.Happened;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class PluginRemovalTest {
    /**
     * What is kept on purpose: that something was done, the notice for whoever looks for the vertical, news to other nodes, which names
     * customers by number and is forgotten after ten minutes, and what belongs to no vertical.
     */
    private static final Set<String> STAYS = Set.of(
            "app_user",
            "audit_event",
            "audit_head",
            "flyway_schema_history",
            "node_news",
            "one_time_link",
            "plugin_revision",
            "notification_choice",
            "notification_address",
            "portal_node",
            "scheduled_tasks",
            "trusted_signer",
            "vertical_notice");

    private final TestDatabase.Kind kind;
    private TestDatabase database;
    private ClubData data;
    private PluginPortal portal;

    PluginRemovalTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        database = TestDatabase.create(kind);
        data = new ClubData(database);
        portal = PluginPortal.on(database).developerMode().alone().start();
        portal.service.upload(LifeJars.first().stream());
        enable();
        data.fill(club());
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
        database.close();
    }

    @Test
    void shouldKeepTheDataAndFindItAgainWhenInstalledAgain() {
        Map<String, ?> before = data.attributes(club(), "0001");

        uninstall(false, null);

        assertThat(portal.verticals.find("club")).isEmpty();
        assertThat(portal.catalogue.cards()).isEmpty();
        assertThat(portal.files("plugins")).isEmpty();
        assertThat(portal.notices.find("club")).hasValueSatisfying(notice -> {
            assertThat(notice.happened()).isEqualTo(Happened.UNINSTALLED);
            assertThat(notice.by()).isEqualTo(portal.rights.user().displayName());
        });

        portal.service.upload(LifeJars.first().stream());
        enable();

        assertThat(data.attributes(club(), "0001")).isEqualTo(before);
        assertThat(data.activity(club(), "purchase", "0001", "amount")).isEqualTo(1_999L);
        assertThat(portal.notices.find("club")).isEmpty();
    }

    @Test
    void shouldTakeKeptDataOverIntoALaterVersion() {
        uninstall(false, null);

        portal.service.upload(LifeJars.second().stream());
        enable();

        assertThat(data.attribute(club(), "0001", "age")).isEqualTo(41.0);
    }

    @Test
    void shouldLeaveNoRowNoTableNoFile() {
        VerticalRemains remains = new VerticalRemains(database);
        remains.fill(club(), portal.data);
        portal.service.upload(LifeJars.second().stream());
        assertThat(remains.rows(STAYS)).as("something in every table").doesNotContainValue(0L);

        uninstall(true, "The shop was sold");

        assertThat(new TreeMap<>(remains.rows(STAYS)).values())
                .as("%s", remains.rows(STAYS))
                .containsOnly(0L);
        assertThat(remains.typedTables()).isEmpty();
        assertThat(portal.files("plugins")).isEmpty();
        assertThat(portal.files("imports")).isEmpty();
        assertThat(portal.files("attachments")).isEmpty();
        assertThat(portal.files("staging")).isEmpty();
        assertThat(portal.notices.find("club")).hasValueSatisfying(notice -> {
            assertThat(notice.happened()).isEqualTo(Happened.DELETED);
            assertThat(notice.reason()).isEqualTo("The shop was sold");
        });
        assertThat(portal.audit.actions()).contains("plugin.delete plugin club");
        assertThat(portal.audit.actions()).anyMatch(action -> action.startsWith("access.user.update user "));
    }

    @Test
    void shouldLeaveOtherVerticalsAlone() {
        portal.service.upload(PluginJar.kiosk().stream());
        portal.service.enable("kiosk", "CNY", AsOfMode.LAST_ACTIVITY, null);
        Vertical kiosk = portal.verticals.get("kiosk");
        VerticalRemains remains = new VerticalRemains(database);
        remains.fill(kiosk, portal.data);
        Map<String, Long> before = remains.rows(STAYS);
        remains.fill(club(), portal.data);

        uninstall(true, null);

        assertThat(remains.rows(STAYS))
                .containsAllEntriesOf(Map.of(
                        "customer", requireNonNull(before.get("customer")) - 3,
                        "saved_view", before.get("saved_view"),
                        "membership", before.get("membership"),
                        "interaction", before.get("interaction"),
                        "import_run", before.get("import_run"),
                        "workflow_run", before.get("workflow_run"),
                        "user_grant", before.get("user_grant")));
        assertThat(portal.verticals.find("kiosk")).isPresent();
    }

    @Test
    void shouldCountWhatWouldGo() {
        VerticalRemains remains = new VerticalRemains(database);
        remains.fill(club(), portal.data);

        UninstallOutlook outlook = portal.life.outlookUninstalled("club");

        assertThat(outlook.counts())
                .containsExactly(
                        new ContentCount("customers", 4),
                        new ContentCount("activity:purchase", 3),
                        new ContentCount("attribute-changes", 1),
                        new ContentCount("views", 1),
                        new ContentCount("imports", 1),
                        new ContentCount("memberships", 1),
                        new ContentCount("models", 1),
                        new ContentCount("drafts", 1),
                        new ContentCount("own-models", 1),
                        new ContentCount("strategy-drafts", 1),
                        new ContentCount("strategies", 1),
                        new ContentCount("tasks", 1),
                        new ContentCount("survey-invitations", 1),
                        new ContentCount("surveys", 1),
                        new ContentCount("articles", 1),
                        new ContentCount("guides", 1),
                        new ContentCount("points", 2),
                        new ContentCount("workflows", 1),
                        new ContentCount("interactions", 1),
                        new ContentCount("case-files", 1),
                        new ContentCount("cases", 2),
                        new ContentCount("case-policy", 1),
                        new ContentCount("market", 1),
                        new ContentCount("stakeholders", 1),
                        new ContentCount("losses", 1),
                        new ContentCount("keeping-cost", 1),
                        new ContentCount("erasures", 1),
                        new ContentCount("consents", 1),
                        new ContentCount("work-notes", 1));
        assertThat(outlook.users()).isEqualTo(1);
    }

    @Test
    void shouldFinishDeletingAfterACrash() {
        VerticalRemains remains = new VerticalRemains(database);
        remains.fill(club(), portal.data);
        int id = club().id();

        assertThatThrownBy(() -> portal.service.uninstall("club", true, null, true, new CrashWhenRowsAreGone()))
                .isInstanceOf(SimulatedCrash.class);
        portal.crash();
        portal = PluginPortal.on(database).developerMode().alone().start();

        assertThat(portal.verticals.find("club")).isEmpty();
        assertThat(portal.catalogue.cards()).isEmpty();
        assertThat(remains.typedTables()).isEmpty();
        assertThat(remains.count("customer WHERE vertical_id = " + id)).isZero();
        assertThat(remains.count("vertical")).isZero();
    }

    @Test
    void shouldGoOnAsBeforeWhenCancelledInTime() {
        portal.close();
        List<RunningWork> running =
                new ArrayList<>(List.of(new RunningWork("import", "a.csv", "Ann", portal.clock.instant())));
        portal = PluginPortal.on(database)
                .developerMode()
                .work(new VerticalWork() {
                    @Override
                    public List<RunningWork> running(int verticalId) {
                        return List.copyOf(running);
                    }

                    @Override
                    public void cancel(int verticalId) {}
                })
                .start();

        LifeJob job = portal.life.uninstall("club", false, null, false);
        within(() -> job.milestone() == Milestone.WAITING && job.job().isPresent());
        job.job().orElseThrow().cancel();
        within(() -> job.job().orElseThrow().state() != Job.State.RUNNING);

        assertThat(portal.verticals.find("club")).isPresent();
        assertThat(portal.card("club").state()).isEqualTo(PluginCard.State.ENABLED);
        running.clear();
    }

    @Test
    void shouldRefuseWhileAnotherPluginNeedsIt() {
        portal.service.upload(PluginJar.kiosk().manifest("Plugin-Dependencies", "club@>=1.0.0").stream());
        portal.service.enable("kiosk", "CNY", AsOfMode.LAST_ACTIVITY, null);

        assertThatThrownBy(() -> uninstall(false, null))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("plugin.problem.needed");
        assertThat(portal.verticals.find("club")).isPresent();
    }

    @Test
    void shouldNameEveryTableThatHoldsRowsOfAVertical() {
        assertThat(new VerticalRemains(database).tablesWithVertical())
                .isSubsetOf(portal.contentTables("vertical_column", "vertical_table", "plugin_version_column"));
    }

    private void uninstall(boolean delete, @Nullable String reason) {
        portal.service.uninstall("club", delete, reason, true, Milestones.UNWATCHED);
    }

    private void enable() {
        portal.service.enable("club", "EUR", AsOfMode.LAST_ACTIVITY, null);
    }

    private Vertical club() {
        return portal.verticals.get("club");
    }

    private static void within(BooleanSupplier condition) {
        ImportFixture.await(condition);
    }

    /** Dies when the last rows were deleted and the tables are still there. */
    private static final class CrashWhenRowsAreGone implements Milestones {
        @Override
        public void reached(Milestone milestone) {}

        @Override
        public void progress(long done, long total) {
            if (done == total) {
                throw new SimulatedCrash();
            }
        }
    }
}
