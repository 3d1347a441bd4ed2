package org.clientele.plugin;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.clientele.common.Announcements;
import org.clientele.plugin.persistence.NodeDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether another node has changed plugins, and makes this one the same: loads, unloads, stands back, stops work. Tells the
 * others that this node is alive and how far it is.
 */
final class PluginFollower {
    private static final Logger LOG = LoggerFactory.getLogger(PluginFollower.class);

    private final NodeDao nodes;
    private final NodeName own;
    private final PluginChanges changes;
    private final PluginHost host;
    private final VerticalStore store;
    private final WorkStop work;
    private final Announcements announcements;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("plugin-follower").factory());
    private long followed = -1;
    private Set<String> alive = Set.of();

    PluginFollower(
            NodeDao nodes,
            NodeName own,
            PluginChanges changes,
            PluginHost host,
            VerticalStore store,
            WorkStop work,
            Announcements announcements) {
        this.nodes = nodes;
        this.own = own;
        this.changes = changes;
        this.host = host;
        this.store = store;
        this.work = work;
        this.announcements = announcements;
    }

    void start() {
        look();
        clockwork.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            look();
        } catch (RuntimeException failure) {
            LOG.warn("Changes of plugins made elsewhere could not be followed; trying again in a second", failure);
        }
    }

    /** Follows what has happened since the last look. */
    synchronized void look() {
        changes.between(this::lookBetween);
        nodes.tell(own.value(), followed);
        Set<String> now = nodes.alive();
        if (!now.containsAll(alive)) {
            announcements.publish(new NodesChanged());
        }
        alive = now;
    }

    private void lookBetween() {
        changes.finishLeft();
        long newest = nodes.revision();
        Optional<PluginChange> underWay = changes.underWay();
        if (newest != followed) {
            host.follow().forEach(id -> announcements.publish(new VerticalsChanged(id)));
        }
        underWay.filter(PluginChange::paused).ifPresentOrElse(this::standBack, this::comeBack);
        followed = newest;
        underWay.filter(PluginChange::cancelWork)
                .flatMap(change -> store.find(change.pluginId()))
                .ifPresent(settings -> work.cancel(settings.id()));
    }

    private void standBack(PluginChange change) {
        if (!host.isPaused(change.pluginId())) {
            host.pause(change.pluginId());
            announcements.publish(new VerticalsChanged(change.pluginId()));
        }
    }

    private void comeBack() {
        host.resumeAll().forEach(id -> announcements.publish(new VerticalsChanged(id)));
    }

    /** Looks no more. */
    void halt() {
        clockwork.shutdownNow();
    }

    @PreDestroy
    synchronized void stop() {
        halt();
        nodes.leave(own.value());
    }
}
