package org.clientele.plugin;

import java.util.UUID;

/** What tells this running portal from others on the same database. */
record NodeName(String value) {
    static NodeName fresh() {
        return new NodeName(UUID.randomUUID().toString());
    }
}
