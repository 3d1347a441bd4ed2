package org.clientele.segment;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.clientele.common.Announcements;
import org.clientele.plugin.Nodes;
import org.clientele.plugin.NodesChanged;
import org.clientele.plugin.RunningWork;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalWork;
import org.clientele.segment.persistence.RecomputeRunDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Recomputes, as a change of their vertical's plugin sees them; and what became of those that a dead node left. Thread-safe. */
@Component
public class RecomputeWork implements VerticalWork {
    private static final Logger LOG = LoggerFactory.getLogger(RecomputeWork.class);

    private static final Duration GLANCE = Duration.ofMillis(200);

    private final RecomputeRunDao runs;
    private final Nodes nodes;
    private final Clock clock;
    private final Map<Integer, Run> here = new ConcurrentHashMap<>();
    private final Announcements.Subscription subscription;

    public RecomputeWork(RecomputeRunDao runs, Nodes nodes, Announcements announcements, Clock clock) {
        this.runs = runs;
        this.nodes = nodes;
        this.clock = clock;
        this.subscription = announcements.listen(NodesChanged.class, change -> failLeft());
    }

    /** A run that goes on here. */
    final class Run implements AutoCloseable {
        private final int verticalId;
        private final Instant since = clock.instant();
        private volatile boolean cancelled;

        private Run(int verticalId) {
            this.verticalId = verticalId;
        }

        boolean isCancelled() {
            return cancelled;
        }

        @Override
        public void close() {
            here.remove(verticalId, this);
        }
    }

    /** Begins a run; one at a time in a vertical. */
    Run begin(Vertical vertical) {
        Run run = new Run(vertical.id());
        here.put(vertical.id(), run);
        return run;
    }

    /**
     * Waits until no other node writes the vertical's memberships: what it has stored so far would be taken for what a crash left.
     *
     * @return false when the run was cancelled meanwhile
     */
    boolean awaitOthers(int verticalId, BooleanSupplier cancelled) {
        while (!cancelled.getAsBoolean()) {
            if (elsewhere(verticalId).isEmpty()) {
                return true;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        return false;
    }

    String node() {
        return nodes.own();
    }

    /** Another node's run is seen while it writes. */
    @Override
    public List<RunningWork> running(int verticalId) {
        return Optional.ofNullable(here.get(verticalId))
                .map(run -> run.since)
                .or(() -> elsewhere(verticalId))
                .map(since -> List.of(new RunningWork("recompute", "", "", since)))
                .orElse(List.of());
    }

    @Override
    public void cancel(int verticalId) {
        Optional.ofNullable(here.get(verticalId)).ifPresent(run -> run.cancelled = true);
    }

    /** Notes of the runs that dead nodes left that nothing came of them. */
    @EventListener(ApplicationReadyEvent.class)
    public void failLeft() {
        List<RecomputeRunDao.Unfinished> left =
                runs.unfinished().stream().filter(this::isLeft).toList();
        left.forEach(run -> runs.failed(
                run.id(),
                clock.instant(),
                RecomputeRun.Stage.STOPPED,
                "The portal stopped during the run; nothing was written"));
        if (!left.isEmpty()) {
            LOG.warn("{} recomputes were cut short when a portal stopped; they run again", left.size());
        }
    }

    private Optional<Instant> elsewhere(int verticalId) {
        return runs.unfinished().stream()
                .filter(run ->
                        run.verticalId() == verticalId && !run.node().equals(nodes.own()) && nodes.isAlive(run.node()))
                .map(RecomputeRunDao.Unfinished::since)
                .findFirst();
    }

    private boolean isLeft(RecomputeRunDao.Unfinished run) {
        return run.node().equals(nodes.own()) ? !here.containsKey(run.verticalId()) : !nodes.isAlive(run.node());
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }
}
