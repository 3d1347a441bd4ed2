package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.clientele.plugins.api.ProgrammeDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.ModelSummary;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.segment.ui.ModelChips;
import org.clientele.segment.ui.SegmentWords;
import org.clientele.strategy.RunningStrategy;
import org.clientele.strategy.StrategyRuns;
import org.clientele.strategy.TasksChanged;

/** What we do for each segment: goal, relationship, actions and dated plays, how much is at stake; and the loyalty programme. */
@Route("v/:vertical/strategies")
@PermitAll
class StrategiesView extends VerticalPage {
    private final transient Segments segments;
    private final transient StrategyRuns runs;
    private final List<RunBar> bars = new ArrayList<>();

    StrategiesView(
            Verticals verticals, Rights rights, Announcements announcements, Segments segments, StrategyRuns runs) {
        super(verticals, rights, announcements);
        this.segments = segments;
        this.runs = runs;
        hear(TasksChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key())) {
                refreshBars();
            }
        });
    }

    @Override
    protected String title() {
        return getTranslation("strategy.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        bars.clear();
        PortalSnapshot snapshot = segments.snapshot(vertical.key());
        StrategyWords words = new StrategyWords(snapshot.vertical(), getLocale());
        List<ModelDefinition> models = snapshot.definition().models().stream()
                .filter(model -> snapshot.definition().strategies().stream()
                        .anyMatch(strategy -> strategy.model().equals(model.id())))
                .toList();
        ProgrammeDefinition programme = snapshot.definition().programme();
        if (models.isEmpty() && programme == null) {
            add(
                    new PageHeader(title()),
                    new EmptyState(
                            Icon.ROUTE, getTranslation("strategy.empty"), getTranslation("strategy.empty.next")));
            return;
        }
        PageHeader header = new PageHeader(
                title(), words.text("strategy.subtitle", words.formats().date(snapshot.asOf())));
        if (!models.isEmpty()) {
            Anchor order =
                    new Anchor(StrategiesNavigation.order(vertical.key()), getTranslation("strategy.order.title"));
            order.getElement().setAttribute("router-link", true);
            header.actions(order);
        }
        add(header);
        if (!models.isEmpty()) {
            showModel(words, snapshot, models, event.getLocation().getQueryParameters());
        }
        if (programme != null) {
            add(new ProgrammeCard(words, snapshot.vertical(), programme));
        }
    }

    private void showModel(
            StrategyWords words, PortalSnapshot snapshot, List<ModelDefinition> models, QueryParameters parameters) {
        String wanted =
                parameters.getSingleParameter(StrategiesNavigation.MODEL).orElse("");
        ModelDefinition model =
                models.stream().filter(m -> m.id().equals(wanted)).findFirst().orElse(models.getFirst());
        SegmentWords segmentWords = new SegmentWords(snapshot.vertical(), getLocale());
        add(new ModelChips(
                segmentWords,
                models,
                model,
                id -> StrategiesNavigation.model(vertical().key(), id)));
        ModelSummary summary = segments.summary(vertical().key(), model.id());
        String selected =
                parameters.getSingleParameter(StrategiesNavigation.SEGMENT).orElse("");
        Div cards = new Div();
        cards.addClassNames("cards", "strategies");
        for (ModelSummary.Segment segment : summary.segments()) {
            strategy(summary, segment).ifPresent(strategy -> {
                Card card = card(words, segmentWords, summary, segment, strategy)
                        .selected(segment.id().equals(selected));
                cards.add(card);
                if (segment.id().equals(selected)) {
                    card.scrollIntoView();
                }
            });
        }
        add(cards);
        refreshBars();
    }

    /** All at once, so that the database is asked twice, not twice for every card. */
    private void refreshBars() {
        Map<SegmentName, RunningStrategy> running = runs.running(vertical().key());
        Map<SegmentName, Integer> openTasks = runs.openTasks(vertical().key());
        bars.forEach(bar -> bar.show(running, openTasks));
    }

    private static Optional<StrategyDefinition> strategy(ModelSummary summary, ModelSummary.Segment segment) {
        return summary.vertical().definition().strategies().stream()
                .filter(s -> s.model().equals(summary.result().model().id())
                        && s.segment().equals(segment.id()))
                .findFirst();
    }

    private Card card(
            StrategyWords words,
            SegmentWords segmentWords,
            ModelSummary summary,
            ModelSummary.Segment segment,
            StrategyDefinition strategy) {
        Card card = new Card(words.segment(strategy));
        card.setId("strategy-" + segment.id());
        card.actions(new Tag(
                words.formats().percent((double) segment.count() / Math.max(1, summary.customers())),
                SegmentWords.tone(summary.result().model(), segment.ordinal())));
        card.add(stake(words, segmentWords, summary, segment));
        if (!strategy.plays().isEmpty()) {
            RunBar bar = new RunBar(runs, words, vertical().key(), strategy);
            bars.add(bar);
            card.add(bar);
        }
        PlayList plays = strategy.plays().isEmpty() ? null : PlayList.of(words, strategy);
        StrategyContent.of(words, strategy, plays).forEach(card::add);
        return card;
    }

    /** How many customers and how much value; leads to the customers. */
    private Component stake(
            StrategyWords words, SegmentWords segmentWords, ModelSummary summary, ModelSummary.Segment segment) {
        Anchor link = new Anchor(
                CustomersNavigation.to(
                        vertical().key(),
                        CustomerListQuery.of(
                                CustomerFilter.segment(summary.result().model().id(), segment.id()))),
                words.text(
                        "strategy.stake",
                        words.formats().whole(segment.count()),
                        segmentWords.money(segment.value()),
                        segment.count()));
        link.getElement().setAttribute("router-link", true);
        return link;
    }
}
