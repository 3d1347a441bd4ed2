package org.clientele.strategy.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.clientele.common.Money;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tone;
import org.clientele.loyalty.ui.LoyaltyNavigation;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.ProgrammeDefinition.Tier;
import org.clientele.plugins.api.Texts;

/** The member tiers of the loyalty programme: from how many points, with which benefits, and how points are earned. */
final class ProgrammeCard extends Card {
    private final StrategyWords words;

    ProgrammeCard(StrategyWords words, Vertical vertical, ProgrammeDefinition programme) {
        super(words.text("strategy.programme"));
        this.words = words;
        setId("programme");
        hint(earning(vertical, programme));
        Anchor page = new Anchor(LoyaltyNavigation.to(vertical.key()), words.text("strategy.programme.open"));
        page.getElement().setAttribute("router-link", true);
        actions(page);
        Div tiers = new Div();
        tiers.addClassName("programme-tiers");
        for (int place = 0; place < programme.tiers().size(); place++) {
            tiers.add(tier(programme.tiers().get(place), place));
        }
        add(tiers);
        if (programme.source() != null) {
            Div from = new Div(words.source(programme.source()));
            from.addClassName("caption");
            add(from);
        }
    }

    /** "Each ¥1 of “Purchase” earns 1 point". */
    private String earning(Vertical vertical, ProgrammeDefinition programme) {
        long unit = Math.round(Math.pow(10, Money.fractionDigits(vertical.currency())));
        double points = programme.pointsPerUnit();
        return words.text(
                "strategy.programme.earn",
                words.formats().money(unit),
                words.names().text(Texts.activity(programme.activity())),
                words.text("strategy.programme.points", words.formats().decimal(points), points));
    }

    private Div tier(Tier tier, int place) {
        Span dot = Tone.set(new Span(), Tone.byIndex(place));
        dot.addClassName("dot");
        H3 name = new H3(dot, new Span(words.names().text(Texts.programmeTier(tier.id()))));
        name.addClassName("section-title");
        Div from = new Div(
                tier.fromPoints() == 0
                        ? words.text("strategy.programme.everybody")
                        : words.text(
                                "strategy.programme.from",
                                words.text(
                                        "strategy.programme.points",
                                        words.formats().whole(tier.fromPoints()),
                                        tier.fromPoints())));
        from.addClassName("caption");
        UnorderedList benefits = new UnorderedList();
        benefits.addClassName("bullets");
        words.lines(Texts.programmeBenefits(tier.id())).forEach(line -> benefits.add(new ListItem(line)));
        Div column = new Div(name, from, benefits);
        column.addClassName("stack");
        return column;
    }
}
