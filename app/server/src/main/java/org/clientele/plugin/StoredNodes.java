package org.clientele.plugin;

import org.clientele.plugin.persistence.NodeDao;

/** The running portals, as they tell of themselves in the database. */
record StoredNodes(NodeDao dao, NodeName name) implements Nodes {
    @Override
    public String own() {
        return name.value();
    }

    @Override
    public boolean isAlive(String node) {
        return dao.alive().contains(node);
    }
}
