package org.clientele.common;

import org.jspecify.annotations.Nullable;

/** What a job is asked for: nothing until it is done. Thread-safe. */
public final class Answer<T> {
    private volatile @Nullable Job job;
    private volatile @Nullable T value;

    Answer() {}

    void started(Job started) {
        job = started;
    }

    void found(T found) {
        value = found;
    }

    /** The job that works on it. */
    public Job job() {
        Job started = job;
        if (started == null) {
            throw new IllegalStateException("The job was not started");
        }
        return started;
    }

    /** The answer; null while the job works, and when it failed or was cancelled. */
    public @Nullable T value() {
        Job started = job;
        return started != null && started.state() == Job.State.DONE ? value : null;
    }
}
