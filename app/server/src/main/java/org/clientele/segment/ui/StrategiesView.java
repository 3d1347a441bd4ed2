package org.clientele.segment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerListQuery;
import org.clientele.customer.ui.CustomersNavigation;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tag;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.plugins.api.Texts;
import org.clientele.segment.ModelSummary;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.Segments;
import org.jspecify.annotations.Nullable;

/** What we do for each segment: its goal, its actions, and how much is at stake. */
@Route("v/:vertical/strategies")
@PermitAll
class StrategiesView extends VerticalPage {
    private final transient Segments segments;

    StrategiesView(Verticals verticals, Rights rights, Announcements announcements, Segments segments) {
        super(verticals, rights, announcements);
        this.segments = segments;
    }

    @Override
    protected String title() {
        return getTranslation("segment.strategies.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        QueryParameters parameters = event.getLocation().getQueryParameters();
        PortalSnapshot snapshot = segments.snapshot(vertical.key());
        List<ModelDefinition> models = snapshot.definition().models().stream()
                .filter(model -> snapshot.definition().strategies().stream()
                        .anyMatch(strategy -> strategy.model().equals(model.id())))
                .toList();
        if (models.isEmpty()) {
            add(
                    new PageHeader(title()),
                    new EmptyState(
                            Icon.ROUTE,
                            getTranslation("segment.strategies.empty"),
                            getTranslation("segment.strategies.empty.next")));
            return;
        }
        String wanted = parameters.getSingleParameter(SegmentsNavigation.MODEL).orElse("");
        ModelDefinition model =
                models.stream().filter(m -> m.id().equals(wanted)).findFirst().orElse(models.getFirst());
        SegmentWords words = new SegmentWords(snapshot.vertical(), getLocale());
        add(
                new PageHeader(
                        title(),
                        getTranslation(
                                "segment.strategies.subtitle", words.formats().date(snapshot.asOf()))),
                new ModelChips(
                        words,
                        models,
                        model,
                        id -> SegmentsNavigation.strategies(vertical().key(), id)));
        strategies(
                words,
                segments.summary(vertical.key(), model.id()),
                parameters.getSingleParameter(SegmentsNavigation.SEGMENT).orElse(""));
    }

    private void strategies(SegmentWords words, ModelSummary summary, String selected) {
        Div cards = new Div();
        cards.addClassName("cards");
        for (ModelSummary.Segment segment : summary.segments()) {
            StrategyDefinition strategy = strategy(summary, segment);
            if (strategy != null) {
                Card card = card(words, summary, segment, strategy)
                        .selected(segment.id().equals(selected));
                card.setId("strategy-" + segment.id());
                cards.add(card);
                if (segment.id().equals(selected)) {
                    card.scrollIntoView();
                }
            }
        }
        add(cards);
    }

    private static @Nullable StrategyDefinition strategy(ModelSummary summary, ModelSummary.Segment segment) {
        return summary.vertical().definition().strategies().stream()
                .filter(s -> s.model().equals(summary.result().model().id())
                        && s.segment().equals(segment.id()))
                .findFirst()
                .orElse(null);
    }

    private Card card(
            SegmentWords words, ModelSummary summary, ModelSummary.Segment segment, StrategyDefinition strategy) {
        ModelDefinition model = summary.result().model();
        Div goal = new Div(words.names().text(Texts.strategyGoal(model.id(), segment.id())));
        goal.addClassName("strong");
        Card card = new Card(words.segment(model, segment.ordinal()));
        card.actions(new Tag(
                words.formats().percent((double) segment.count() / Math.max(1, summary.customers())),
                SegmentWords.tone(model, segment.ordinal())));
        UnorderedList actions = new UnorderedList();
        actions.addClassName("bullets");
        words.names()
                .text(Texts.strategyActions(model.id(), segment.id()))
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> actions.add(new ListItem(line.strip())));
        Div body = new Div(stake(words, summary, segment), goal, actions);
        body.addClassName("stack");
        card.add(body);
        String source = strategy.source();
        if (source != null) {
            Div from =
                    new Div(getTranslation("segment.list.source", words.names().text(Texts.source(source))));
            from.addClassName("caption");
            body.add(from);
        }
        return card;
    }

    /** How many customers and how much value; leads to the customers. */
    private Component stake(SegmentWords words, ModelSummary summary, ModelSummary.Segment segment) {
        Anchor link = new Anchor(
                CustomersNavigation.to(
                        vertical().key(),
                        CustomerListQuery.of(
                                CustomerFilter.segment(summary.result().model().id(), segment.id()))),
                getTranslation(
                        "segment.strategies.stake",
                        words.formats().whole(segment.count()),
                        words.money(segment.value())));
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
