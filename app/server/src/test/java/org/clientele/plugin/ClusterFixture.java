package org.clientele.plugin;

import java.time.Instant;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.persistence.NodeDao;
import org.clientele.plugin.persistence.PluginChangeDao;

/** What services ask of other nodes and of changes of plugins, for tests without either. */
public final class ClusterFixture {
    private ClusterFixture() {}

    /** A node that tells nobody of itself: to others it looks dead. */
    public static Nodes silentNode(TestDatabase database) {
        return new StoredNodes(new NodeDao(database.jdbi()), NodeName.fresh());
    }

    /** A node that has just told of itself. */
    public static Nodes livingNode(TestDatabase database) {
        NodeName name = NodeName.fresh();
        NodeDao dao = new NodeDao(database.jdbi());
        dao.tell(name.value(), 0);
        return new StoredNodes(dao, name);
    }

    /** Makes a node look as one that told of itself for the last time half a minute ago. */
    public static void die(TestDatabase database, Nodes node) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE portal_node SET seen_at = CURRENT_TIMESTAMP - INTERVAL '30' SECOND WHERE id = ?",
                        node.own()));
    }

    public static ChangesUnderWay changes(TestDatabase database) {
        return new ChangesUnderWay(new PluginChangeDao(database.jdbi()));
    }

    /** Makes it look as if the plugin were being changed, until {@link #endChange}. */
    public static void beginChange(TestDatabase database, String pluginId) {
        new PluginChangeDao(database.jdbi())
                .begin("test", pluginId, PluginChange.Operation.REPLACE, "Ann", Instant.EPOCH);
    }

    public static void endChange(TestDatabase database) {
        new PluginChangeDao(database.jdbi()).end("test");
    }
}
