package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerPortrait;
import org.clientele.customer.ui.CustomerPanel;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.CustomerStrategy;
import org.clientele.strategy.Holdouts;
import org.clientele.strategy.Strategies;
import org.clientele.strategy.StrategySetting;
import org.springframework.core.annotation.Order;

/** On a customer's page: what to do, the first strategy in full with the days of its plays, the others when asked for. */
@org.springframework.stereotype.Component
@Order(10)
class StrategyPanel implements CustomerPanel {
    private final Strategies strategies;
    private final CustomerLists lists;
    private final Holdouts holdouts;

    StrategyPanel(Strategies strategies, CustomerLists lists, Holdouts holdouts) {
        this.strategies = strategies;
        this.lists = lists;
        this.holdouts = holdouts;
    }

    @Override
    public Place place() {
        return Place.SIDE;
    }

    @Override
    public Optional<Component> create(Vertical vertical, Customer customer) {
        List<CustomerStrategy> found = strategies.ofCustomer(vertical.key(), customer);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        CustomerPortrait portrait = lists.portrait(vertical.key(), customer);
        LocalDate today = portrait.snapshot().asOf();
        StrategyWords words = new StrategyWords(
                strategies.applied(portrait.vertical()), UI.getCurrent().getLocale(), null);
        CustomerStrategy first = found.getFirst();
        Card card = new Card(words.text("strategy.page", words.segment(first.strategy())));
        card.setId("customer-strategies");
        because(words, found).ifPresent(card::add);
        heldOut(
                        words,
                        new SegmentName(
                                first.strategy().model(), first.strategy().segment()),
                        holdouts.ofCustomer(vertical.key(), customer))
                .ifPresent(card::add);
        content(words, first, today).forEach(card::add);
        for (CustomerStrategy other : found.subList(1, found.size())) {
            Div body = new Div();
            body.addClassName("stack");
            content(words, other, today).forEach(body::add);
            card.add(new Details(
                    words.text("strategy.page.other", words.segment(other.strategy()), words.goal(other.strategy())),
                    body));
        }
        return Optional.of(card);
    }

    /** Says that the customer gets no tasks, and why; an advice to keep to it. */
    private static Optional<Component> heldOut(StrategyWords words, SegmentName first, List<SegmentName> out) {
        boolean all = out.contains(StrategySetting.ALL);
        if (!all && !out.contains(first)) {
            return Optional.empty();
        }
        return Optional.of(
                new Banner(Tone.WARN, words.text(all ? "strategy.holdout.customer.all" : "strategy.holdout.customer")));
    }

    /** "Treated as Champions because it ranks before Gold." */
    private static Optional<Component> because(StrategyWords words, List<CustomerStrategy> found) {
        if (found.size() < 2) {
            return Optional.empty();
        }
        String others = found.subList(1, found.size()).stream()
                .map(other -> words.segment(other.strategy()))
                .collect(Collectors.joining(words.text("segment.reason.list")));
        Div why = new Div(words.text(
                "strategy.page.treated", words.segment(found.getFirst().strategy()), others));
        why.addClassName("caption");
        return Optional.of(why);
    }

    private static List<Component> content(StrategyWords words, CustomerStrategy strategy, LocalDate today) {
        PlayList plays = strategy.plays().isEmpty() ? null : PlayList.of(words, strategy, today);
        return StrategyContent.of(words, strategy.strategy(), plays);
    }
}
