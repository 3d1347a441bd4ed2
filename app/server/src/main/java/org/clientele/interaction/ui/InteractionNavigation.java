package org.clientele.interaction.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.Messages;
import org.clientele.customer.CustomerSearch;
import org.clientele.customer.ui.CustomerBeside;
import org.clientele.customer.ui.CustomerField;
import org.clientele.frontend.Columns;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionService;

/** How other screens open the composer. */
@org.springframework.stereotype.Component
public class InteractionNavigation {
    private final InteractionService interactions;
    private final CustomerSearch customers;
    private final CustomerBeside beside;
    private final List<ComposerAddition> additions;
    private final ContactAids aids;
    private final Rights rights;
    private final Clock clock;

    public InteractionNavigation(
            InteractionService interactions,
            CustomerSearch customers,
            CustomerBeside beside,
            List<ComposerAddition> additions,
            ContactAids aids,
            Rights rights,
            Clock clock) {
        this.interactions = interactions;
        this.customers = customers;
        this.beside = beside;
        this.additions = List.copyOf(additions);
        this.aids = aids;
        this.rights = rights;
        this.clock = clock;
    }

    /** Whether the user may log contacts in the vertical. */
    public boolean mayLog(String verticalKey) {
        return rights.may(Permission.LOG_INTERACTION, verticalKey);
    }

    /** Opens the composer over the current screen: first the customer is found, then the contact is written. */
    public void logContact(String verticalKey) {
        ComposerDialog dialog = new ComposerDialog(text("interaction.composer.title"));
        Div place = Columns.stack();
        CustomerField customer = new CustomerField(customers, verticalKey);
        customer.addValueChangeListener(change -> {
            place.removeAll();
            if (change.getValue() != null) {
                InteractionComposer composer =
                        composer(verticalKey, change.getValue().id(), dialog);
                place.add(beside.brief(verticalKey, change.getValue().id()), composer);
                composer.focus();
            }
        });
        dialog.add(customer, place);
        dialog.open();
        customer.focus();
    }

    /** Opens the composer over the current screen for a customer. */
    public void logContact(String verticalKey, long customerId) {
        ComposerDialog dialog = new ComposerDialog(beside.name(verticalKey, customerId)
                .map(name -> UI.getCurrent().getTranslation("interaction.composer.title.for", name))
                .orElseGet(() -> text("interaction.composer.title")));
        dialog.add(beside.brief(verticalKey, customerId));
        dialog.show(composer(verticalKey, customerId, dialog));
    }

    /** A composer that belongs to a page about a matter of the customer, which takes what was logged. */
    public Component composer(String verticalKey, long customerId, Consumer<Interaction> whenLogged) {
        return new InteractionComposer(interactions, clock, verticalKey)
                .forCustomer(customerId, rights.user().id(), List.of(), aids, whenLogged)
                .quiet();
    }

    private InteractionComposer composer(String verticalKey, long customerId, ComposerDialog dialog) {
        return new InteractionComposer(interactions, clock, verticalKey)
                .forCustomer(customerId, rights.user().id(), additions, aids, logged -> {
                    dialog.close();
                    Messages.done(text("interaction.logged"));
                });
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
