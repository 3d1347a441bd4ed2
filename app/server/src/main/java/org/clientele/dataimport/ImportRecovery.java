package org.clientele.dataimport;

import jakarta.annotation.PreDestroy;
import org.clientele.common.Announcements;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.VerticalsChanged;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes interrupted imports back when the portal has started, and when a vertical with one is enabled later. */
@Component
class ImportRecovery {
    private final Imports imports;
    private final Verticals verticals;
    private final Announcements.Subscription subscription;

    ImportRecovery(Imports imports, Verticals verticals, Announcements announcements) {
        this.imports = imports;
        this.verticals = verticals;
        this.subscription = announcements.listen(
                VerticalsChanged.class,
                change -> verticals.find(change.verticalKey()).ifPresent(imports::recover));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        verticals.enabled().forEach(imports::recover);
    }

    @PreDestroy
    void stop() {
        subscription.close();
    }
}
