package org.clientele.plugin.code;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.clientele.plugin.code.CallThread.Outcome;
import org.clientele.plugins.api.extension.WrongResultException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls plugins' code: on a thread of the plugin, for a limited time, catching whatever comes. What fails is recorded with the plugin's
 * health and costs the caller an answer, nothing else. Thread-safe.
 */
public final class PluginCalls {
    private static final Logger LOG = LoggerFactory.getLogger(PluginCalls.class);

    private final Extensions extensions;
    private final CallThreads threads;
    private final FailureLog failures;
    private final PluginCodeProperties limits;
    private final Clock clock;
    private final boolean everyMessage;

    /**
     * @param everyMessage whether messages that may name a customer are kept, too: in developer mode, which is never used with real data
     */
    public PluginCalls(
            Extensions extensions,
            CallThreads threads,
            FailureLog failures,
            PluginCodeProperties limits,
            Clock clock,
            boolean everyMessage) {
        this.everyMessage = everyMessage;
        this.extensions = extensions;
        this.threads = threads;
        this.failures = failures;
        this.limits = limits;
        this.clock = clock;
    }

    /** What may be taken by which code. */
    public PluginCodeProperties limits() {
        return limits;
    }

    /**
     * What a call does with the extension; runs on the plugin's thread, within the limit, and so should all reading of its result. Never
     * gives null: what comes from the plugin goes through {@link #given} first.
     */
    @FunctionalInterface
    public interface Body<E, T> {
        /**
         * @param cancelled whether the result is no longer wanted
         * @throws Exception whatever the plugin throws
         */
        T run(E extension, BooleanSupplier cancelled) throws Exception;
    }

    /**
     * Makes the extension and calls it. Takes the limit at most, and a moment.
     *
     * @param extension name of the class
     */
    public <E, T> Answer<T> call(Piece piece, Class<E> point, String extension, Duration limit, Body<E, T> body) {
        Optional<Extensions.Code> found = extensions.find(piece.plugin());
        if (found.isEmpty()) {
            return new Answer.Failed<>(FailureCause.GONE, "");
        }
        Extensions.Code code = found.get();
        Optional<CallThread<T>> started = threads.start(
                piece.plugin(), code.loader(), limit, cancelled -> body.run(code.create(point, extension), cancelled));
        if (started.isEmpty()) {
            LOG.warn(
                    "Plugin {}: {} {} is not called, earlier calls have not ended",
                    piece.plugin(),
                    piece.kind(),
                    piece.id());
            return new Answer.Failed<>(FailureCause.BUSY, "");
        }
        return answer(piece, code.version(), started.get(), limit);
    }

    /** A number that changes whenever the plugin is loaded anew; 0 when it is not loaded. */
    public long generation(String plugin) {
        return extensions.find(plugin).map(Extensions.Code::generation).orElse(0L);
    }

    /** Records what a plugin's code threw where the portal could not call it on a thread of its own: in a listener, while drawing. */
    public void report(Piece piece, Throwable thrown) {
        report(piece, Fault.of(thrown));
    }

    /** Records that a plugin's code on a screen takes longer than it may; it goes on. */
    void reportLate(Piece piece, StackTraceElement[] stack) {
        report(piece, Fault.timedOut(limits.callLimit(), stack));
    }

    private void report(Piece piece, Fault fault) {
        String version =
                extensions.find(piece.plugin()).map(Extensions.Code::version).orElse("");
        record(piece, version, fault);
    }

    private PluginFailure record(Piece piece, String version, Fault fault) {
        String detail = everyMessage ? fault.words() : fault.detail();
        PluginFailure failure =
                new PluginFailure(piece, version, clock.instant(), fault.cause(), detail, fault.place());
        failures.record(failure);
        return failure;
    }

    /** What the plugin returned. */
    public static <T> T given(@Nullable T result) {
        if (result == null) {
            throw new WrongResultException("null");
        }
        return result;
    }

    /** The same in the background; the answer is given on a thread of its own. */
    public <E, T> void callLater(
            Piece piece, Class<E> point, String extension, Duration limit, Body<E, T> body, Consumer<Answer<T>> then) {
        Thread.ofPlatform()
                .daemon()
                .name("plugin-answer-" + piece.plugin())
                .inheritInheritableThreadLocals(false)
                .start(() -> then.accept(call(piece, point, extension, limit, body)));
    }

    private <T> Answer<T> answer(Piece piece, String version, CallThread<T> call, Duration limit) {
        Outcome<T> outcome = call.await(limit);
        if (call.isGone()) {
            return new Answer.Failed<>(FailureCause.GONE, "");
        }
        return switch (outcome) {
            case Outcome.Worked<T>(T value) -> new Answer.Done<>(value);
            case Outcome.Failed<T>(Fault fault) ->
                new Answer.Failed<>(fault.cause(), record(piece, version, fault).detail());
        };
    }
}
