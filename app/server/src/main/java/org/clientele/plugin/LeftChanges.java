package org.clientele.plugin;

import org.clientele.plugin.persistence.TypedTablesDao;
import org.springframework.stereotype.Component;

/** Takes back what a change that was cut short has left in the database, or finishes it where it cannot be taken back. */
@Component
class LeftChanges {
    private final VerticalStore store;
    private final TypedTablesDao tables;
    private final PluginRemoval removal;

    LeftChanges(VerticalStore store, TypedTablesDao tables, PluginRemoval removal) {
        this.store = store;
        this.tables = tables;
        this.removal = removal;
    }

    void finish(PluginChange left) {
        if (left.operation() == PluginChange.Operation.DELETE) {
            removal.finishDeletion(left.pluginId());
        } else {
            store.find(left.pluginId()).ifPresent(settings -> tables.dropUnregistered(settings.id()));
        }
    }
}
