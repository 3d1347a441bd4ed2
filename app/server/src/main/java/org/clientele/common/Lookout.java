package org.clientele.common;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds whether something came about, on a thread of its own. A look that fails is told in the log and followed by the next one. */
public final class Lookout implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final int SECONDS = 10;

    private final String name;
    private final Runnable look;
    private final ScheduledExecutorService clockwork;

    /** @param name of the thread, and in the log */
    public Lookout(String name, Runnable look) {
        this.name = name;
        this.look = look;
        this.clockwork = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    public void start() {
        clockwork.scheduleWithFixedDelay(this::tick, 0, SECONDS, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            look.run();
        } catch (RuntimeException failure) {
            LOG.warn("A look at {} failed; the next one follows", name, failure);
        }
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
    }
}
