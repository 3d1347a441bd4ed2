package org.clientele.segment;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.clientele.common.Problem;
import org.clientele.segment.persistence.RecomputeRunDao;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is noted of one run: begun once it has something to tell. A run that nobody asked for and that changes nothing leaves no note. */
final class RecomputeNote {
    private static final Logger LOG = LoggerFactory.getLogger(RecomputeNote.class);

    private final RecomputeRunDao runs;
    private final Clock clock;
    private final String node;
    private final int vertical;
    private final RecomputeOrder order;
    private final Instant since;
    private @Nullable Long id;

    RecomputeNote(RecomputeRunDao runs, Clock clock, String node, int vertical, RecomputeOrder order) {
        this.runs = runs;
        this.clock = clock;
        this.node = node;
        this.vertical = vertical;
        this.order = order;
        this.since = Optional.ofNullable(order.since()).orElseGet(clock::instant);
    }

    /** Notes that the run writes now; its number. */
    long begin(LocalDate asOf) {
        if (id == null) {
            id = runs.start(vertical, asOf, node, since, order.cause(), order.by());
        }
        return id;
    }

    void unchanged(PortalSnapshot snapshot) {
        if (order.by() != null) {
            done(snapshot, 0, 0);
        }
    }

    void done(PortalSnapshot snapshot, long opened, long closed) {
        long run = begin(snapshot.asOf());
        runs.done(run, clock.instant(), snapshot.customers().size(), opened, closed);
    }

    void cancelled(LocalDate asOf) {
        if (id != null || order.by() != null) {
            runs.cancelled(begin(asOf), clock.instant());
        }
    }

    void failed(LocalDate asOf, RecomputeRun.Stage at, RuntimeException failure) {
        RecomputeRun.Stage stage =
                failure instanceof Problem problem && problem.key().equals("common.disk-full")
                        ? RecomputeRun.Stage.DISK_FULL
                        : at;
        long run = begin(asOf);
        LOG.warn(
                "Recompute {} of vertical {} failed: {}; its cause is in the log beside this line",
                run,
                vertical,
                stage);
        runs.failed(run, clock.instant(), stage, failure.toString());
    }
}
