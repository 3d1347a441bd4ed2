package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.ModelDefinition.Tiers.Method;
import org.clientele.segment.ModelVersion.Kind;
import org.clientele.segment.ModelVersion.Standing;
import org.clientele.segment.ModelVersion.Status;
import org.clientele.segment.persistence.ModelVersionDao;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ModelVersionsTest {
    private final ShopPortal portal;
    private final ModelVersions versions;

    ModelVersionsTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        versions = portal.versions;
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldCallWhatThePluginBroughtVersionOne() {
        ModelVersion first = versions.current("shop", "pyramid");
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.kind()).isEqualTo(Kind.INSTALLED);
        assertThat(versions.history("shop", "pyramid")).containsExactly(first);
    }

    @Test
    void shouldPublishADraftAndSupersedeTheVersionBefore() {
        ModelDraft draft = versions.save("shop", tiers(300), 0);
        versions.publish("shop", tiers(300), "fewer platinum", null, 1, draft.revision());

        assertThat(borders()).containsExactly(300.0, 20.0, 10.0);
        assertThat(versions.draft("shop", "pyramid")).isEmpty();
        assertThat(versions.history("shop", "pyramid"))
                .extracting(v -> v.standing(2, portal.clock.instant()))
                .containsExactly(Standing.CURRENT, Standing.SUPERSEDED);
        assertThat(versions.current("shop", "pyramid").note()).isEqualTo("fewer platinum");
        assertThat(versions.current("shop", "pyramid").author()).isEqualTo("user1");
    }

    @Test
    void shouldPublishAnOlderVersionAnewWhenGoingBack() {
        versions.publish("shop", tiers(300), "higher", null, 1, 0);
        versions.publish("shop", tiers(400), "higher still", null, 2, 0);
        versions.rollBack("shop", "pyramid", 2, "too high");
        assertThat(borders()).containsExactly(300.0, 20.0, 10.0);
        assertThat(versions.current("shop", "pyramid").number()).isEqualTo(4);

        versions.rollBack("shop", "pyramid", 1, "as installed");
        assertThat(versions.current("shop", "pyramid").kind()).isEqualTo(Kind.INSTALLED);
        assertThat(borders()).containsExactly(0.01, 0.04, 0.15);
    }

    @Test
    void shouldApplyAVersionFromItsMoment() {
        Instant tomorrow = portal.clock.instant().plus(Duration.ofDays(1));
        versions.publish("shop", tiers(300), "from tomorrow", tomorrow, 1, 0);
        ModelVersion waiting = versions.history("shop", "pyramid").getFirst();
        assertThat(waiting.standing(1, portal.clock.instant())).isEqualTo(Standing.SCHEDULED);
        assertThat(borders()).containsExactly(0.01, 0.04, 0.15);
        ModelVersionDao dao = new ModelVersionDao(portal.database.jdbi());
        assertThat(Objects.requireNonNull(
                                dao.current(portal.vertical.id(), tomorrow).get("pyramid"))
                        .number())
                .isEqualTo(2);

        versions.withdraw("shop", "pyramid", 2);
        assertThat(Objects.requireNonNull(
                                dao.current(portal.vertical.id(), tomorrow).get("pyramid"))
                        .number())
                .isEqualTo(1);
        assertThatThrownBy(() -> versions.publish("shop", tiers(300), "late", Instant.EPOCH, 2, 0))
                .isInstanceOf(Problem.class);
    }

    @Test
    void shouldLetSomebodyElseApproveWhereThatIsRequired() {
        requireReview();
        ModelVersion asked = versions.publish("shop", tiers(300), "please", null, 1, 0);
        assertThat(asked.status()).isEqualTo(Status.REVIEW);
        assertThat(borders()).containsExactly(0.01, 0.04, 0.15);
        refused("segment.problem.own-approval", () -> versions.approve("shop", "pyramid", 2));

        portal.rights.become(TestRights.user(7, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        versions.approve("shop", "pyramid", 2);
        assertThat(borders()).containsExactly(300.0, 20.0, 10.0);
        assertThat(versions.current("shop", "pyramid").decidedBy()).isEqualTo("user7");
        refused("segment.problem.decided", () -> versions.refuse("shop", "pyramid", 2, "too late"));
    }

    @Test
    void shouldSayWhyAVersionWasRefused() {
        requireReview();
        versions.publish("shop", tiers(300), "please", null, 1, 0);
        versions.refuse("shop", "pyramid", 2, "ask sales first");
        ModelVersion refused = versions.history("shop", "pyramid").getFirst();
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.decisionNote()).isEqualTo("ask sales first");
    }

    @Test
    void shouldLeaveTheSettingToAdministratorsAndEditingToConsultants() {
        assertThatThrownBy(() -> versions.requireReview("shop", true)).isInstanceOf(ForbiddenProblem.class);
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));
        assertThatThrownBy(() -> versions.save("shop", tiers(300), 0)).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> versions.publish("shop", tiers(300), "n", null, 1, 0))
                .isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> versions.rollBack("shop", "pyramid", 1, "n")).isInstanceOf(ForbiddenProblem.class);
        assertThat(versions.history("shop", "pyramid")).hasSize(1);
    }

    @Test
    void shouldTellWhoChangedTheDraftMeanwhileAndKeepBoth() {
        ModelDraft mine = versions.save("shop", tiers(300), 0);
        portal.rights.become(TestRights.user(7, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
        versions.save("shop", tiers(500), mine.revision());
        portal.rights.become(TestRights.user(1, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));

        assertThatThrownBy(() -> versions.save("shop", tiers(310), mine.revision()))
                .isInstanceOfSatisfying(ConflictProblem.class, problem -> {
                    assertThat(problem.key()).isEqualTo("segment.problem.draft-changed");
                    assertThat(problem.arguments()).containsExactly("user7");
                });
        assertThatThrownBy(() -> versions.publish("shop", tiers(310), "n", null, 1, mine.revision()))
                .isInstanceOf(ConflictProblem.class);
        versions.save("shop", tiers(310), 2);
        assertThat(versions.saves("shop", "pyramid"))
                .extracting(ModelDraft::author)
                .containsExactly("user1", "user7", "user1");
    }

    @Test
    void shouldPublishOnceWhenSeveralPublishAtTheSameTime() {
        AtomicInteger published = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        IntStream.range(0, 8).parallel().forEach(i -> {
            try {
                versions.publish("shop", tiers(300 + i), "me first", null, 1, 0);
                published.incrementAndGet();
            } catch (ConflictProblem conflict) {
                told.incrementAndGet();
            }
        });
        assertThat(published).hasValue(1);
        assertThat(told).hasValue(7);
        assertThat(versions.history("shop", "pyramid")).hasSize(2);
    }

    @Test
    void shouldRefuseAVersionWithoutReasonOrOverANewerOne() {
        refused("segment.problem.note", () -> versions.publish("shop", tiers(300), " ", null, 1, 0));
        versions.publish("shop", tiers(300), "n", null, 1, 0);
        refused("segment.problem.version-newer", () -> versions.publish("shop", tiers(301), "n", null, 1, 0));
    }

    @Test
    void shouldNoteAChangedDefaultWithoutOverwritingWhatIsPublished() {
        String old = "{\"model\":\"pyramid\",\"method\":\"PERCENTILE\",\"borders\":[0.1,0.2,0.3]}";
        ModelVersionDao dao = new ModelVersionDao(portal.database.jdbi());
        dao.add(portal.vertical.id(), installed(1, old));
        dao.add(portal.vertical.id(), set(2, ModelChangeCodec.write(tiers(300))));

        versions.noteDefaults("shop");
        versions.noteDefaults("shop");
        assertThat(borders()).containsExactly(300.0, 20.0, 10.0);
        assertThat(versions.history("shop", "pyramid"))
                .extracting(ModelVersion::status)
                .containsExactly(Status.OFFERED, Status.PUBLISHED, Status.PUBLISHED);
        versions.rollBack("shop", "pyramid", 3, "follow the plugin");
        assertThat(borders()).containsExactly(0.01, 0.04, 0.15);
    }

    @Test
    void shouldFollowAChangedDefaultWhereThePluginApplies() {
        String old = "{\"model\":\"pyramid\",\"method\":\"PERCENTILE\",\"borders\":[0.1,0.2,0.3]}";
        new ModelVersionDao(portal.database.jdbi()).add(portal.vertical.id(), installed(1, old));
        versions.noteDefaults("shop");
        assertThat(versions.current("shop", "pyramid").number()).isEqualTo(2);
        assertThat(borders()).containsExactly(0.01, 0.04, 0.15);
    }

    @Test
    void shouldKeepWithEachMembershipTheVersionItCameFrom() {
        long anna = Objects.requireNonNull(portal.purchases(List.of(
                        new ShopPortal.Purchase("anna", LocalDate.of(2026, 1, 31), 15_000),
                        new ShopPortal.Purchase("ben", LocalDate.of(2026, 1, 31), 90_000)))
                .get("anna"));
        portal.recompute.store(portal.snapshot(), () -> false);
        versions.publish("shop", tiers(120), "lower", null, 1, 0);
        portal.snapshots.reload("shop");
        portal.recompute.store(portal.snapshot(), () -> false);

        assertThat(portal.memberships.history("shop", anna))
                .filteredOn(membership -> membership.segment().equals(new SegmentName("pyramid", "platinum")))
                .extracting(Memberships.Membership::version)
                .containsExactly(2);
        assertThat(portal.memberships.history("shop", anna))
                .filteredOn(membership -> membership.segment().model().equals("rfm"))
                .extracting(Memberships.Membership::version)
                .containsExactly(1);
    }

    @Test
    void shouldSetThresholdsAndConditions() {
        ModelDefinition.LifeCycle plugin = (ModelDefinition.LifeCycle) model("life_cycle");
        versions.publish(
                "shop",
                new ModelChange.LifeCycle(
                        "life_cycle", Map.of("lapsed_days", 365.0, "new_days", 90.0), plugin.stages()),
                "a year",
                null,
                1,
                0);
        assertThat(((ModelDefinition.LifeCycle) model("life_cycle")).parameters())
                .containsEntry("lapsed_days", 365.0);

        List<ModelDefinition.Rule> broken = List.of(new ModelDefinition.Rule("new", "tenur < 3", null));
        assertThatThrownBy(() ->
                        versions.save("shop", new ModelChange.LifeCycle("life_cycle", plugin.parameters(), broken), 0))
                .isInstanceOfSatisfying(ConditionProblem.class, problem -> {
                    assertThat(problem.rule()).isZero();
                    assertThat(problem.problem().offset()).isZero();
                });
        refused(
                "segment.problem.thresholds",
                () -> versions.save("shop", new ModelChange.LifeCycle("life_cycle", Map.of(), plugin.stages()), 0));
    }

    private void requireReview() {
        portal.rights.become(TestRights.user(9, new Grant(Role.ADMINISTRATOR, Grant.EVERYWHERE)));
        versions.requireReview("shop", true);
        portal.rights.become(TestRights.user(1, new Grant(Role.CONSULTANT, Grant.EVERYWHERE)));
    }

    private static void refused(String key, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                .isEqualTo(key));
    }

    private static ModelVersion installed(int number, String definition) {
        return new ModelVersion(
                "pyramid",
                number,
                Kind.INSTALLED,
                Status.PUBLISHED,
                definition,
                "",
                "",
                Instant.EPOCH,
                null,
                null,
                null,
                Instant.EPOCH);
    }

    private static ModelVersion set(int number, String definition) {
        return new ModelVersion(
                "pyramid",
                number,
                Kind.SET,
                Status.PUBLISHED,
                definition,
                "",
                "anna",
                Instant.EPOCH,
                null,
                null,
                null,
                Instant.EPOCH.plusSeconds(1));
    }

    private static ModelChange.Tiers tiers(double best) {
        return new ModelChange.Tiers("pyramid", "monetary", Method.FIXED, List.of(best, 20.0, 10.0));
    }

    private List<Double> borders() {
        return ((ModelDefinition.Tiers) model("pyramid")).borders();
    }

    private ModelDefinition model(String id) {
        return Objects.requireNonNull(
                portal.overrides.effective(portal.vertical).definition().model(id));
    }
}
