package org.clientele.common.ui;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Runs work one after the other; of work that waits only the latest is done. Thread-safe. */
public final class LatestEdit {
    private final Executor workers;
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private final AtomicBoolean running = new AtomicBoolean();

    public LatestEdit(Executor workers) {
        this.workers = workers;
    }

    public void submit(Runnable work) {
        waiting.set(work);
        start();
    }

    private void start() {
        if (running.compareAndSet(false, true)) {
            workers.execute(this::run);
        }
    }

    private void run() {
        try {
            for (Runnable next = waiting.getAndSet(null); next != null; next = waiting.getAndSet(null)) {
                next.run();
            }
        } finally {
            running.set(false);
        }
        if (waiting.get() != null) {
            start();
        }
    }
}
