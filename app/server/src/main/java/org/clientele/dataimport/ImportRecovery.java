package org.clientele.dataimport;

import jakarta.annotation.PreDestroy;
import java.util.List;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.plugin.NodesChanged;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes interrupted imports back when the portal has started, when a vertical with one is enabled later, and when another node has died. */
@Component
class ImportRecovery {
    private final Imports imports;
    private final Verticals verticals;
    private final Jobs jobs;
    private final List<Announcements.Subscription> subscriptions;

    ImportRecovery(Imports imports, Verticals verticals, Jobs jobs, Announcements announcements) {
        this.imports = imports;
        this.verticals = verticals;
        this.jobs = jobs;
        this.subscriptions = List.of(
                announcements.listen(VerticalsChanged.class, change -> recover(change.verticalKey())),
                announcements.listen(NodesChanged.class, change -> inBackground(this::start)));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        verticals.enabled().forEach(imports::recover);
    }

    private void recover(String verticalKey) {
        inBackground(() -> verticals.find(verticalKey).ifPresent(imports::recover));
    }

    /** Taking back takes its time, and others wait to hear the news, too. */
    private void inBackground(Runnable work) {
        jobs.start("import-recovery", _ -> work.run());
    }

    @PreDestroy
    void stop() {
        subscriptions.forEach(Announcements.Subscription::close);
    }
}
