package org.clientele.loyalty.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import org.clientele.common.Announcements;
import org.clientele.customer.Customer;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Card;
import org.clientele.frontend.Facts;
import org.clientele.loyalty.LoyaltyChanged;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.Standing;
import org.jspecify.annotations.Nullable;

/** A customer's balance, tier and what is missing to the next, what expires, and the acts; follows what others do. */
final class CustomerPoints extends Div implements CustomerPanel.Live {
    private final transient LoyaltyServices services;
    private final transient LoyaltyWords words;
    private final String verticalKey;
    private final long customerId;
    private transient Announcements.@Nullable Subscription news;

    CustomerPoints(LoyaltyServices services, LoyaltyWords words, String verticalKey, long customerId) {
        this.services = services;
        this.words = words;
        this.verticalKey = verticalKey;
        this.customerId = customerId;
        refresh();
    }

    @Override
    public void show(Customer changed) {
        refresh();
    }

    private void refresh() {
        removeAll();
        Standing standing = services.points().standing(verticalKey, customerId).orElse(null);
        setVisible(standing != null);
        if (standing == null) {
            return;
        }
        Card card = new Card(words.text("loyalty.panel"), facts(standing));
        MemberTier tier = standing.tier();
        if (tier != null && !words.benefits(tier).isEmpty()) {
            UnorderedList benefits = new UnorderedList();
            benefits.addClassName("bullets");
            words.benefits(tier).forEach(line -> benefits.add(new ListItem(line)));
            card.add(benefits);
        }
        Div buttons = new Div();
        buttons.addClassName("row");
        new PointsActs(services, words, verticalKey, customerId)
                .buttons()
                .forEach((Button button) -> buttons.add(button));
        Anchor statement = new Anchor(LoyaltyNavigation.to(verticalKey, customerId), words.text("loyalty.statement"));
        statement.getElement().setAttribute("router-link", true);
        card.add(buttons, statement);
        add(card);
    }

    private Facts facts(Standing standing) {
        Facts facts = new Facts().fact(words.text("loyalty.balance"), words.points(standing.balance()));
        MemberTier tier = standing.tier();
        if (tier != null) {
            facts.fact(words.text("loyalty.tier"), words.tier(tier));
        }
        MemberTier next = standing.next();
        if (next != null) {
            facts.fact(
                    words.text("loyalty.next"),
                    words.text("loyalty.next.missing", words.tier(next), words.points(standing.missing())));
        }
        if (standing.review() != null) {
            facts.fact(words.text("loyalty.review"), words.day(standing.review()));
        }
        if (standing.expiring() > 0 && standing.expiringBy() != null) {
            facts.fact(
                    words.text("loyalty.expiring"),
                    words.text(
                            "loyalty.expiring.by",
                            words.points(standing.expiring()),
                            words.day(standing.expiringBy())));
        }
        return facts;
    }

    @Override
    protected void onAttach(AttachEvent event) {
        UI ui = event.getUI();
        news = services.announcements().listen(LoyaltyChanged.class, change -> {
            if (change.concerns(verticalKey, customerId)) {
                ui.access(this::refresh);
            }
        });
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (news != null) {
            news.close();
            news = null;
        }
    }
}
