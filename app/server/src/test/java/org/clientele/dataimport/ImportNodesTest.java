package org.clientele.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.clientele.common.Job;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.dataimport.persistence.ImportRunDao;
import org.clientele.plugin.ClusterFixture;
import org.clientele.plugin.Nodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two nodes on one database, one of which imports. */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class ImportNodesTest {
    private static final ImportRunDao.Beginning FILE =
            new ImportRunDao.Beginning("purchase", "shop.csv", "0".repeat(64), 12, "{}", "Ann");
    private static final ImportJobs.Result STORED =
            new ImportJobs.Result(new ImportRun.Counts(1, 0, 0, 1, 0, 1, 0), null, List.of());

    private final TestDatabase.Kind kind;

    @TempDir
    private Path folder;

    private ImportFixture portal;
    private Nodes hereName;
    private ImportJobs here;
    private ImportJobs there;

    ImportNodesTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void start() {
        portal = new ImportFixture(kind, folder);
        hereName = ClusterFixture.livingNode(portal.database());
        here = portal.work(hereName);
        there = portal.work(ClusterFixture.livingNode(portal.database()));
    }

    @AfterEach
    void stop() throws Exception {
        portal.close();
    }

    @Test
    void shouldLeaveTheRunningImportOfALivingNodeAlone() throws Exception {
        Held work = new Held();
        long id = begin(work);

        there.recover(portal.vertical());

        assertThat(run(id).state()).isEqualTo(ImportState.RUNNING);
        assertThat(customersOf(id)).isEqualTo(1);
        work.goOn.countDown();
        assertThat(portal.finished(id).state()).isEqualTo(ImportState.DONE);
        assertThat(customersOf(id)).isEqualTo(1);
    }

    @Test
    void shouldTakeBackWhatADeadNodeLeft() throws Exception {
        Held work = new Held();
        long id = begin(work);
        ClusterFixture.die(portal.database(), hereName);

        there.recover(portal.vertical());

        assertThat(run(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(customersOf(id)).isZero();
        work.finish();
    }

    @Test
    void shouldRemoveWhatANodeHeldUpForLongStoresAfterItsImportWasTakenBack() throws Exception {
        Held work = new Held();
        long id = begin(work);
        ClusterFixture.die(portal.database(), hereName);
        there.recover(portal.vertical());
        insertCustomer(id, "late");

        work.finish();

        assertThat(run(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(customersOf(id)).isZero();
    }

    @Test
    void shouldBeTakenBackByOneOfSeveralNodesOnly() throws Exception {
        Held work = new Held();
        long id = begin(work);
        ClusterFixture.die(portal.database(), hereName);
        List<ImportJobs> others = IntStream.range(0, 4)
                .mapToObj(_ -> portal.work(ClusterFixture.livingNode(portal.database())))
                .toList();

        others.parallelStream().forEach(node -> node.recover(portal.vertical()));

        assertThat(run(id).state()).isEqualTo(ImportState.FAILED);
        assertThat(portal.audit().actions())
                .filteredOn(action -> action.startsWith("import.rolled-back"))
                .hasSize(1);
        work.finish();
    }

    @Test
    void shouldNotBeginWhileThePluginIsBeingChanged() {
        ClusterFixture.beginChange(portal.database(), portal.vertical().key());

        assertThatThrownBy(() -> portal.database().transactions().execute(_ -> here.begin(portal.vertical(), FILE)))
                .isInstanceOf(Problem.class)
                .extracting(problem -> ((Problem) problem).key())
                .isEqualTo("plugin.problem.changing");
        ClusterFixture.endChange(portal.database());
        assertThat(portal.count("SELECT count(*) FROM import_run")).isZero();
    }

    private long begin(Held work) throws Exception {
        long id = portal.database().transactions().execute(_ -> here.begin(portal.vertical(), FILE));
        here.start(portal.vertical(), id, portal.rights().user(), work);
        assertThat(work.begun.await(20, TimeUnit.SECONDS)).isTrue();
        insertCustomer(id, "early");
        return id;
    }

    private void insertCustomer(long id, String ref) {
        portal.database()
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "INSERT INTO customer (vertical_id, ref, import_id, created_at) VALUES (?, ?, ?, CURRENT_TIMESTAMP)",
                        portal.vertical().id(),
                        ref,
                        id));
    }

    private ImportRun run(long id) {
        return portal.imports().find(portal.vertical(), id).orElseThrow();
    }

    private long customersOf(long id) {
        return portal.count("SELECT count(*) FROM customer WHERE import_id = " + id);
    }

    /** Stores until the test lets it go on. */
    private static final class Held implements ImportJobs.Work {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        void finish() throws InterruptedException {
            goOn.countDown();
            assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        }

        @Override
        public ImportJobs.Result store(Job job) {
            begun.countDown();
            try {
                assertThat(goOn.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            return STORED;
        }

        @Override
        public void end() {
            ended.countDown();
        }
    }
}
