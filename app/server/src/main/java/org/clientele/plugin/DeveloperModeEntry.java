package org.clientele.plugin;

import org.clientele.access.Audit;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever may start the portal switches developer mode on: the audit trail says so at each start, whether or not a jar is installed by it. */
@Component
class DeveloperModeEntry {
    private final PluginLibrary library;
    private final Audit audit;

    DeveloperModeEntry(PluginLibrary library, Audit audit) {
        this.library = library;
        this.audit = audit;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void record() {
        if (library.developerMode()) {
            audit.record("plugin.developer-mode", "portal", null, "started with clientele.developer-mode=true");
        }
    }
}
