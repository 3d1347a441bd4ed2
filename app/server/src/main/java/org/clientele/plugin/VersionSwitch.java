package org.clientele.plugin;

import java.time.Clock;
import org.clientele.plugin.PluginChanges.Turn;
import org.clientele.plugin.PluginLibrary.Found;
import org.clientele.plugin.persistence.PluginVersionDao;
import org.clientele.plugin.persistence.TypedTablesDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down, in one transaction, that another version of a plugin is the installed one. */
@Component
class VersionSwitch {
    private final PluginRegistry registry;
    private final PluginVersionDao versions;
    private final TypedTablesDao tables;
    private final Followers followers;
    private final Clock clock;
    private final TransactionTemplate transactions;

    VersionSwitch(
            PluginRegistry registry,
            PluginVersionDao versions,
            TypedTablesDao tables,
            Followers followers,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.registry = registry;
        this.versions = versions;
        this.tables = tables;
        this.followers = followers;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * What is to be written.
     *
     * @param before what is installed; null when nothing is
     * @param data where the data lies afterwards; null when there is none
     * @param by login of who asked for it
     * @param action for the audit trail
     */
    record Entry(
            Found found,
            @Nullable InstalledPlugin before,
            @Nullable Data data,
            String by,
            String action) {}

    /** The data of a vertical, and what the switch does to it. */
    record Data(int verticalId, Migration migration) {}

    /** The last milestone is reached when all is written and before it counts. */
    void write(Turn turn, Entry entry, Milestones milestones) {
        transactions.executeWithoutResult(_ -> {
            turn.requireHeld();
            InstalledPlugin before = entry.before();
            Data data = entry.data();
            if (before != null) {
                versions.keepInstalled(before.id(), clock.instant());
            }
            if (data != null) {
                if (before != null) {
                    tables.remember(
                            data.verticalId(), before.digest(), data.migration().before());
                }
                tables.register(data.verticalId(), data.migration().target());
            }
            registry.replaced(entry.action(), entry.found(), before != null && before.enabled(), entry.by());
            versions.delete(turn.pluginId(), entry.found().content().digest());
            turn.pause(false);
            followers.tell();
            milestones.reached(Milestone.SWITCHING);
        });
    }

    /** Only where the data lies from now on. */
    void write(Turn turn, Data data) {
        transactions.executeWithoutResult(_ -> {
            turn.requireHeld();
            tables.register(data.verticalId(), data.migration().target());
        });
    }
}
