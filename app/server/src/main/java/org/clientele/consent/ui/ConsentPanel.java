package org.clientele.consent.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.consent.Consent;
import org.clientele.consent.ConsentDecision;
import org.clientele.consent.ConsentTopic;
import org.clientele.consent.Consents;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Columns;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.springframework.core.annotation.Order;

/** What the customer allows, on the customer's page; refusals are said wherever a contact is written. */
@org.springframework.stereotype.Component
@Order(1)
class ConsentPanel implements CustomerPanel {
    private final Consents consents;
    private final Rights rights;

    ConsentPanel(Consents consents, Rights rights) {
        this.consents = consents;
        this.rights = rights;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        boolean may = rights.may(Permission.LOG_INTERACTION, vertical.key());
        return Optional.of(new ConsentCard(consents, vertical, customer.id(), may));
    }

    /** The way to everything that is held about the customer. */
    @Override
    public List<Component> buttons(Vertical vertical, Customer customer) {
        if (!rights.may(Permission.EXPORT_CUSTOMERS, vertical.key())
                || !rights.may(Permission.SEE_PERSONAL_DATA, vertical.key())) {
            return List.of();
        }
        Anchor held = new Anchor(
                CustomersNavigation.to(vertical.key(), customer.id()) + "/data",
                UI.getCurrent().getTranslation("consent.held"));
        held.getElement().setAttribute("router-link", true);
        held.addClassName("no-print");
        return List.of(held);
    }

    @Override
    public Optional<Component> brief(Vertical vertical, Customer customer) {
        return refusals(consents.now(vertical, customer.id()));
    }

    /** What nobody must overlook, or nothing. */
    static Optional<Component> refusals(Map<ConsentTopic, Consent> now) {
        var banners = Columns.stack();
        if (isRefused(now, ConsentTopic.CONTACT)) {
            banners.add(new Banner(Tone.BAD, UI.getCurrent().getTranslation("consent.do-not-contact")));
        }
        if (isRefused(now, ConsentTopic.PERSONALISATION)) {
            banners.add(new Banner(Tone.WARN, UI.getCurrent().getTranslation("consent.not-personal")));
        }
        return banners.getComponentCount() == 0 ? Optional.empty() : Optional.of(banners);
    }

    private static boolean isRefused(Map<ConsentTopic, Consent> now, ConsentTopic topic) {
        Consent said = now.get(topic);
        return said != null && said.decision() == ConsentDecision.REFUSED;
    }
}
