package org.clientele.plugin;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginChange.Operation;
import org.clientele.plugin.PluginChanges.Turn;
import org.clientele.plugin.VerticalNotice.Happened;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Exports the data of a vertical that is about to go. The vertical is disabled first, so that nothing is entered that the export lacks; it stays
 * disabled, with its data, until somebody deletes it or enables it again.
 */
@Component
class PluginExport {
    private final Rights rights;
    private final PluginChanges changes;
    private final PluginRegistry registry;
    private final PluginHost host;
    private final VerticalStore store;
    private final VerticalErasure erasure;
    private final VerticalNotices notices;
    private final WorkStop work;
    private final Followers followers;
    private final VerticalExport export;
    private final ExportFolder folder;
    private final Announcements announcements;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transactions;

    PluginExport(
            Rights rights,
            PluginChanges changes,
            PluginRegistry registry,
            PluginHost host,
            VerticalStore store,
            VerticalErasure erasure,
            VerticalNotices notices,
            WorkStop work,
            Followers followers,
            VerticalExport export,
            ExportFolder folder,
            Announcements announcements,
            Audit audit,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rights = rights;
        this.changes = changes;
        this.registry = registry;
        this.host = host;
        this.store = store;
        this.erasure = erasure;
        this.notices = notices;
        this.work = work;
        this.followers = followers;
        this.export = export;
        this.folder = folder;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Makes the export. Needs {@link Permission#EXPORT_CUSTOMERS} and {@link Permission#SEE_PERSONAL_DATA} besides.
     *
     * @param note text for people, written beside the files
     * @throws Problem when nothing is kept of the vertical
     */
    ExportedData make(String id, String note, boolean cancelWork, Milestones milestones) {
        rights.require(Permission.MANAGE_PLUGINS, id);
        rights.require(Permission.EXPORT_CUSTOMERS, id);
        rights.require(Permission.SEE_PERSONAL_DATA, id);
        VerticalSettings settings = store.find(id).orElseThrow(() -> new Problem("plugin.problem.no-data", id));
        Path file = folder.create();
        try {
            changes.alone(id, Operation.EXPORT, rights.user().displayName(), turn -> {
                work.settle(turn, settings.id(), cancelWork, milestones);
                disable(turn, milestones);
                write(settings, note, file, milestones);
                transactions.executeWithoutResult(
                        _ -> audit.record("plugin.export", "plugin " + id, null, size(file) + " bytes"));
            });
        } catch (RuntimeException | Error failure) {
            folder.delete(file);
            throw failure;
        }
        return new ExportedData(file, "%s-%s.zip".formatted(id, LocalDate.now(clock)));
    }

    private void disable(Turn turn, Milestones milestones) {
        String id = turn.pluginId();
        registry.find(id).filter(InstalledPlugin::enabled).ifPresent(plugin -> {
            milestones.reached(Milestone.SWITCHING);
            registry.disabled(
                    plugin, notices.of(id, Happened.DISABLED, rights.user().displayName(), null));
            host.unload(id);
            announcements.publish(new VerticalsChanged(id));
            followers.await();
        });
    }

    private void write(VerticalSettings settings, String note, Path file, Milestones milestones) {
        milestones.reached(Milestone.EXPORTING);
        long total = erasure.counts(settings.id()).stream()
                .filter(ContentCount::isExported)
                .mapToLong(ContentCount::rows)
                .sum();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            export.write(
                    settings,
                    store.layout(settings.id()),
                    note,
                    out,
                    written -> milestones.progress(Math.min(written, total), total));
        } catch (IOException failure) {
            throw new UncheckedIOException("The export could not be written to " + file, failure);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The export just written cannot be looked at: " + file, failure);
        }
    }
}
