package org.clientele.interaction.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.time.Clock;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ui.Messages;
import org.clientele.customer.CustomerHit;
import org.clientele.customer.CustomerSearch;
import org.clientele.customer.ui.CustomerBeside;
import org.clientele.frontend.Columns;
import org.clientele.interaction.InteractionService;
import org.springframework.stereotype.Component;

/** How other screens open the composer. */
@Component
public class InteractionNavigation {
    private final InteractionService interactions;
    private final CustomerSearch customers;
    private final CustomerBeside beside;
    private final Rights rights;
    private final Clock clock;

    public InteractionNavigation(
            InteractionService interactions,
            CustomerSearch customers,
            CustomerBeside beside,
            Rights rights,
            Clock clock) {
        this.interactions = interactions;
        this.customers = customers;
        this.beside = beside;
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
        ComboBox<CustomerHit> customer = new ComboBox<>(text("interaction.composer.customer"));
        customer.setWidthFull();
        customer.setPlaceholder(text("interaction.composer.customer.hint"));
        customer.setItemLabelGenerator(InteractionNavigation::label);
        customer.setItemsWithFilterConverter(
                query ->
                        customers
                                .find(verticalKey, query.getFilter().orElse(""), query.getOffset() + query.getLimit())
                                .stream()
                                .skip(query.getOffset()),
                filter -> filter);
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
        ComposerDialog dialog = new ComposerDialog(text("interaction.composer.title"));
        dialog.add(beside.brief(verticalKey, customerId));
        dialog.show(composer(verticalKey, customerId, dialog));
    }

    private InteractionComposer composer(String verticalKey, long customerId, ComposerDialog dialog) {
        return new InteractionComposer(interactions, clock, verticalKey)
                .forCustomer(customerId, rights.user().id(), logged -> {
                    dialog.close();
                    Messages.done(text("interaction.logged"));
                });
    }

    private static String label(CustomerHit hit) {
        return hit.title().equals(hit.ref()) ? hit.ref() : hit.title() + " · " + hit.ref();
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
