package org.clientele.plugin;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.clientele.common.Announcements;
import org.clientele.plugin.code.PluginFailing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Disables plugins whose code failed as often as it may. On a thread of its own: it may have to wait for another change to end. */
@Component
class FailingPlugins {
    private static final Logger LOG = LoggerFactory.getLogger(FailingPlugins.class);

    private final PluginService plugins;
    private final Announcements.Subscription subscription;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("failing-plugins").factory());

    FailingPlugins(PluginService plugins, Announcements announcements) {
        this.plugins = plugins;
        this.subscription =
                announcements.listen(PluginFailing.class, failing -> worker.execute(() -> disable(failing.plugin())));
    }

    private void disable(String id) {
        try {
            plugins.disableFailing(id);
        } catch (RuntimeException failure) {
            LOG.error("Plugin {} fails again and again and could not be disabled; disable it by hand", id, failure);
        }
    }

    @PreDestroy
    void stop() {
        subscription.close();
        worker.shutdownNow();
    }
}
