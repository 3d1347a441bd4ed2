package org.clientele.plugin;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.clientele.plugin.persistence.NodeDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The other nodes of the portal, which follow what this one does to plugins. */
final class Followers {
    private static final Logger LOG = LoggerFactory.getLogger(Followers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final NodeDao nodes;
    private final NodeName own;

    Followers(NodeDao nodes, NodeName own) {
        this.nodes = nodes;
        this.own = own;
    }

    /** Tells them that something changed; in the transaction of the change. */
    void tell() {
        nodes.raiseRevision();
    }

    /** Waits until every node that is alive has followed all changes so far. */
    void await() {
        long revision = nodes.revision();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (nodes.behind(own.value(), revision) > 0) {
            if (System.nanoTime() > end) {
                LOG.warn(
                        "A node of the portal has not followed a change of plugins within {} s; it is left behind",
                        PATIENCE.toSeconds());
                return;
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }
}
