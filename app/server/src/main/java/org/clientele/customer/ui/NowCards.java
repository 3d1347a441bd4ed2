package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.CustomerPortrait;
import org.clientele.engine.model.Reason;
import org.clientele.frontend.Card;
import org.clientele.frontend.Tag;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ui.ReasonText;
import org.jspecify.annotations.Nullable;

/** What to do for the customer now, and why the customer is in each segment. */
final class NowCards {
    private final CustomerPortrait portrait;
    private final Vertical vertical;
    private final VerticalFormats formats;
    private final ReasonText words;

    NowCards(CustomerPortrait portrait, Locale locale) {
        this.portrait = portrait;
        this.vertical = portrait.vertical();
        this.formats = new VerticalFormats(vertical.definition(), vertical.texts(), vertical.currency(), locale);
        this.words = new ReasonText(vertical, locale, portrait.hidden());
    }

    List<Component> create() {
        List<Component> cards = new ArrayList<>();
        List<StrategyDefinition> strategies = strategies();
        if (!strategies.isEmpty()) {
            cards.add(strategies(strategies));
        }
        if (!portrait.reasons().isEmpty()) {
            cards.add(whyHere());
        }
        return cards;
    }

    /** The strategies of the customer's segments, in the order of the models. */
    private List<StrategyDefinition> strategies() {
        List<StrategyDefinition> found = new ArrayList<>();
        for (Reason reason : portrait.reasons()) {
            vertical.definition().strategies().stream()
                    .filter(strategy -> strategy.model().equals(reason.model())
                            && strategy.segment().equals(reason.segment()))
                    .forEach(found::add);
        }
        return found;
    }

    /** The first strategy in full; the others open when asked for. */
    private Card strategies(List<StrategyDefinition> strategies) {
        StrategyDefinition first = strategies.getFirst();
        Card card = new Card(text("customer.page.strategy", segment(first)));
        content(first).forEach(card::add);
        for (StrategyDefinition other : strategies.subList(1, strategies.size())) {
            Details details = new Details(segment(other) + " · " + goal(other));
            content(other).forEach(details::add);
            card.add(details);
        }
        return card;
    }

    private List<Component> content(StrategyDefinition strategy) {
        Div goal = new Div(goal(strategy));
        goal.addClassName("strong");
        UnorderedList actions = new UnorderedList();
        actions.addClassName("actions-list");
        formats.text(Texts.strategyActions(strategy.model(), strategy.segment()))
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> actions.add(new ListItem(line.strip())));
        List<Component> content = new ArrayList<>(List.of(goal, actions));
        source(strategy.source()).ifPresent(content::add);
        return content;
    }

    private String goal(StrategyDefinition strategy) {
        return formats.text(Texts.strategyGoal(strategy.model(), strategy.segment()));
    }

    private String segment(StrategyDefinition strategy) {
        return formats.segment(strategy.model(), strategy.segment());
    }

    private Card whyHere() {
        String asOf = formats.formats().date(portrait.snapshot().asOf());
        Card card = new Card(text("customer.page.why")).hint(text("customer.page.asOf", asOf));
        portrait.reasons().forEach(reason -> card.add(why(reason)));
        return card;
    }

    /** Model and segment, the reason as a sentence, and its comparisons when asked for. */
    private Div why(Reason reason) {
        ModelDefinition model = vertical.definition().model(reason.model());
        String segment = String.valueOf(reason.segment());
        Span name = new Span(formats.text(Texts.model(reason.model())));
        name.addClassName("caption");
        Div head = new Div(
                name,
                new Tag(
                        formats.segment(reason.model(), segment),
                        model == null ? null : model.segment(segment).colour()));
        head.addClassNames("row", "row-apart");
        Div part = new Div(head, new Div(words.sentence(reason)));
        part.addClassName("why");
        if (!reason.checks().isEmpty()) {
            Details checks = new Details(text("customer.page.checks"), words.checks(reason));
            source(model == null ? null : model.source()).ifPresent(checks::add);
            part.add(checks);
        }
        return part;
    }

    private Optional<Component> source(@Nullable String source) {
        if (source == null) {
            return Optional.empty();
        }
        Div origin = new Div(text("customer.page.source", formats.text(Texts.source(source))));
        origin.addClassName("caption");
        return Optional.of(origin);
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
