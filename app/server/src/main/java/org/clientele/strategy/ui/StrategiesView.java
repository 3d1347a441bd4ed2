package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
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
import org.clientele.strategy.StrategiesChanged;
import org.clientele.strategy.StrategyChange;
import org.clientele.strategy.StrategyDraft;
import org.clientele.strategy.StrategyRuns;
import org.clientele.strategy.StrategySetting;
import org.clientele.strategy.StrategySettings;
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.StrategyVersions;
import org.clientele.strategy.TasksChanged;

/** What we do for each segment: goal, relationship, actions and dated plays, how much is at stake; and the loyalty programme. */
@Route("v/:vertical/strategies")
@PermitAll
class StrategiesView extends VerticalPage {
    private final transient Segments segments;
    private final transient StrategyRuns runs;
    private final List<RunBar> bars = new ArrayList<>();
    private transient List<Object> standing = List.of();
    private transient List<StrategyVersion> planned = List.of();
    private QueryParameters parameters = QueryParameters.empty();

    private final transient StrategyVersions versions;
    private final transient StrategySettings settings;
    private final transient WordsOfStrategies wordsOf;

    StrategiesView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Segments segments,
            StrategyRuns runs,
            StrategyVersions versions,
            StrategySettings settings,
            WordsOfStrategies wordsOf) {
        super(verticals, rights, announcements);
        this.segments = segments;
        this.runs = runs;
        this.versions = versions;
        this.settings = settings;
        this.wordsOf = wordsOf;
        hear(TasksChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key())) {
                refreshBars();
            }
        });
        hear(StrategiesChanged.class, change -> {
            if (change.verticalKey().equals(vertical().key()) && !standing().equals(standing)) {
                removeAll();
                draw(false);
            }
        });
    }

    /** Which versions apply, wait and are planned. */
    private List<Object> standing() {
        String key = vertical().key();
        return List.of(
                versions.applied(key).versions(),
                versions.planned(key),
                versions.mayEdit(key) ? versions.waiting(key) : List.of());
    }

    @Override
    protected String title() {
        return getTranslation("strategy.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        parameters = event.getLocation().getQueryParameters();
        draw(true);
    }

    /** @param arrived whether the segment that the address names is brought into view */
    private void draw(boolean arrived) {
        Vertical vertical = vertical();
        bars.clear();
        standing = standing();
        planned = versions.planned(vertical.key());
        PortalSnapshot snapshot = segments.snapshot(vertical.key());
        StrategyWords words = wordsOf.of(snapshot.vertical(), getLocale());
        List<ModelDefinition> models = snapshot.definition().models().stream()
                .filter(model -> words.applied().all().stream()
                        .anyMatch(strategy -> strategy.model().equals(model.id())))
                .toList();
        ProgrammeDefinition programme = snapshot.definition().programme();
        boolean any = !words.applied().all().isEmpty();
        if (!any && programme == null) {
            PageHeader header = new PageHeader(title());
            offerNew(words, header);
            add(
                    header,
                    new EmptyState(
                            Icon.ROUTE, getTranslation("strategy.empty"), getTranslation("strategy.empty.next")));
            showDrafts(words);
            return;
        }
        PageHeader header = new PageHeader(
                title(), words.text("strategy.subtitle", words.formats().date(snapshot.asOf())));
        if (any) {
            header.actions(link(StrategiesNavigation.order(vertical.key()), getTranslation("strategy.order.title")));
        }
        offerNew(words, header);
        add(header);
        showDrafts(words);
        if (!models.isEmpty()) {
            showModel(words, snapshot, models, arrived);
        }
        showConditions(words, snapshot);
        if (programme != null) {
            add(new ProgrammeCard(words, snapshot.vertical(), programme));
        }
        refreshBars();
    }

    private void offerNew(StrategyWords words, PageHeader header) {
        if (settings.maySet(vertical().key())) {
            header.actions(link(
                    StrategiesNavigation.uplift(vertical().key(), StrategySetting.ALL),
                    words.text("strategy.uplift.all")));
            header.actions(new Button(
                    words.text("strategy.rules.open"), click -> new ContactRulesDialog(words, settings).open()));
        }
        if (versions.mayEdit(vertical().key())) {
            header.actions(new Button(
                    words.text("strategy.new.open"), Icon.PLUS.create(), click -> new NewStrategyDialog(words, versions)
                            .open()));
        }
    }

    private static Anchor link(String address, String text) {
        Anchor link = new Anchor(address, text);
        link.getElement().setAttribute("router-link", true);
        return link;
    }

    /** What is being written and is not published yet. */
    private void showDrafts(StrategyWords words) {
        String key = vertical().key();
        if (!versions.mayEdit(key)) {
            return;
        }
        showWaiting(words, key);
        showPlanned(words, key);
        if (versions.drafts(key).isEmpty()) {
            return;
        }
        Card card = new Card(words.text("strategy.drafts"));
        for (StrategyDraft draft : versions.drafts(key)) {
            StrategyChange change = versions.content(key, draft);
            card.add(line(change, draftLine(words, change, draft.author())));
        }
        add(card);
    }

    /** What somebody else is to approve. */
    private void showWaiting(StrategyWords words, String key) {
        List<StrategyVersion> waiting = versions.waiting(key);
        if (waiting.isEmpty()) {
            return;
        }
        Card card = new Card(words.text("strategy.waiting"));
        for (StrategyVersion version : waiting) {
            StrategyChange change = versions.content(key, version);
            card.add(line(change, draftLine(words, change, version.author())));
        }
        add(card);
    }

    /** What begins by itself at its moment. */
    private void showPlanned(StrategyWords words, String key) {
        if (planned.isEmpty()) {
            return;
        }
        StrategyVersionWords said = new StrategyVersionWords(words, versions);
        Card card = new Card(words.text("strategy.planned"));
        for (StrategyVersion version : planned) {
            StrategyChange change = versions.content(key, version);
            card.add(line(
                    change,
                    words.text(
                            "strategy.planned.line", name(words, change), said.author(version), said.from(version))));
        }
        add(card);
    }

    private Div line(StrategyChange change, String text) {
        return new Div(link(StrategiesNavigation.edit(vertical().key(), change.segment()), text));
    }

    private String draftLine(StrategyWords words, StrategyChange change, String author) {
        return words.text(
                "strategy.drafts.line",
                name(words, change),
                versions.person(vertical().key(), author));
    }

    private static String name(StrategyWords words, StrategyChange change) {
        SegmentName segment = change.segment();
        return change.condition() == null
                ? words.names().segment(segment.model(), segment.segment())
                : change.name().in(words.locale());
    }

    private void showConditions(StrategyWords words, PortalSnapshot snapshot) {
        if (words.applied().ofConditions().isEmpty()) {
            return;
        }
        H2 heading = new H2(words.text("strategy.conditions"));
        heading.addClassName("section-title");
        Div cards = new Div();
        cards.addClassNames("cards", "strategies");
        for (StrategyDefinition strategy : words.applied().ofConditions()) {
            StrategyChange change = words.applied().change(strategy);
            String condition = change == null ? null : change.condition();
            if (condition != null) {
                BitSet members = snapshot.conditions()
                        .get(condition)
                        .holding(snapshot.customers().size());
                members.and(snapshot.present());
                Card card = new Card(words.segment(strategy));
                card.setId("strategy-" + strategy.segment());
                card.add(link(
                        CustomersNavigation.to(vertical().key(), CustomerListQuery.of(CustomerFilter.where(condition))),
                        words.text(
                                "strategy.members",
                                words.formats().whole(members.cardinality()),
                                members.cardinality())));
                fill(words, card, strategy);
                cards.add(card);
            }
        }
        add(heading, cards);
    }

    private void showModel(
            StrategyWords words, PortalSnapshot snapshot, List<ModelDefinition> models, boolean arrived) {
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
            words.applied().find(new SegmentName(model.id(), segment.id())).ifPresent(strategy -> {
                Card card = card(words, segmentWords, summary, segment, strategy)
                        .selected(segment.id().equals(selected));
                cards.add(card);
                if (arrived && segment.id().equals(selected)) {
                    card.scrollIntoView();
                }
            });
        }
        add(cards);
    }

    /** All at once, so that the database is asked twice, not twice for every card. */
    private void refreshBars() {
        Map<SegmentName, RunningStrategy> running = runs.running(vertical().key());
        Map<SegmentName, Integer> openTasks = runs.openTasks(vertical().key());
        bars.forEach(bar -> bar.show(running, openTasks));
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
        fill(words, card, strategy);
        return card;
    }

    private void fill(StrategyWords words, Card card, StrategyDefinition strategy) {
        String key = vertical().key();
        if (!strategy.plays().isEmpty()) {
            RunBar bar = new RunBar(runs, words, key, strategy);
            bars.add(bar);
            card.add(bar);
            if (settings.maySet(key)) {
                Anchor uplift = link(
                        StrategiesNavigation.uplift(key, new SegmentName(strategy.model(), strategy.segment())),
                        words.holdout(new SegmentName(strategy.model(), strategy.segment())));
                uplift.getElement()
                        .setAttribute("aria-label", words.text("strategy.uplift.of", words.segment(strategy)));
                card.add(uplift);
            }
        }
        PlayList plays = strategy.plays().isEmpty() ? null : PlayList.of(words, strategy);
        StrategyContent.of(words, strategy, plays).forEach(card::add);
        SegmentName named = new SegmentName(strategy.model(), strategy.segment());
        StrategyVersionWords said = new StrategyVersionWords(words, versions);
        planned.stream().filter(version -> version.segment().equals(named)).forEach(version -> {
            Div line = new Div(words.text("strategy.planned.card", version.number(), said.from(version)));
            line.addClassName("caption");
            card.add(line);
        });
        if (versions.mayEdit(key)) {
            Anchor edit = link(
                    StrategiesNavigation.edit(key, new SegmentName(strategy.model(), strategy.segment())),
                    words.text("strategy.edit.open"));
            edit.getElement().setAttribute("aria-label", words.text("strategy.edit.open.of", words.segment(strategy)));
            card.add(edit);
        }
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
