package org.clientele.plugin;

/** The running portals on one database. */
public interface Nodes {
    /** This one, knowing of no other. */
    Nodes ALONE = new Nodes() {
        @Override
        public String own() {
            return "alone";
        }

        @Override
        public boolean isAlive(String node) {
            return node.equals(own());
        }
    };

    /** What tells this one from the others, and from itself before a restart. */
    String own();

    /** Whether that one has told of itself within the last seconds. */
    boolean isAlive(String node);
}
