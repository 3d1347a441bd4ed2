package org.clientele.plugin;

import com.github.zafarkhaja.semver.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Problem;
import org.clientele.plugin.PluginCard.Offer;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugin.PluginLibrary.Examined;
import org.springframework.stereotype.Component;

/** What the catalogue folder adds to the plugins that are there: others, newer versions, and jars that are refused with their reason. */
@Component
class CatalogueOffers {
    private final PluginLibrary library;
    private final Rights rights;

    CatalogueOffers(PluginLibrary library, Rights rights) {
        this.library = library;
        this.rights = rights;
    }

    /**
     * Adds offers to the cards by id: the highest version of each plugin, where it is newer than what is there.
     *
     * @param entries of the folder
     * @return cards of the jars that are refused
     */
    List<PluginCard> addTo(Map<String, PluginCard> cards, List<CatalogueFolder.Entry> entries) {
        List<PluginCard> refused = new ArrayList<>();
        for (CatalogueFolder.Entry entry : entries) {
            switch (entry) {
                case CatalogueFolder.Entry.Broken(String fileName, Problem problem) ->
                    refused.add(refused(fileName, problem));
                case CatalogueFolder.Entry.Whole whole -> add(whole, cards, refused);
            }
        }
        return refused;
    }

    private void add(CatalogueFolder.Entry.Whole whole, Map<String, PluginCard> cards, List<PluginCard> refused) {
        PluginPackage content = whole.examined().content();
        PluginCard there = cards.get(content.id());
        if (there != null && !isNewer(content, there)) {
            return;
        }
        try {
            PluginLibrary.Judged judged = library.judge(whole.examined());
            library.requireTrust(judged);
            Vouching vouching = judged.vouching();
            Offer offer = new Offer(
                    whole.fileName(), content.digest(), content.manifest().version());
            cards.put(
                    content.id(),
                    there == null || there.state() == State.OFFERED
                            ? offered(whole.examined(), vouching, offer)
                            : withOffer(there, offer));
        } catch (Problem problem) {
            refused.add(refused(VisibleText.shown(whole.fileName(), 80), problem));
        }
    }

    private static boolean isNewer(PluginPackage content, PluginCard there) {
        String known = there.offer() == null ? there.version() : there.offer().version();
        return Version.parse(content.manifest().version()).isHigherThan(Version.parse(known));
    }

    private PluginCard offered(Examined examined, Vouching vouching, Offer offer) {
        PluginPackage content = examined.content();
        return new PluginCard(
                content.id(),
                content.manifest().version(),
                content.manifest().provider(),
                State.OFFERED,
                vouching.trust(),
                content.digest(),
                vouching.signer(),
                new PluginCard.Content(content.definition(), content.texts()),
                null,
                offer,
                rights.may(Permission.MANAGE_PLUGINS, content.id()));
    }

    private static PluginCard withOffer(PluginCard card, Offer offer) {
        return new PluginCard(
                card.id(),
                card.version(),
                card.provider(),
                card.state(),
                card.trust(),
                card.digest(),
                card.signer(),
                card.content(),
                card.problem(),
                offer,
                card.manageable());
    }

    private static PluginCard refused(String fileName, Problem problem) {
        return new PluginCard(fileName, "", "", State.OFFERED, Trust.DEVELOPER, "", null, null, problem, null, false);
    }
}
