package org.clientele.plugin.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.access.Grant;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.ui.PageMessage;
import org.clientele.frontend.Banner;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.Page;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tone;
import org.clientele.plugin.EnableProposal;
import org.clientele.plugin.KeptData;
import org.clientele.plugin.LifeJob;
import org.clientele.plugin.PluginCard;
import org.clientele.plugin.PluginCard.State;
import org.clientele.plugin.PluginCatalogue;
import org.clientele.plugin.PluginInstaller;
import org.clientele.plugin.PluginLife;
import org.clientele.plugin.PluginService;
import org.clientele.plugin.TrustChanged;
import org.clientele.plugin.VerticalSettingsService;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.plugin.code.Health;
import org.clientele.plugin.code.PluginHealth;
import org.clientele.plugin.ui.UninstallDialog.Choice;
import org.clientele.plugin.ui.UninstallDialog.Subject;
import org.jspecify.annotations.Nullable;

/** Which industries are there, which can be had, and what keeps one from working. */
@Route("plugins")
@PermitAll
class PluginsView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MOST_FAILURES = 100;

    private final PluginCatalogue catalogue;
    private final PluginService plugins;
    private final PluginLife life;
    private final VerticalSettingsService settings;
    private final InstallFlow installing;
    private final PluginHealth health;
    private final Clock clock;
    private final Rights rights;
    private final Announcements announcements;
    private Announcements.@Nullable Subscription subscription;
    private Announcements.@Nullable Subscription trust;

    PluginsView(
            PluginCatalogue catalogue,
            PluginService plugins,
            PluginInstaller installer,
            PluginLife life,
            VerticalSettingsService settings,
            PluginHealth health,
            Clock clock,
            Rights rights,
            Announcements announcements) {
        this.catalogue = catalogue;
        this.plugins = plugins;
        this.life = life;
        this.settings = settings;
        this.health = health;
        this.clock = clock;
        installing = new InstallFlow(installer, life, this::show);
        this.rights = rights;
        this.announcements = announcements;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    void show() {
        if (!rights.user().mayAnywhere(Permission.MANAGE_PLUGINS)) {
            removeAll();
            add(new PageMessage(
                    Icon.LOCK, getTranslation("plugin.page.forbidden"), getTranslation("plugin.list.forbidden")));
            return;
        }
        boolean read = catalogue.isFolderRead();
        show(catalogue.cardsSoFar());
        if (!read) {
            Look reading = new Look(life);
            add(reading);
            reading.read(catalogue::cards, this::show);
        }
    }

    private void show(List<PluginCard> cards) {
        removeAll();
        PluginCard first = firstToEnable(cards);
        add(header(first == null));
        if (plugins.developerMode()) {
            add(new Banner(Tone.WARN, getTranslation("plugin.developer.text")));
        }
        add(new LifePanels(life, new LifeActions()));
        add(cards.isEmpty() ? empty() : panels(cards, first));
        addKept();
    }

    private void addKept() {
        List<KeptData> kept = life.kept();
        if (kept.isEmpty()) {
            return;
        }
        H2 heading = new H2(getTranslation("plugin.kept"));
        heading.addClassName("section-title");
        Paragraph text = new Paragraph(getTranslation("plugin.kept.text"));
        text.addClassNames("text", "muted");
        Div panels = new Div();
        panels.addClassNames("cards", "plugin-cards");
        kept.forEach(data -> panels.add(new KeptPanel(data, life, this::show)));
        add(heading, text, panels);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("plugin.list.title") + " · Clientele";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        subscription = announcements.listen(VerticalsChanged.class, change -> ui.access(this::show));
        trust = announcements.listen(TrustChanged.class, change -> ui.access(this::show));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
        if (trust != null) {
            trust.close();
            trust = null;
        }
    }

    /** While nothing is enabled, enabling is the page's primary action; afterwards installing is. */
    private static @Nullable PluginCard firstToEnable(List<PluginCard> cards) {
        if (cards.stream().anyMatch(card -> card.state() == State.ENABLED)) {
            return null;
        }
        return cards.stream().filter(PluginsView::canBeEnabled).findFirst().orElse(null);
    }

    private static boolean canBeEnabled(PluginCard card) {
        return card.manageable()
                && card.problem() == null
                && (card.state() == State.AVAILABLE || card.state() == State.DISABLED);
    }

    private PageHeader header(boolean uploadIsPrimary) {
        PageHeader header = new PageHeader(getTranslation("plugin.list.title"), getTranslation("plugin.list.subtitle"));
        if (rights.may(Permission.MANAGE_TRUST, Grant.EVERYWHERE)) {
            header.actions(new Button(getTranslation("plugin.trust.title"), click -> getUI().orElseThrow()
                    .navigate("plugins/signers")));
        }
        Button upload = new Button(getTranslation("plugin.upload"), Icon.UPLOAD.create(), click -> installing.upload());
        if (uploadIsPrimary) {
            upload.addThemeVariants(ButtonVariant.PRIMARY);
            return header.primary(upload);
        }
        return header.actions(upload);
    }

    private EmptyState empty() {
        return new EmptyState(
                Icon.PUZZLE, getTranslation("plugin.list.empty"), getTranslation("plugin.list.empty.text"));
    }

    private Div panels(List<PluginCard> cards, @Nullable PluginCard first) {
        Div panels = new Div();
        panels.addClassNames("cards", "plugin-cards");
        cards.forEach(card -> panels.add(new PluginPanel(card, code(card), actions(card, card.equals(first)))));
        return panels;
    }

    private @Nullable CodeHealth code(PluginCard card) {
        boolean hasRun = card.state() != State.OFFERED && card.state() != State.AVAILABLE;
        Health now = hasRun ? health.of(card.id()) : null;
        boolean hasCode = card.content() != null && card.content().hasCode();
        return now == null || !hasCode && now.last() == null
                ? null
                : new CodeHealth(card, now, clock.getZone(), () -> health.failures(card.id(), MOST_FAILURES));
    }

    private Component[] actions(PluginCard card, boolean primary) {
        List<Component> actions = new ArrayList<>();
        if (card.state() == State.ENABLED) {
            actions.add(new Button(getTranslation("plugin.open"), click -> open(card)));
        }
        if (card.manageable()) {
            Optional.ofNullable(card.offer()).ifPresent(offer -> actions.add(review(card, offer)));
            actions.addAll(
                    switch (card.state()) {
                        case OFFERED -> List.of();
                        case AVAILABLE, DISABLED -> List.of(enable(card, "plugin.enable", primary));
                        case ENABLED -> List.of(asOf(card), disable(card));
                        case FAILED -> List.of(enable(card, "plugin.retry", false), disable(card));
                    });
            if (card.state() != State.OFFERED && card.state() != State.AVAILABLE) {
                rollBack(card).ifPresent(actions::add);
                actions.add(uninstall(card));
            }
        }
        return actions.toArray(Component[]::new);
    }

    private void open(PluginCard card) {
        getUI().orElseThrow().navigate("v/" + card.id() + "/overview");
    }

    private Button review(PluginCard card, PluginCard.Offer offer) {
        String text = card.state() == State.OFFERED
                ? getTranslation("plugin.catalogue.install")
                : getTranslation("plugin.catalogue.review", offer.version());
        Button button = new Button(text, click -> installing.review(offer, card.name(getLocale())));
        button.setAriaLabel(text + " " + card.name(getLocale()));
        return button;
    }

    private Button enable(PluginCard card, String text, boolean primary) {
        Button button = new Button(getTranslation(text), click -> EnableDialog.open(card, plugins, life, this::show));
        if (primary) {
            button.addThemeVariants(ButtonVariant.PRIMARY);
        }
        button.setAriaLabel(getTranslation(text) + " " + card.name(getLocale()));
        return button;
    }

    private Button asOf(PluginCard card) {
        Button button = new Button(getTranslation("plugin.as-of.change"), click -> {
            EnableProposal now = plugins.propose(card.id());
            AsOfFields fields = new AsOfFields(now.asOfMode(), now.asOfDate());
            new PluginDialog(
                            getTranslation("plugin.as-of.title", card.name(getLocale())),
                            getTranslation("common.save"),
                            () -> settings.changeAsOf(card.id(), fields.mode(), fields.day()),
                            fields)
                    .open();
        });
        button.setAriaLabel(getTranslation("plugin.as-of.change") + " " + card.name(getLocale()));
        return button;
    }

    private Button disable(PluginCard card) {
        return action(card, "plugin.disable", () -> {
            Paragraph effect = new Paragraph(getTranslation("plugin.disable.text"));
            effect.addClassName("text");
            TextField reason = new TextField(getTranslation("plugin.uninstall.reason"));
            reason.setHelperText(getTranslation("plugin.uninstall.reason.help"));
            reason.setWidthFull();
            WorkChoice work = new WorkChoice(life.runningWork(card.id()));
            new PluginDialog(
                            getTranslation("plugin.disable.title", card.name(getLocale())),
                            getTranslation("plugin.disable"),
                            () -> disable(card.id(), reason.getValue(), work.cancelWork()),
                            effect,
                            reason,
                            work)
                    .open();
        });
    }

    private void disable(String id, String reason, boolean cancelWork) {
        life.disable(id, reason, cancelWork);
        show();
    }

    /** Only where there is a version to go back to. */
    private Optional<Button> rollBack(PluginCard card) {
        return life.versions(card.id()).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        action(card, "plugin.roll-back", () -> new RollBackDialog(card, life, this::show).open()));
    }

    private Button uninstall(PluginCard card) {
        return action(card, "plugin.uninstall", () -> new UninstallDialog(subject(card), life, Choice.KEEP, this::show)
                .open());
    }

    private Subject subject(PluginCard card) {
        PluginCard.Content content = card.content();
        return new Subject(
                card.id(), card.name(getLocale()), true, new ContentNames(content == null ? null : content.texts()));
    }

    private Button action(PluginCard card, String text, Runnable open) {
        Button button = new Button(getTranslation(text), click -> open.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.setAriaLabel(getTranslation(text) + " " + card.name(getLocale()));
        return button;
    }

    /** What panels of changes ask for. */
    private final class LifeActions implements LifePanel.Actions {
        @Override
        public void show() {
            PluginsView.this.show();
        }

        @Override
        public void deleteExported(LifeJob job) {
            Subject subject = catalogue.cardsSoFar().stream()
                    .filter(card -> card.id().equals(job.pluginId()))
                    .findFirst()
                    .map(PluginsView.this::subject)
                    .orElseGet(() ->
                            new Subject(job.pluginId(), job.name().in(getLocale()), false, new ContentNames(null)));
            new UninstallDialog(subject, life, Choice.DELETE, () -> {
                        life.dismiss(job);
                        show();
                    })
                    .open();
        }
    }
}
