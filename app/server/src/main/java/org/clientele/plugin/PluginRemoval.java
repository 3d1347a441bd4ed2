package org.clientele.plugin;

import java.util.Optional;
import org.clientele.common.Announcements;
import org.clientele.plugin.PluginChanges.Turn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a plugin away, and its data if it is to go too. The vertical disappears for everybody before the first row is deleted; once deleting has
 * begun it is finished, by another node if this one dies.
 */
@Component
class PluginRemoval {
    private final PluginRegistry registry;
    private final PluginHost host;
    private final VerticalStore store;
    private final VerticalErasure erasure;
    private final WorkStop work;
    private final Followers followers;
    private final Announcements announcements;
    private final TransactionTemplate transactions;

    PluginRemoval(
            PluginRegistry registry,
            PluginHost host,
            VerticalStore store,
            VerticalErasure erasure,
            WorkStop work,
            Followers followers,
            Announcements announcements,
            PlatformTransactionManager transactions) {
        this.registry = registry;
        this.host = host;
        this.store = store;
        this.erasure = erasure;
        this.work = work;
        this.followers = followers;
        this.announcements = announcements;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** Takes the plugin away and keeps the data; nothing else may go on in the vertical. */
    void uninstall(Turn turn, VerticalNotice notice, Milestones milestones) {
        milestones.reached(Milestone.SWITCHING);
        transactions.executeWithoutResult(_ -> {
            turn.requireHeld();
            registry.uninstalled(turn.pluginId(), notice);
            followers.tell();
        });
        milestones.reached(Milestone.SWITCHED);
        leave(turn.pluginId());
    }

    /** Takes the plugin away with all data; running work was cancelled. */
    void delete(Turn turn, VerticalNotice notice, Milestones milestones) {
        String id = turn.pluginId();
        Optional<VerticalSettings> settings = store.find(id);
        milestones.reached(Milestone.SWITCHING);
        registry.find(id).filter(InstalledPlugin::enabled).ifPresent(plugin -> registry.disabled(plugin, notice));
        leave(id);
        followers.await();
        settings.ifPresent(kept -> {
            // A run that began before the vertical disappeared may still be writing.
            work.cancel(kept.id());
            work.await(id, kept.id(), true, Milestones.UNWATCHED);
            turn.become(PluginChange.Operation.DELETE);
            erasure.erase(kept.id(), milestones);
        });
        finish(turn, notice, milestones);
    }

    /** Finishes what a dead node began to delete. */
    void finishDeletion(String id) {
        store.find(id).ifPresent(kept -> {
            erasure.erase(kept.id(), Milestones.UNWATCHED);
            transactions.executeWithoutResult(_ -> {
                erasure.forget(kept.id());
                registry.deleted(id, null);
                followers.tell();
            });
        });
    }

    private void finish(Turn turn, VerticalNotice notice, Milestones milestones) {
        milestones.reached(Milestone.TIDYING);
        transactions.executeWithoutResult(_ -> {
            turn.requireHeld();
            store.find(turn.pluginId()).ifPresent(kept -> erasure.forget(kept.id()));
            registry.deleted(turn.pluginId(), notice);
            followers.tell();
        });
        announcements.publish(new VerticalsChanged(turn.pluginId()));
    }

    private void leave(String id) {
        host.unload(id);
        announcements.publish(new VerticalsChanged(id));
    }
}
