package org.clientele.interaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.Translations;
import org.clientele.customer.Customer;
import org.clientele.customer.TimelineEntry;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Icon;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionService;
import org.clientele.interaction.Revision;
import org.clientele.plugin.Vertical;

/** The composer on a customer's page, and the controls of each contact on its timeline. */
@org.springframework.stereotype.Component
class InteractionPanel implements CustomerPanel {
    private final InteractionService interactions;
    private final ContactAids aids;
    private final Rights rights;
    private final Clock clock;
    private final Translations translations;
    private final List<ComposerAddition> additions;

    InteractionPanel(
            InteractionService interactions,
            ContactAids aids,
            Rights rights,
            Clock clock,
            Translations translations,
            List<ComposerAddition> additions) {
        this.additions = List.copyOf(additions);
        this.interactions = interactions;
        this.aids = aids;
        this.rights = rights;
        this.clock = clock;
        this.translations = translations;
    }

    @Override
    public Place place() {
        return Place.COMPOSER;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        if (!rights.may(Permission.LOG_INTERACTION, vertical.key())) {
            return Optional.empty();
        }
        return Optional.of(new InteractionComposer(interactions, clock, vertical.key())
                .forCustomer(
                        customer.id(),
                        rights.user().id(),
                        additions,
                        aids,
                        logged -> Messages.done(text("interaction.logged")))
                .quiet());
    }

    @Override
    public Map<TimelineEntry, Component> actions(Vertical vertical, Customer customer, List<TimelineEntry> entries) {
        if (!rights.may(Permission.LOG_INTERACTION, vertical.key())) {
            return Map.of();
        }
        Map<Long, TimelineEntry> contacts = entries.stream()
                .filter(entry -> entry.kind().equals(InteractionTimeline.KIND))
                .collect(Collectors.toMap(entry -> Long.parseLong(entry.id()), entry -> entry));
        return interactions.all(vertical.key(), contacts.keySet()).stream()
                .collect(Collectors.toMap(
                        interaction -> Objects.requireNonNull(contacts.get(interaction.id())),
                        interaction -> controls(vertical, interaction)));
    }

    private Component controls(Vertical vertical, Interaction interaction) {
        Div controls = new Div();
        controls.addClassName("row");
        if (interaction.isOpen()) {
            controls.add(small("interaction.follow-up.done", Icon.CHECK, () -> complete(vertical, interaction)));
        }
        if (interaction.version() > 0) {
            controls.add(small("interaction.history", Icon.HISTORY, () -> showHistory(vertical, interaction)));
        }
        controls.add(small("interaction.edit", Icon.PENCIL, () -> edit(vertical, interaction)));
        return controls;
    }

    private void complete(Vertical vertical, Interaction interaction) {
        interactions.completeFollowUp(vertical.key(), interaction.id());
        Messages.done(
                text("interaction.follow-up.done.message"),
                () -> interactions.reopenFollowUp(vertical.key(), interaction.id()));
    }

    private void edit(Vertical vertical, Interaction shown) {
        Interaction current = interactions.get(vertical.key(), shown.id());
        ComposerDialog dialog = new ComposerDialog(text("interaction.edit.title"));
        InteractionComposer composer = new InteractionComposer(interactions, clock, vertical.key())
                .editing(current, edited -> {
                    dialog.close();
                    Messages.done(text("interaction.edit.done"));
                });
        dialog.show(composer);
    }

    private void showHistory(Vertical vertical, Interaction interaction) {
        List<Revision> revisions = interactions.history(vertical.key(), interaction.id());
        new HistoryDialog(revisions, clock.getZone()).open();
    }

    private Button small(String key, Icon icon, Runnable act) {
        Button button = new Button(icon.create(), click -> act.run());
        button.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        button.setAriaLabel(text(key));
        button.setTooltipText(text(key));
        return button;
    }

    private String text(String key) {
        return translations.getTranslation(key, UI.getCurrent().getLocale());
    }
}
