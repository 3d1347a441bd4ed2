package org.clientele.portal.overview.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import org.clientele.check.ui.ChecksNavigation;
import org.clientele.customer.CustomerListQuery;
import org.clientele.engine.column.Value;
import org.clientele.frontend.Card;
import org.clientele.frontend.Shortened;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.portal.overview.Decision;
import org.clientele.portal.overview.OverviewPage;
import org.clientele.strategy.ui.StrategiesNavigation;

/** What needs a decision: who it is about, what is at stake, and the strategy that says what can be done. */
final class DecisionsCard extends Card {
    private final transient OverviewPage page;
    private final transient Words words;
    private final transient Links links;

    DecisionsCard(OverviewPage page, Words words, Links links) {
        super(words.text("overview.decisions.title"));
        this.page = page;
        this.words = words;
        this.links = links;
        if (page.decisions().isEmpty()) {
            Div none = new Div(words.text("overview.decisions.none"));
            none.addClassName("muted");
            add(none);
            return;
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("list");
        page.decisions().forEach(decision -> list.add(item(decision)));
        add(list);
    }

    private ListItem item(Decision decision) {
        String kind = decision.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        String check = decision.check();
        String subject = check != null ? words.vertical().text(Texts.check(check)) : segment(decision);
        Anchor title = link(
                links.href(new CustomerListQuery(decision.filters(), "", null, false, List.of(), List.of())),
                words.text("overview.decision." + kind, subject, String.valueOf(decision.days())));
        title.addClassName("list-item-title");
        Div detail = new Div();
        detail.add(detail(decision));
        detail.addClassName("list-item-detail");
        Div body = new Div(title, detail);
        body.addClassName("list-item-body");
        ListItem item = new ListItem(body);
        item.addClassName("list-item");
        String key = page.snapshot().vertical().key();
        if (check != null) {
            item.add(link(ChecksNavigation.to(key), words.text("overview.decision.strategy")));
        } else if (hasStrategy(decision)) {
            item.add(link(
                    StrategiesNavigation.segment(key, decision.about()), words.text("overview.decision.strategy")));
        }
        return item;
    }

    private String segment(Decision decision) {
        return decision.about().segment().isEmpty()
                ? ""
                : words.vertical()
                        .segment(decision.about().model(), decision.about().segment());
    }

    private Component[] detail(Decision decision) {
        Span customers = new Span(words.text("overview.decision.customers", decision.customers()));
        return decision.value() instanceof Value.Money(long minor, int _)
                ? new Component[] {
                    customers,
                    new Span(" · "),
                    new Shortened(
                            words.formats().moneyShort(minor), words.formats().money(minor))
                }
                : new Component[] {customers};
    }

    private boolean hasStrategy(Decision decision) {
        return page.snapshot().definition().strategies().stream()
                .anyMatch((StrategyDefinition s) ->
                        s.model().equals(decision.about().model())
                                && s.segment().equals(decision.about().segment()));
    }

    private static Anchor link(String href, String text) {
        Anchor anchor = new Anchor(href, text);
        anchor.getElement().setAttribute("router-link", true);
        return anchor;
    }
}
