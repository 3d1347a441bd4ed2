package org.clientele.plugin;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.plugin.persistence.PluginVersionDao;
import org.clientele.plugin.persistence.TypedTablesDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gives up versions that nobody goes back to, and the columns that only they used. Values that another column holds in another type go; all
 * others stay, though nothing shows them.
 */
@Component
class VersionTidying {
    /** How many versions besides the installed one can be gone back to. */
    static final int KEPT = 3;

    private static final Logger LOG = LoggerFactory.getLogger(VersionTidying.class);

    private final PluginVersionDao versions;
    private final TypedTablesDao tables;
    private final VerticalStore store;

    VersionTidying(PluginVersionDao versions, TypedTablesDao tables, VerticalStore store) {
        this.versions = versions;
        this.tables = tables;
        this.store = store;
    }

    /** Failing costs nothing but room: the next change tidies again. */
    void tidy(String pluginId) {
        try {
            List<KeptVersion> all = versions.list(pluginId);
            all.stream().skip(KEPT).forEach(version -> versions.delete(pluginId, version.digest()));
            Set<String> kept = all.stream().limit(KEPT).map(KeptVersion::digest).collect(Collectors.toSet());
            store.find(pluginId).ifPresent(settings -> tables.dropSuperseded(settings.id(), kept));
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Earlier versions of plugin {} could not be tidied away; the next change does it",
                    pluginId,
                    failure);
        }
    }
}
