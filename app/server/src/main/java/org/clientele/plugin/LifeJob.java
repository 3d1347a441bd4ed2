package org.clientele.plugin;

import java.util.Optional;
import org.clientele.common.Job;
import org.jspecify.annotations.Nullable;

/** A change of a plugin that goes on in the background. Thread-safe. */
public final class LifeJob implements Milestones {
    private volatile Milestone milestone = Milestone.WAITING;
    private volatile @Nullable Job job;

    LifeJob() {}

    void started(Job started) {
        job = started;
    }

    public Milestone milestone() {
        return milestone;
    }

    /** The work itself; empty for the moment before it starts. */
    public Optional<Job> job() {
        return Optional.ofNullable(job);
    }

    /** Whether it can still be stopped without a trace. */
    public boolean canBeCancelled() {
        return milestone.compareTo(Milestone.SWITCHING) < 0;
    }

    @Override
    public void reached(Milestone reached) {
        milestone = reached;
    }

    @Override
    public void progress(long done, long total) {
        job().ifPresent(known -> known.progress(done, total));
    }

    @Override
    public boolean isCancelled() {
        return canBeCancelled() && job().map(Job::isCancelled).orElse(false);
    }
}
