package org.clientele.guide;

import java.util.List;
import java.util.Optional;
import org.clientele.plugins.api.GuideDefinition;

/**
 * A group of guides as it stands for a customer.
 *
 * @param open the cards that are for this customer
 * @param choosable whether the user may choose a card
 */
public record CustomerGuides(GuideGroup group, List<GuideDefinition> open, boolean choosable) {
    public CustomerGuides {
        open = List.copyOf(open);
    }

    /** The card that somebody chose. */
    public Optional<GuideDefinition> chosen() {
        return open.stream().filter(guide -> guide.attribute() != null).findFirst();
    }

    /** Whether there is anything to show or to do. */
    public boolean isEmpty() {
        return open.isEmpty() && !choosable;
    }
}
