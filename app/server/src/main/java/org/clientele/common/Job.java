package org.clientele.common;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Work that goes on in the background: its progress can be watched and it can be asked to stop. Thread-safe. */
public final class Job {
    private final String kind;
    private final Instant startedAt;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private volatile State state = State.RUNNING;
    private volatile @Nullable RuntimeException failure;

    Job(String kind, Instant startedAt) {
        this.kind = kind;
        this.startedAt = startedAt;
    }

    /** How a job stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    public String kind() {
        return kind;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public State state() {
        return state;
    }

    /** Units of work done so far. */
    public long done() {
        return done.get();
    }

    /** Units of work in all; 0 while unknown. */
    public long total() {
        return total.get();
    }

    /** Why a failed job failed. */
    public @Nullable RuntimeException failure() {
        return failure;
    }

    /** Asks the job to stop; it leaves everything as it was before. */
    public void cancel() {
        cancelled.set(true);
    }

    /** Whether somebody asked to stop; the body checks it often. */
    public boolean isCancelled() {
        return cancelled.get();
    }

    /** Called by the body as it goes. */
    public void progress(long doneUnits, long totalUnits) {
        done.set(doneUnits);
        total.set(totalUnits);
    }

    void finish(State end, @Nullable RuntimeException cause) {
        failure = cause;
        state = end;
    }
}
