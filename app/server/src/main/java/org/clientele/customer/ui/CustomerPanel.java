package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.customer.Customer;
import org.clientele.customer.TimelineEntry;
import org.clientele.plugin.Vertical;

/**
 * Something that another feature adds to a customer's page. Every Spring bean of this type is asked, once for each page that is opened, in
 * the order of {@code @Order}.
 */
public interface CustomerPanel {
    /** Where it stands on the page. */
    enum Place {
        /** High in the first column: how to talk to the customer. */
        GUIDE,
        /** Above the timeline: the box in which a contact is written. */
        COMPOSER,
        /** The column beside: what to do now. */
        SIDE
    }

    Place place();

    /** A component that stays on the page and follows the customer, so that nothing half done in it is lost. */
    interface Live {
        /** The customer, or what is computed about them, has changed. */
        void show(Customer customer);
    }

    /** A new component for the customer, or nothing when the user may not use it. */
    Optional<Component> create(Vertical vertical, Customer customer);

    /** Buttons beside the customer's name, for those who may use them. */
    default List<Component> buttons(Vertical vertical, Customer customer) {
        return List.of();
    }

    /** The least one should know of it while writing a contact away from the customer's page, or nothing. */
    default Optional<Component> brief(Vertical vertical, Customer customer) {
        return Optional.empty();
    }

    /**
     * Small controls (edit, history) at the end of timeline entries of the feature's own kind; asked once for all entries on the screen, so
     * that what they need is read at once.
     */
    default Map<TimelineEntry, Component> actions(Vertical vertical, Customer customer, List<TimelineEntry> entries) {
        return Map.of();
    }
}
