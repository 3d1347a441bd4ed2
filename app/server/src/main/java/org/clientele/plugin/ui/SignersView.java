package org.clientele.plugin.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.clientele.common.Announcements;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Page;
import org.clientele.frontend.PageHeader;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginCatalogue;
import org.clientele.plugin.TrustChanged;
import org.clientele.plugin.TrustedSigner;
import org.clientele.plugin.TrustedSigners;
import org.clientele.plugin.VerticalsChanged;
import org.jspecify.annotations.Nullable;

/** Whose signature vouches for plugins, and what each of them signed. */
@Route("plugins/signers")
@RolesAllowed("MANAGE_TRUST")
class SignersView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private final TrustedSigners signers;
    private final PluginCatalogue catalogue;
    private final Announcements announcements;
    private final Clock clock;
    private Announcements.@Nullable Subscription trust;
    private Announcements.@Nullable Subscription plugins;

    SignersView(TrustedSigners signers, PluginCatalogue catalogue, Announcements announcements, Clock clock) {
        this.signers = signers;
        this.catalogue = catalogue;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    void show() {
        removeAll();
        Button add = new Button(getTranslation("plugin.trust.add"), Icon.PLUS.create(), click -> new AddSignerDialog(
                        signers, clock, this::show)
                .open());
        add(new PageHeader(getTranslation("plugin.trust.title"), getTranslation("plugin.trust.subtitle"))
                .before(new BackLink("plugins", getTranslation("plugin.trust.back")))
                .primary(add));
        List<TrustedSigner> all = signers.all();
        add(all.isEmpty() ? empty() : cards(all));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plugin.trust.title") + " · Clientele";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        trust = announcements.listen(TrustChanged.class, change -> ui.access(this::show));
        plugins = announcements.listen(VerticalsChanged.class, change -> ui.access(this::show));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (trust != null) {
            trust.close();
            trust = null;
        }
        if (plugins != null) {
            plugins.close();
            plugins = null;
        }
    }

    private EmptyState empty() {
        return new EmptyState(
                Icon.SHIELD_CHECK, getTranslation("plugin.trust.empty"), getTranslation("plugin.trust.empty.text"));
    }

    private Div cards(List<TrustedSigner> all) {
        Div cards = new Div();
        cards.addClassNames("cards", "wide");
        UnaryOperator<String> names = names();
        for (TrustedSigner signer : all) {
            Button revoke = new Button(
                    getTranslation("plugin.trust.revoke"),
                    click -> RevokeDialog.open(signer.certificate(), signers, names, this::show));
            revoke.setAriaLabel(getTranslation("plugin.trust.revoke")
                    + " "
                    + signer.certificate().name());
            cards.add(new SignerPanel(
                    signer, signers.signed(signer.certificate().fingerprint()), names, clock.instant(), revoke));
        }
        return cards;
    }

    /** What plugins are called on their cards; by id where they cannot be read. */
    private UnaryOperator<String> names() {
        Map<String, String> names = catalogue.cardsSoFar().stream()
                .collect(Collectors.toMap(PluginCard::id, card -> card.name(getLocale()), (first, second) -> first));
        return id -> names.getOrDefault(id, id);
    }
}
