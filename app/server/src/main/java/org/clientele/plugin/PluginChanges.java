package org.clientele.plugin;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.PluginChangeDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one change of plugins go on at a time, on all nodes together. Whoever makes one tells every few seconds that he is alive; what a dead
 * one leaves is taken back or finished by the next. Thread-safe.
 */
final class PluginChanges {
    private static final Logger LOG = LoggerFactory.getLogger(PluginChanges.class);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final int SIGN_OF_LIFE_SECONDS = 4;

    private final PluginChangeDao changes;
    private final LeftChanges left;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final ChangePace pace;
    private final ReentrantLock local = new ReentrantLock();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plugin-change").factory());

    PluginChanges(
            PluginChangeDao changes, LeftChanges left, Clock clock, TransactionTemplate transactions, ChangePace pace) {
        this.changes = changes;
        this.left = left;
        this.clock = clock;
        this.transactions = transactions;
        this.pace = pace;
    }

    /** A change that the caller may make. */
    final class Turn {
        private final String token;
        private final String pluginId;

        private Turn(String token, String pluginId) {
            this.token = token;
            this.pluginId = pluginId;
        }

        String pluginId() {
            return pluginId;
        }

        /** Fails when the turn was taken away because this node looked dead; in the transaction that makes the change. */
        void requireHeld() {
            if (!changes.extend(token)) {
                throw new IllegalStateException(
                        "The change of plugin %s took so long to tell of itself that another node took it over"
                                .formatted(pluginId));
            }
        }

        void pause(boolean paused) {
            changes.pause(token, paused);
        }

        /** From here on, whoever finds the change left goes on with that. */
        void become(PluginChange.Operation operation) {
            changes.setOperation(token, operation);
        }

        void cancelWork() {
            changes.cancelWork(token);
        }

        private void keepAlive() {
            try {
                changes.extend(token);
            } catch (RuntimeException failure) {
                LOG.warn("The change of plugin {} could not tell of itself; trying again", pluginId, failure);
            }
        }
    }

    /** Makes a change. */
    @FunctionalInterface
    interface Work {
        void make(Turn turn);
    }

    /**
     * Makes a change when no other goes on.
     *
     * @param by name of who asked for it
     * @throws Problem when another one goes on for long
     */
    void alone(String pluginId, PluginChange.Operation operation, String by, Work work) {
        long end = System.nanoTime() + pace.turn().toNanos();
        lock(end);
        try {
            String token = UUID.randomUUID().toString();
            while (!begin(token, pluginId, operation, by)) {
                finishLeft();
                requireTime(end);
                LockSupport.parkNanos(GLANCE.toNanos());
            }
            make(new Turn(token, pluginId), work);
        } finally {
            local.unlock();
        }
    }

    /** Does something while no change goes on here; whether it did. */
    boolean between(Runnable work) {
        if (!local.tryLock()) {
            return false;
        }
        try {
            work.run();
            return true;
        } finally {
            local.unlock();
        }
    }

    /** The change that goes on, here or elsewhere. */
    Optional<PluginChange> underWay() {
        return changes.current().filter(change -> !change.expired());
    }

    /** Takes back or finishes what a dead node left. */
    void finishLeft() {
        changes.current().filter(PluginChange::expired).ifPresent(this::finish);
    }

    /** At the start of a portal that is alone on its database: whoever made a change is dead. */
    void finishAllLeft() {
        changes.current().ifPresent(change -> {
            changes.expire(change.token());
            finishLeft();
        });
    }

    @PreDestroy
    void stop() {
        heart.shutdownNow();
    }

    private void lock(long end) {
        try {
            if (!local.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                throw busy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private boolean begin(String token, String pluginId, PluginChange.Operation operation, String by) {
        // In a transaction of its own: on PostgreSQL a refused row spoils the transaction.
        return Boolean.TRUE.equals(transactions.execute(status -> {
            boolean begun = changes.begin(token, pluginId, operation, by, clock.instant());
            if (!begun) {
                status.setRollbackOnly();
            }
            return begun;
        }));
    }

    /** An Error leaves the change as a crash would, to be taken back by whoever finds it. */
    private void make(Turn turn, Work work) {
        ScheduledFuture<?> beat = heart.scheduleAtFixedRate(
                turn::keepAlive, SIGN_OF_LIFE_SECONDS, SIGN_OF_LIFE_SECONDS, TimeUnit.SECONDS);
        try {
            work.make(turn);
            changes.end(turn.token);
        } catch (RuntimeException failure) {
            changes.end(turn.token);
            throw failure;
        } finally {
            beat.cancel(false);
        }
    }

    private void finish(PluginChange change) {
        String token = UUID.randomUUID().toString();
        if (changes.takeOver(change, token)) {
            LOG.warn(
                    "The {} of plugin {} was cut short; it is taken back or finished",
                    change.operation(),
                    change.pluginId());
            make(new Turn(token, change.pluginId()), turn -> left.finish(change));
        }
    }

    private void requireTime(long end) {
        if (System.nanoTime() > end) {
            throw busy();
        }
    }

    private Problem busy() {
        return changes.current()
                .map(change -> new Problem("plugin.problem.busy", change.pluginId(), change.startedBy()))
                .orElseGet(() -> new Problem("plugin.problem.busy-here"));
    }
}
