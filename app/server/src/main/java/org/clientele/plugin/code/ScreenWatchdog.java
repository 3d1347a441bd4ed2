package org.clientele.plugin.code;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.clientele.common.Announcements;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the code of plugins' screens that runs on the portal's own threads: listeners, and what draws a grid. While such screens are open it
 * looks at all threads twice a second. What is in a plugin's code for longer than a call may take is reported and interrupted; what is
 * still there as long again cannot be ended, so its plugin is disabled and the person's session given up. The person's browser waits
 * meanwhile, nobody else's does. Thread-safe.
 */
public final class ScreenWatchdog {
    private static final Logger LOG = LoggerFactory.getLogger(ScreenWatchdog.class);
    private static final Duration BEAT = Duration.ofMillis(500);

    private final PluginCalls calls;
    private final FailureLog failures;
    private final Announcements announcements;
    private final Set<OpenScreen> open = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("screen-watchdog").factory());
    private final Map<Thread, Sighting> seen = new HashMap<>();
    private @Nullable Future<?> beat;

    public ScreenWatchdog(PluginCalls calls, FailureLog failures, Announcements announcements) {
        this.calls = calls;
        this.failures = failures;
        this.announcements = announcements;
    }

    /** A thread in a plugin's code. */
    private static final class Sighting {
        final String plugin;
        final long since;
        boolean interrupted;
        boolean abandoned;

        Sighting(String plugin, long since) {
            this.plugin = plugin;
            this.since = since;
        }
    }

    /** Somebody has opened the screen. */
    public synchronized void opened(OpenScreen screen) {
        open.add(screen);
        if (beat == null) {
            beat = timer.scheduleWithFixedDelay(this::look, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** The screen is no longer shown. */
    public synchronized void closed(OpenScreen screen) {
        open.remove(screen);
    }

    /** The screens open on this node. */
    public int open() {
        return open.size();
    }

    private void look() {
        try {
            sight(System.nanoTime());
            rest();
        } catch (RuntimeException failure) {
            LOG.error("The watch over plugins' screens failed once and goes on", failure);
        }
    }

    /** Nothing to watch: no screen is open and no thread still in one. */
    private synchronized void rest() {
        if (open.isEmpty() && seen.values().stream().allMatch(sighting -> sighting.abandoned) && beat != null) {
            beat.cancel(false);
            beat = null;
            seen.clear();
        }
    }

    private void sight(long now) {
        Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
        seen.keySet().removeIf(thread -> !stacks.containsKey(thread));
        stacks.forEach((thread, stack) -> {
            Optional<String> plugin =
                    thread.getName().startsWith(CallThreads.PREFIX) ? Optional.empty() : PluginFrames.pluginOf(stack);
            if (plugin.isEmpty()) {
                seen.remove(thread);
                return;
            }
            Sighting sighting = seen.get(thread);
            if (sighting == null || !sighting.plugin.equals(plugin.get())) {
                seen.put(thread, new Sighting(plugin.get(), now));
            } else {
                judge(thread, stack, sighting, Duration.ofNanos(now - sighting.since));
            }
        });
    }

    private void judge(Thread thread, StackTraceElement[] stack, Sighting sighting, Duration age) {
        Duration limit = calls.limits().callLimit();
        if (!sighting.interrupted && age.compareTo(limit) > 0) {
            sighting.interrupted = true;
            calls.reportLate(piece(sighting.plugin), stack);
            thread.interrupt();
        } else if (!sighting.abandoned && age.compareTo(limit.multipliedBy(2)) > 0) {
            sighting.abandoned = true;
            abandon(thread, sighting.plugin);
        }
    }

    private void abandon(Thread thread, String plugin) {
        LOG.error(
                "Plugin {} hangs in a screen and heeds no interrupt; it is disabled, and thread {} is lost until the portal stops",
                plugin,
                thread.getName());
        announcements.replaceTeller(thread);
        failures.giveUp(plugin);
        screens(plugin).forEach(OpenScreen::evictIfStuck);
    }

    private List<OpenScreen> screens(String plugin) {
        return open.stream()
                .filter(screen -> screen.piece().plugin().equals(plugin))
                .toList();
    }

    /** The screen that is open; which of several it is cannot be told from outside. */
    private Piece piece(String plugin) {
        List<String> ids = screens(plugin).stream()
                .map(screen -> screen.piece().id())
                .distinct()
                .sorted()
                .toList();
        String id = String.join(" / ", ids);
        return new Piece(plugin, Piece.Kind.SCREEN, id.length() <= 100 ? id : id.substring(0, 100));
    }

    /** Watches no longer. */
    @PreDestroy
    public void stop() {
        timer.shutdownNow();
    }
}
