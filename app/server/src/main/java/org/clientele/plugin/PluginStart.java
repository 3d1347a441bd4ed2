package org.clientele.plugin;

import org.clientele.plugin.persistence.NodeDao;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Starts what is enabled, before the first request is answered. */
final class PluginStart implements SmartInitializingSingleton {
    private final PluginChanges changes;
    private final BundledUpgrades bundled;
    private final PluginFollower follower;
    private final Runnable news;
    private final NodeDao nodes;
    private final boolean alone;

    /**
     * @param news begins to tell other nodes, and to hear from them
     * @param alone whether no other node can be on the same database
     */
    PluginStart(
            PluginChanges changes,
            BundledUpgrades bundled,
            PluginFollower follower,
            Runnable news,
            NodeDao nodes,
            boolean alone) {
        this.changes = changes;
        this.bundled = bundled;
        this.follower = follower;
        this.news = news;
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
        if (!alone) {
            news.run();
        }
    }
}
