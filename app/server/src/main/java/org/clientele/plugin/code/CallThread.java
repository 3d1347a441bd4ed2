package org.clientele.plugin.code;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One call to a plugin's code on a thread of its own, so that nothing the code leaves on it (thread-locals, interrupts) outlives the call.
 * A thread cannot be ended from outside: one that does not heed its interrupt is abandoned.
 */
final class CallThread<T> implements BooleanSupplier {
    private static final Duration GRACE = Duration.ofMillis(250);

    private final CompletableFuture<Outcome<T>> outcome = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean unwanted;
    private volatile boolean gone;

    CallThread(String name, ClassLoader loader, Work<T> work, Consumer<CallThread<T>> ended) {
        thread = Thread.ofPlatform()
                .name(name)
                .daemon()
                .inheritInheritableThreadLocals(false)
                .unstarted(() -> {
                    try {
                        outcome.complete(run(work));
                    } finally {
                        ended.accept(this);
                    }
                });
        thread.setContextClassLoader(loader);
    }

    /** What came of the call. */
    sealed interface Outcome<T> {
        record Worked<T>(T value) implements Outcome<T> {}

        record Failed<T>(Fault fault) implements Outcome<T> {}
    }

    /** What a call does; asks its argument whether the result is still wanted. */
    @FunctionalInterface
    interface Work<T> {
        T run(BooleanSupplier cancelled) throws Exception;
    }

    private Outcome<T> run(Work<T> work) {
        try {
            return new Outcome.Worked<>(work.run(this));
        } catch (Throwable failure) { // errors too: a plugin's stack overflow is no reason for anybody else to stop
            return new Outcome.Failed<>(Fault.of(failure));
        }
    }

    void start() {
        thread.start();
    }

    /** Whether the call's result is no longer wanted; asked by the code itself. */
    @Override
    public boolean getAsBoolean() {
        return unwanted;
    }

    /** Whether the plugin went while it worked. */
    boolean isGone() {
        return gone;
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Waits for the end; interrupts the call when it takes longer. An interrupt of the waiting thread counts as that, too. */
    Outcome<T> await(Duration limit) {
        try {
            return outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return tooLate(limit);
        } catch (InterruptedException interruption) {
            leave();
            Thread.currentThread().interrupt();
            return tooLate(limit);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("A call completes with an outcome, never with an exception", impossible);
        }
    }

    private Outcome<T> tooLate(Duration limit) {
        StackTraceElement[] stack = thread.getStackTrace();
        interrupt();
        join();
        return new Outcome.Failed<>(Fault.timedOut(limit, stack));
    }

    /** The plugin goes: the result is not wanted, and its failure is none. */
    void leave() {
        gone = true;
        interrupt();
    }

    private void interrupt() {
        unwanted = true;
        thread.interrupt();
    }

    /** Gives the code a moment to heed its interrupt. */
    void join() {
        try {
            thread.join(GRACE);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
