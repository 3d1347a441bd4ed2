package org.clientele.plugin;

import org.clientele.plugin.persistence.NodeDao;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Starts what is enabled, before the first request is answered. */
final class PluginStart implements SmartInitializingSingleton {
    private final PluginChanges changes;
    private final BundledUpgrades bundled;
    private final PluginFollower follower;
    private final NodeDao nodes;
    private final boolean alone;

    /** @param alone whether no other node can be on the same database */
    PluginStart(PluginChanges changes, BundledUpgrades bundled, PluginFollower follower, NodeDao nodes, boolean alone) {
        this.changes = changes;
        this.bundled = bundled;
        this.follower = follower;
        this.nodes = nodes;
        this.alone = alone;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (alone) {
            nodes.forgetAll();
            changes.finishAllLeft();
        }
        bundled.run();
        follower.start();
    }
}
