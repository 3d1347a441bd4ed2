package org.clientele.plugin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugin.Vouching.SignedBy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** All plugins there are: bundled, taken, offered, broken. Needs {@link Permission#MANAGE_PLUGINS} in some vertical. */
@Service
public class PluginCatalogue {
    private final Rights rights;
    private final PluginRegistry registry;
    private final PluginLibrary library;
    private final PluginSignatures signatures;
    private final CatalogueFolder folder;
    private final CatalogueOffers offers;
    private final PluginHost host;
    private final Clock clock;

    PluginCatalogue(
            Rights rights,
            PluginRegistry registry,
            PluginLibrary library,
            PluginSignatures signatures,
            CatalogueFolder folder,
            CatalogueOffers offers,
            PluginHost host,
            Clock clock) {
        this.rights = rights;
        this.registry = registry;
        this.library = library;
        this.signatures = signatures;
        this.folder = folder;
        this.offers = offers;
        this.host = host;
        this.clock = clock;
    }

    /**
     * Plugins by id, those that can be installed from the folder among them; jars that cannot be read last. Reads the jars of the folder that
     * are new: not for the thread of a screen.
     */
    public List<PluginCard> cards() {
        return cards(folder.entries());
    }

    /** The same without the jars of the folder that have not been read yet. */
    public List<PluginCard> cardsSoFar() {
        return cards(folder.entriesRead());
    }

    /** Whether every jar of the folder has been read. */
    public boolean isFolderRead() {
        return folder.isRead();
    }

    private List<PluginCard> cards(List<CatalogueFolder.Entry> entries) {
        rights.requireAnywhere(Permission.MANAGE_PLUGINS);
        List<PluginCard> broken = new ArrayList<>();
        TreeSet<String> ids = new TreeSet<>();
        registry.all().forEach(plugin -> ids.add(plugin.id()));
        for (BundledPlugins.Entry entry : library.bundled().all()) {
            switch (entry) {
                case BundledPlugins.Entry.Whole whole -> ids.add(whole.content().id());
                case BundledPlugins.Entry.Broken jar -> broken.add(broken(jar));
            }
        }
        Map<String, PluginCard> cards = new TreeMap<>();
        ids.forEach(id -> cards.put(id, card(id)));
        broken.addAll(offers.addTo(cards, entries));
        List<PluginCard> all = new ArrayList<>(cards.values());
        all.addAll(broken);
        return all;
    }

    private PluginCard card(String id) {
        try {
            return readable(id, library.look(id));
        } catch (Problem problem) {
            return unreadable(id, problem);
        }
    }

    private PluginCard readable(String id, PluginPackage content) {
        Trust taken = registry.find(id).map(InstalledPlugin::trust).orElse(Trust.BUNDLED);
        Optional<RefusedProblem> revoked = signatures.revoked(content.digest());
        SignedBy signer = signatures.find(content.digest()).orElse(null);
        State state = state(id);
        return new PluginCard(
                id,
                content.manifest().version(),
                content.manifest().provider(),
                state,
                revoked.isPresent() ? Trust.REVOKED : taken,
                content.digest(),
                signer,
                new PluginCard.Content(content.definition(), content.texts()),
                host.failure(id)
                        .or(() -> revoked)
                        .or(() -> expired(taken, signer))
                        .orElse(null),
                null,
                manageable(id));
    }

    /** It goes on, because it was taken while the certificate was valid; its next version will not be. */
    private Optional<Problem> expired(Trust trust, @Nullable SignedBy signer) {
        return Optional.ofNullable(signer)
                .filter(by -> trust == Trust.SIGNED)
                .map(SignedBy::certificate)
                .filter(certificate -> certificate.validUntil().isBefore(clock.instant()))
                .map(certificate -> new Problem(
                        "plugin.problem.signer-expired",
                        certificate.name(),
                        LocalDate.ofInstant(certificate.validUntil(), ZoneOffset.UTC)
                                .toString()));
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
                signatures.find(plugin.digest()).orElse(null),
                null,
                problem,
                null,
                manageable(id));
    }

    private static PluginCard broken(BundledPlugins.Entry.Broken jar) {
        return new PluginCard(
                jar.fileName(),
                "",
                "",
                State.FAILED,
                jar.trust(),
                jar.digest(),
                null,
                null,
                jar.problem(),
                null,
                false);
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
