package org.clientele.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Grant;
import org.clientele.access.Role;
import org.clientele.access.TestRights;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.ImportFixture;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.segment.ShopPortal.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RecomputesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 10);

    private final ShopPortal portal;
    private final Jobs jobs;
    private final Recomputes recomputes;

    RecomputesTest(TestDatabase.Kind kind) {
        portal = ShopPortal.empty(kind);
        jobs = new Jobs(portal.clock);
        recomputes = portal.recomputes(jobs);
        portal.purchases(List.of(new Purchase("anna", DAY, 5000), new Purchase("ben", DAY, 100)));
    }

    @AfterEach
    void close() throws Exception {
        portal.close();
    }

    @Test
    void shouldNoteWhoAskedForARecomputeAndWhatItDid() {
        Job job = finished(recomputes.now("shop"));

        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.done()).isEqualTo(job.total()).isEqualTo(6);
        assertThat(newest()).satisfies(run -> {
            assertThat(run.state()).isEqualTo(RecomputeRun.State.DONE);
            assertThat(run.cause()).isEqualTo(RecomputeCause.PERSON);
            assertThat(run.startedBy()).isEqualTo("User 1");
            assertThat(run.customers()).isEqualTo(2);
            assertThat(run.opened()).isEqualTo(6);
            assertThat(run.duration()).isNotNull();
        });
    }

    @Test
    void shouldNoteARecomputeThatSomebodyAskedForEvenWhenNothingChanged() {
        finished(recomputes.now("shop"));
        finished(recomputes.now("shop"));

        assertThat(recomputes.history("shop", 10)).hasSize(2);
        assertThat(newest().opened() + newest().closed()).isZero();
    }

    @Test
    void shouldNoteWhyThePortalRecomputedByItself() {
        portal.snapshots.reload("shop", RecomputeCause.MODELS, () -> false);

        ImportFixture.await(
                () -> recomputes.history("shop", 1).stream().anyMatch(run -> run.state() == RecomputeRun.State.DONE));
        assertThat(newest().cause()).isEqualTo(RecomputeCause.MODELS);
        assertThat(newest().startedBy()).isNull();
    }

    @Test
    void shouldSayThatARunFailedAndKeepTheLastGoodMemberships() {
        long anna = customer("anna");
        finished(recomputes.now("shop"));
        long cara = Objects.requireNonNull(
                portal.purchases(List.of(new Purchase("cara", DAY, 9000))).get("cara"));
        portal.database
                .jdbi()
                .useHandle(h ->
                        h.execute("ALTER TABLE membership ADD CONSTRAINT no_cara CHECK (customer_id <> " + cara + ")"));

        List<NoticeKind> told = told();
        assertThat(finished(recomputes.now("shop")).state()).isEqualTo(Job.State.FAILED);

        assertThat(told).containsOnly(NoticeKind.RECOMPUTE_FAILED);
        assertThat(newest().state()).isEqualTo(RecomputeRun.State.FAILED);
        assertThat(newest().failedAt()).isEqualTo(RecomputeRun.Stage.STORING);
        assertThat(portal.memberships.history("shop", anna)).hasSize(3).allMatch(m -> m.validTo() == null);
        assertThat(recomputes.running("shop")).isEmpty();
    }

    /** What people are told of from now on. */
    private List<NoticeKind> told() {
        List<NoticeKind> told = new CopyOnWriteArrayList<>();
        portal.ofRecomputes.listenWithin(Notice.class, notice -> told.add(notice.kind()));
        return told;
    }

    @Test
    void shouldSayThatCustomersCouldNotBeRead() {
        finished(recomputes.now("shop"));
        String table = Objects.requireNonNull(
                        portal.vertical.tables().activities().get("purchase"))
                .name();
        portal.database.jdbi().useHandle(h -> h.execute("ALTER TABLE " + table + " RENAME TO gone"));

        List<NoticeKind> told = told();
        finished(recomputes.now("shop"));

        assertThat(newest().failedAt()).isEqualTo(RecomputeRun.Stage.LOADING);
        assertThat(told).containsOnly(NoticeKind.RECOMPUTE_FAILED);
        assertThat(portal.memberships.history("shop", customer("anna"))).hasSize(3);
    }

    @Test
    void shouldKeepTheCustomersAsTheyWereReadBeforeWhenCancelledWhileReading() {
        finished(recomputes.now("shop"));
        PortalSnapshot before = portal.snapshots.get("shop");
        CountDownLatch busy = keepWorkersBusy();
        Job job = recomputes.now("shop");
        recomputes.cancel("shop");
        busy.countDown();

        assertThat(finished(job).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(newest().state()).isEqualTo(RecomputeRun.State.CANCELLED);
        assertThat(portal.snapshots.get("shop")).isSameAs(before);
    }

    private CountDownLatch keepWorkersBusy() {
        CountDownLatch busy = new CountDownLatch(1);
        for (int worker = 0; worker < 2; worker++) {
            jobs.start("keeps a worker", other -> waitFor(busy));
        }
        return busy;
    }

    @Test
    void shouldChangeNothingWhenCancelledBeforeItWrites() {
        CountDownLatch busy = keepWorkersBusy();
        Job job = recomputes.now("shop");
        assertThat(recomputes.now("shop")).isSameAs(job);
        assertThat(recomputes.running("shop")).contains(job);
        recomputes.cancel("shop");
        busy.countDown();

        assertThat(finished(job).state()).isEqualTo(Job.State.CANCELLED);
        assertThat(newest().state()).isEqualTo(RecomputeRun.State.CANCELLED);
        assertThat(portal.memberships.history("shop", customer("anna"))).isEmpty();
    }

    @Test
    void shouldStartAndCancelForConsultantsOnly() {
        portal.rights.become(TestRights.user(2, new Grant(Role.MANAGER, Grant.EVERYWHERE)));

        assertThatThrownBy(() -> recomputes.now("shop")).isInstanceOf(ForbiddenProblem.class);
        assertThatThrownBy(() -> recomputes.cancel("shop")).isInstanceOf(ForbiddenProblem.class);
        assertThat(recomputes.mayStart("shop")).isFalse();
        assertThat(recomputes.history("shop", 10)).isEmpty();
    }

    @Test
    void shouldFailAsAUserUnderstandsWhenTheVerticalIsNotThere() {
        assertThatThrownBy(() -> recomputes.history("nowhere", 10)).isInstanceOf(Problem.class);
    }

    private RecomputeRun newest() {
        return recomputes.history("shop", 1).getFirst();
    }

    private long customer(String ref) {
        return portal.database.jdbi().withHandle(h -> h.createQuery("SELECT id FROM customer WHERE ref = ?")
                .bind(0, ref)
                .mapTo(Long.class)
                .one());
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Job finished(Job job) {
        ImportFixture.await(() -> job.state() != Job.State.RUNNING);
        return job;
    }
}
