package org.clientele.plugin;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Jars that wait on disk for somebody's decision: for a quarter of an hour, a few for each person, none after a restart. Thread-safe.
 */
final class StagedPlugins {
    static final Duration LIFETIME = Duration.ofMinutes(15);
    static final int MOST_FOR_ONE = 3;
    private static final int MOST = 20;
    private static final Logger LOG = LoggerFactory.getLogger(StagedPlugins.class);

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final List<Staged> waiting = new ArrayList<>();
    private final ScheduledExecutorService sweeper = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("staging").factory());

    StagedPlugins(Path folder, Clock clock) {
        this.clock = clock;
        clear(folder);
        sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
    }

    /**
     * A jar that was judged and may be installed.
     *
     * @param token names it; cannot be guessed
     * @param userId who sent it
     * @param replaces digest of the jar that it would replace; empty when there is none
     */
    record Staged(
            String token, StagedJar jar, PluginLibrary.Judged judged, long userId, String replaces, Instant since) {}

    /** Takes charge of the file. */
    synchronized Staged keep(StagedJar jar, PluginLibrary.Judged judged, long userId, String replaces) {
        byte[] token = new byte[16];
        random.nextBytes(token);
        Staged staged = new Staged(HexFormat.of().formatHex(token), jar, judged, userId, replaces, clock.instant());
        waiting.add(staged);
        while (count(other -> other.userId() == userId) > MOST_FOR_ONE) {
            closeOldest(other -> other.userId() == userId);
        }
        while (waiting.size() > MOST) {
            closeOldest(other -> true);
        }
        return staged;
    }

    /** Hands over what the person has staged; the caller closes the file. */
    synchronized Optional<Staged> take(String token, long userId) {
        sweep();
        Optional<Staged> found = waiting.stream()
                .filter(staged -> staged.token().equals(token) && staged.userId() == userId)
                .findFirst();
        found.ifPresent(waiting::remove);
        return found;
    }

    synchronized void discard(String token) {
        closeOldest(staged -> staged.token().equals(token));
    }

    synchronized void sweep() {
        Instant oldest = clock.instant().minus(LIFETIME);
        waiting.removeIf(staged -> {
            boolean late = staged.since().isBefore(oldest);
            if (late) {
                staged.jar().close();
            }
            return late;
        });
    }

    @PreDestroy
    synchronized void stop() {
        sweeper.shutdownNow();
        waiting.forEach(staged -> staged.jar().close());
        waiting.clear();
    }

    private long count(Predicate<Staged> which) {
        return waiting.stream().filter(which).count();
    }

    private void closeOldest(Predicate<Staged> which) {
        waiting.stream().filter(which).min(Comparator.comparing(Staged::since)).ifPresent(oldest -> {
            oldest.jar().close();
            waiting.remove(oldest);
        });
    }

    /** What a process that was killed has left behind. */
    private static void clear(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, StagedJar.FILES)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        } catch (IOException failure) {
            LOG.warn("Staged plugins left in {} could not be deleted; delete them by hand", folder, failure);
        }
    }
}
