package org.clientele.plugin.persistence;

import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** The nodes of the portal and how far each has followed the changes of plugins. Time is the database's. */
@Repository
public class NodeDao {
    /** A node tells of itself every second. */
    private static final String LATELY = "CURRENT_TIMESTAMP - INTERVAL '5' SECOND";

    /** What was silent for so long is dead, and not merely held up: its work is taken back. */
    private static final String ALIVE = "CURRENT_TIMESTAMP - INTERVAL '20' SECOND";

    private final Jdbi jdbi;

    public NodeDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The number of the newest change that nodes must follow. */
    public long revision() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT revision FROM plugin_revision WHERE id = 1")
                .mapTo(Long.class)
                .one());
    }

    /** Tells all nodes that something changed; in the transaction of the change. */
    public void raiseRevision() {
        jdbi.useHandle(handle -> handle.execute("UPDATE plugin_revision SET revision = revision + 1 WHERE id = 1"));
    }

    /** Says that a node is alive and has followed everything up to the revision. */
    public void tell(String node, long followed) {
        jdbi.useHandle(handle -> {
            int known = handle.createUpdate("""
                            UPDATE portal_node SET revision = :revision, seen_at = CURRENT_TIMESTAMP WHERE id = :node
                            """)
                    .bind("revision", followed)
                    .bind("node", node)
                    .execute();
            if (known == 0) {
                handle.createUpdate("DELETE FROM portal_node WHERE seen_at < " + ALIVE)
                        .execute();
                handle.createUpdate("""
                                INSERT INTO portal_node (id, revision, seen_at) VALUES (:node, :revision, CURRENT_TIMESTAMP)
                                """)
                        .bind("node", node)
                        .bind("revision", followed)
                        .execute();
            }
        });
    }

    /** How many other nodes are alive and have not followed up to the revision. */
    public int behind(String node, long revision) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM portal_node WHERE id <> :node AND revision < :revision AND seen_at >= %s
                        """.formatted(LATELY))
                .bind("node", node)
                .bind("revision", revision)
                .mapTo(Integer.class)
                .one());
    }

    /** The nodes that are alive. */
    public Set<String> alive() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM portal_node WHERE seen_at >= " + ALIVE)
                .mapTo(String.class)
                .set());
    }

    /** Forgets all nodes: none of them is alive. */
    public void forgetAll() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM portal_node"));
    }

    public void leave(String node) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM portal_node WHERE id = :node")
                .bind("node", node)
                .execute());
    }
}
