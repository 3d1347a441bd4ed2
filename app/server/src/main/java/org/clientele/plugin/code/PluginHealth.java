package org.clientele.plugin.code;

import java.util.List;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.plugin.persistence.PluginFailureDao;
import org.springframework.stereotype.Service;

/** How plugins' code does, for those who manage plugins. */
@Service
public class PluginHealth {
    private final PluginFailureDao failures;
    private final FailureLog log;
    private final CallThreads threads;
    private final PluginCodeProperties limits;
    private final Rights rights;

    public PluginHealth(
            PluginFailureDao failures,
            FailureLog log,
            CallThreads threads,
            PluginCodeProperties limits,
            Rights rights) {
        this.failures = failures;
        this.log = log;
        this.threads = threads;
        this.limits = limits;
        this.rights = rights;
    }

    /** How the plugin does now. Needs {@link Permission#MANAGE_PLUGINS} in some vertical. */
    public Health of(String plugin) {
        rights.requireAnywhere(Permission.MANAGE_PLUGINS);
        return new Health(
                log.recent(plugin),
                limits.failures(),
                failures.newest(plugin, 1).stream().findFirst().orElse(null),
                failures.disabledAt(plugin).orElse(null),
                threads.running(plugin));
    }

    /** What failed, newest first, at most {@value FailureLog#KEPT}. Needs {@link Permission#MANAGE_PLUGINS} in some vertical. */
    public List<PluginFailure> failures(String plugin, int limit) {
        rights.requireAnywhere(Permission.MANAGE_PLUGINS);
        return failures.newest(plugin, limit);
    }
}
