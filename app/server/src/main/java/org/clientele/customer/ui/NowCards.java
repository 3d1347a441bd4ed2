package org.clientele.customer.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.clientele.common.ui.VerticalFormats;
import org.clientele.customer.CustomerPortrait;
import org.clientele.engine.model.Reason;
import org.clientele.frontend.Card;
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
        this.words = new ReasonText(vertical, locale);
    }

    List<Component> create() {
        List<Component> cards = new ArrayList<>();
        for (StrategyDefinition strategy : vertical.definition().strategies()) {
            portrait.reasons().stream()
                    .filter(reason -> reason.model().equals(strategy.model())
                            && strategy.segment().equals(reason.segment()))
                    .map(reason -> strategy(strategy))
                    .forEach(cards::add);
        }
        portrait.reasons().forEach(reason -> cards.add(why(reason)));
        return cards;
    }

    private Card strategy(StrategyDefinition strategy) {
        String segment = formats.segment(strategy.model(), strategy.segment());
        Paragraph goal = new Paragraph(formats.text(Texts.strategyGoal(strategy.model(), strategy.segment())));
        goal.addClassName("strong");
        UnorderedList actions = new UnorderedList();
        actions.addClassName("actions-list");
        formats.text(Texts.strategyActions(strategy.model(), strategy.segment()))
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> actions.add(new ListItem(line.strip())));
        Card card = new Card(text("customer.page.strategy", segment), goal, actions);
        addSource(card, strategy.source());
        return card;
    }

    private Card why(Reason reason) {
        String model = formats.text(Texts.model(reason.model()));
        String segment = String.valueOf(reason.segment());
        Paragraph sentence = new Paragraph(words.sentence(reason));
        sentence.addClassName("text");
        Card card = new Card(text("customer.page.why", formats.segment(reason.model(), segment)), sentence);
        if (!reason.checks().isEmpty()) {
            card.add(words.checks(reason));
        }
        Div origin = new Div(text(
                "customer.page.asOf",
                model,
                formats.formats().date(portrait.snapshot().asOf())));
        origin.addClassName("caption");
        card.add(origin);
        ModelDefinition definition = vertical.definition().model(reason.model());
        addSource(card, definition == null ? null : definition.source());
        return card;
    }

    private void addSource(Card card, @Nullable String source) {
        if (source != null) {
            Div origin = new Div(text("customer.page.source", formats.text(Texts.source(source))));
            origin.addClassName("caption");
            card.add(origin);
        }
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
