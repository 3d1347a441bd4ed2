package org.clientele.plugin.code;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of plugins' code: a few for each plugin, so that one that hangs takes nothing from the others. A call that never ends keeps
 * its thread, and with it its plugin's class loader, until the portal stops; when all of a plugin's threads hang, it is not called any more.
 * Thread-safe.
 */
public final class CallThreads {
    /** How the names of these threads begin. */
    static final String PREFIX = "plugin-call-";

    private static final Logger LOG = LoggerFactory.getLogger(CallThreads.class);

    private final int perPlugin;
    private final Map<String, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();

    public CallThreads(int perPlugin) {
        this.perPlugin = perPlugin;
    }

    /** Starts a call, waiting for a free thread; empty when there is none for that long. */
    <T> Optional<CallThread<T>> start(String plugin, ClassLoader loader, Duration patience, CallThread.Work<T> work) {
        Lane lane = lanes.computeIfAbsent(plugin, id -> new Lane(perPlugin));
        return lane.enter(patience) ? Optional.of(lane.start(name(plugin), loader, work)) : Optional.empty();
    }

    /** Interrupts what still runs of a plugin; whoever waits for it learns that the plugin is gone. */
    public void stop(String plugin) {
        Lane lane = lanes.get(plugin);
        if (lane != null && !lane.stop()) {
            LOG.warn(
                    "Plugin {}: {} calls do not end although they were interrupted; their threads stay until the portal stops",
                    plugin,
                    lane.running.size());
        }
    }

    /** How many calls of the plugin have not ended. */
    public int running(String plugin) {
        Lane lane = lanes.get(plugin);
        return lane == null ? 0 : lane.running.size();
    }

    private String name(String plugin) {
        return PREFIX + plugin + "-" + numbers.incrementAndGet();
    }

    private static final class Lane {
        private final Semaphore free;
        private final Set<CallThread<?>> running = ConcurrentHashMap.newKeySet();

        Lane(int threads) {
            free = new Semaphore(threads);
        }

        boolean enter(Duration patience) {
            try {
                return free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        <T> CallThread<T> start(String name, ClassLoader loader, CallThread.Work<T> work) {
            CallThread<T> call = new CallThread<>(name, loader, work, this::leave);
            running.add(call);
            try {
                call.start();
            } catch (OutOfMemoryError noThread) { // the system has no thread left
                leave(call);
                throw noThread;
            }
            return call;
        }

        private void leave(CallThread<?> call) {
            running.remove(call);
            free.release();
        }

        boolean stop() {
            Set<CallThread<?>> stopped = Set.copyOf(running);
            stopped.forEach(CallThread::leave);
            stopped.forEach(CallThread::join);
            return stopped.stream().noneMatch(CallThread::isAlive);
        }
    }
}
