package org.clientele.portal.screen;

import com.vaadin.flow.component.UI;
import org.clientele.common.Money;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.ui.FieldValue;
import org.clientele.plugins.ui.ScreenChanges;

/** Changes by the portal's own service, which checks rights and rules and writes the audit. */
final class HostChanges implements ScreenChanges {
    private final ScreenServices services;
    private final Visit visit;

    HostChanges(ScreenServices services, Visit visit) {
        this.services = services;
        this.visit = visit;
    }

    @Override
    public void setAttribute(long customerId, String attribute, FieldValue value) {
        requireListener();
        Vertical vertical = visit.vertical();
        AttributeDefinition declared = vertical.definition().attribute(attribute);
        if (declared == null) {
            throw new IllegalArgumentException("The vertical %s has no attribute %s; it has %s"
                    .formatted(
                            vertical.key(),
                            attribute,
                            vertical.definition().attributes().stream()
                                    .map(AttributeDefinition::id)
                                    .toList()));
        }
        Values.requireType(declared, value);
        services.customers()
                .setAttribute(
                        vertical, customerId, attribute, Values.of(value, Money.fractionDigits(vertical.currency())));
    }

    /** Nothing is changed because somebody looks, and nothing on a thread that is interrupted when it takes long. */
    private void requireListener() {
        visit.require();
        UI current = UI.getCurrent();
        if (current == null || !current.getSession().hasLock()) {
            throw new IllegalStateException("A screen changes something when a person acts: call it from a listener");
        }
    }
}
