package org.clientele.segment.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.segment.RecomputeCause;
import org.clientele.segment.RecomputeRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
class RecomputeRunDaoTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 31);
    private static final Instant START = Instant.parse("2026-02-01T08:00:00Z");
    private static final Instant END = Instant.parse("2026-02-01T08:00:01Z");

    private final TestDatabase database;
    private final RecomputeRunDao runs;
    private final int vertical;

    RecomputeRunDaoTest(TestDatabase.Kind kind) {
        database = TestDatabase.create(kind);
        runs = new RecomputeRunDao(database.jdbi());
        vertical = SegmentTables.vertical(database, "retail");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
    }

    @Test
    void shouldKeepTheHistoryNewestFirst() {
        long first = runs.start(vertical, DAY, "node", START, RecomputeCause.DATA, null);
        runs.done(first, END, 10, 8, 2);
        long second = runs.start(vertical, DAY, "node", START, RecomputeCause.PERSON, "Wang Fang");
        runs.failed(second, END, RecomputeRun.Stage.STORING, "x".repeat(3000));
        assertThat(runs.newest(vertical, 5))
                .extracting(RecomputeRun::id, RecomputeRun::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(second, RecomputeRun.State.FAILED),
                        org.assertj.core.groups.Tuple.tuple(first, RecomputeRun.State.DONE));
        assertThat(runs.newest(vertical, 5).get(1))
                .isEqualTo(new RecomputeRun(
                        first,
                        DAY,
                        RecomputeRun.State.DONE,
                        RecomputeCause.DATA,
                        null,
                        START,
                        END,
                        10,
                        8,
                        2,
                        null,
                        null));
    }

    @Test
    void shouldKeepWhoAskedForARunAndWhatItFailedAt() {
        long run = runs.start(vertical, DAY, "node", START, RecomputeCause.PERSON, "王芳");
        runs.failed(run, END, RecomputeRun.Stage.DISK_FULL, "no room");
        assertThat(runs.newest(vertical, 1))
                .containsExactly(new RecomputeRun(
                        run,
                        DAY,
                        RecomputeRun.State.FAILED,
                        RecomputeCause.PERSON,
                        "王芳",
                        START,
                        END,
                        0,
                        0,
                        0,
                        RecomputeRun.Stage.DISK_FULL,
                        "no room"));
    }

    @Test
    void shouldEndACancelledRun() {
        long run = runs.start(vertical, DAY, "node", START, RecomputeCause.DATA, null);
        runs.cancelled(run, END);
        assertThat(runs.unfinished()).isEmpty();
        assertThat(runs.newest(vertical, 1).getFirst().state()).isEqualTo(RecomputeRun.State.CANCELLED);
    }

    @Test
    void shouldListRunsWhoseEndIsNotNoted() {
        long open = runs.start(vertical, DAY, "node", START, RecomputeCause.DATA, null);
        runs.done(runs.start(vertical, DAY, "node", START, RecomputeCause.DATA, null), END, 10, 8, 2);
        assertThat(runs.unfinished()).containsExactly(new RecomputeRunDao.Unfinished(open, vertical, "node", START));
    }
}
