package org.clientele.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginCard.State;
import org.springframework.stereotype.Service;

/** All plugins there are: bundled, taken, broken. Needs {@link Permission#MANAGE_PLUGINS} in some vertical. */
@Service
public class PluginCatalogue {
    private final Rights rights;
    private final PluginRegistry registry;
    private final PluginLibrary library;
    private final PluginHost host;

    PluginCatalogue(Rights rights, PluginRegistry registry, PluginLibrary library, PluginHost host) {
        this.rights = rights;
        this.registry = registry;
        this.library = library;
        this.host = host;
    }

    /** Plugins by id; bundled jars that cannot be read last. */
    public List<PluginCard> cards() {
        rights.requireAnywhere(Permission.MANAGE_PLUGINS);
        List<PluginCard> cards = new ArrayList<>();
        List<PluginCard> broken = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>();
        registry.all().forEach(plugin -> ids.add(plugin.id()));
        for (BundledPlugins.Entry entry : library.bundled().all()) {
            switch (entry) {
                case BundledPlugins.Entry.Whole whole -> ids.add(whole.content().id());
                case BundledPlugins.Entry.Broken jar -> broken.add(broken(jar));
            }
        }
        ids.forEach(id -> cards.add(card(id)));
        cards.addAll(broken);
        return cards;
    }

    private PluginCard card(String id) {
        try {
            return readable(id, library.look(id));
        } catch (Problem problem) {
            return unreadable(id, problem);
        }
    }

    private PluginCard readable(String id, PluginPackage content) {
        return new PluginCard(
                id,
                content.manifest().version(),
                content.manifest().provider(),
                state(id),
                registry.find(id).map(InstalledPlugin::trust).orElse(Trust.BUNDLED),
                content.digest(),
                new PluginCard.Content(content.definition(), content.texts()),
                host.failure(id).orElse(null),
                manageable(id));
    }

    private PluginCard unreadable(String id, Problem problem) {
        InstalledPlugin plugin = registry.find(id).orElseThrow(() -> problem);
        boolean altered = problem instanceof AlteredProblem;
        return new PluginCard(
                id,
                plugin.version(),
                plugin.provider(),
                State.FAILED,
                altered ? Trust.ALTERED : plugin.trust(),
                plugin.digest(),
                null,
                problem,
                manageable(id));
    }

    private static PluginCard broken(BundledPlugins.Entry.Broken jar) {
        return new PluginCard(
                jar.fileName(), "", "", State.FAILED, jar.trust(), jar.digest(), null, jar.problem(), false);
    }

    private State state(String id) {
        if (host.isLoaded(id)) {
            return State.ENABLED;
        }
        return registry.find(id)
                .map(plugin -> plugin.enabled() ? State.FAILED : State.DISABLED)
                .orElse(State.AVAILABLE);
    }

    private boolean manageable(String id) {
        return rights.may(Permission.MANAGE_PLUGINS, id);
    }
}
