package org.clientele.plugin;

import com.github.zafarkhaja.semver.Version;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.common.Problem;
import org.clientele.plugin.persistence.PluginVersionDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What came with the portal follows the portal: a newer bundled jar takes the place of the one that an earlier portal installed, when the portal
 * starts. Not when somebody went back from it, and not when it would lose values; it is offered then.
 */
final class BundledUpgrades {
    private static final Logger LOG = LoggerFactory.getLogger(BundledUpgrades.class);

    /** Stands for a person where the portal acts of its own accord. */
    static final String PORTAL = "system";

    private final PluginLibrary library;
    private final PluginRegistry registry;
    private final PluginVersionDao versions;
    private final PluginChanges changes;
    private final VersionChange versionChange;
    private final Map<String, Problem> refused = new ConcurrentHashMap<>();

    BundledUpgrades(
            PluginLibrary library,
            PluginRegistry registry,
            PluginVersionDao versions,
            PluginChanges changes,
            VersionChange versionChange) {
        this.library = library;
        this.registry = registry;
        this.versions = versions;
        this.changes = changes;
        this.versionChange = versionChange;
    }

    /** Upgrades all that may be; each costs itself only. */
    void run() {
        for (InstalledPlugin plugin : registry.all()) {
            offer(plugin).filter(offer -> !wasLeft(plugin.id(), offer)).ifPresent(offer -> upgrade(plugin.id()));
        }
    }

    /** The bundled jar that is to take the place of the installed one. */
    Optional<PluginPackage> offer(InstalledPlugin plugin) {
        return plugin.trust() == Trust.BUNDLED
                ? library.bundled()
                        .find(plugin.id())
                        .map(BundledPlugins.Entry.Whole::content)
                        .filter(content -> follows(content, plugin))
                : Optional.empty();
    }

    /** Why the bundled jar could not take the place of the installed one by itself. */
    Optional<Problem> refusal(String id) {
        return Optional.ofNullable(refused.get(id));
    }

    private boolean wasLeft(String id, PluginPackage offer) {
        return versions.find(id, offer.digest()).isPresent();
    }

    /** A jar built again under the same version follows, too: that is how a plugin of the portal is made. */
    private static boolean follows(PluginPackage offer, InstalledPlugin plugin) {
        return !offer.digest().equals(plugin.digest())
                && Version.parse(offer.manifest().version()).compareTo(Version.parse(plugin.version())) >= 0;
    }

    private void upgrade(String id) {
        try {
            changes.alone(
                    id,
                    PluginChange.Operation.REPLACE,
                    PORTAL,
                    turn -> versionChange.make(
                            turn, library.openBundled(id), PORTAL, "plugin.upgrade", Milestones.UNWATCHED));
            refused.remove(id);
        } catch (Problem problem) {
            LOG.warn(
                    "Plugin {} stays at its version: the newer one that came with the portal is refused: {}",
                    id,
                    problem.getMessage());
            refused.put(id, problem);
        } catch (RuntimeException failure) {
            LOG.warn("Plugin {} stays at its version: the newer one that came with the portal failed", id, failure);
            refused.put(id, new Problem("plugin.problem.failed", id));
        }
    }
}
