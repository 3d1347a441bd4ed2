package org.clientele.strategy.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerSearch;
import org.clientele.frontend.BackLink;
import org.clientele.frontend.Banner;
import org.clientele.frontend.Card;
import org.clientele.frontend.EmptyState;
import org.clientele.frontend.Icon;
import org.clientele.frontend.PageHeader;
import org.clientele.frontend.Tone;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.ui.VerticalPage;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.ModelsChanged;
import org.clientele.segment.RelationshipGrid;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.strategy.StrategiesChanged;
import org.clientele.strategy.StrategyChange;
import org.clientele.strategy.StrategyDraft;
import org.clientele.strategy.StrategyRuns;
import org.clientele.strategy.StrategyVersion;
import org.clientele.strategy.StrategyVersions;
import org.clientele.worklist.PlayAnswerCounts;
import org.jspecify.annotations.Nullable;

/** Where a consultant writes a strategy: a copy of the plugin's, or a new one; kept as a draft, then published. */
@Route("v/:vertical/strategies/edit")
@PermitAll
class StrategyEditorView extends VerticalPage {
    private final transient StrategyVersions versions;
    private final transient StrategyRuns runs;
    private final transient Segments segments;
    private final transient CustomerLists lists;
    private final transient CustomerSearch search;
    private final transient WordsOfStrategies wordsOf;
    private final transient PlayAnswerCounts answers;
    private final transient Jobs jobs;
    private final Div problems = new Div();
    private transient SegmentName segment = new SegmentName("", "");
    private @Nullable AimFields aim;
    private @Nullable PlayEditor plays;
    private @Nullable StrategyNotices notices;
    private @Nullable StrategyVersionsDialog history;
    private @Nullable Button publishButton;

    /** What the fields began with, and what they said of it then. */
    private transient @Nullable StrategyChange started;

    private transient @Nullable StrategyChange drawn;
    private int revision;
    private int newest;

    StrategyEditorView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            StrategyVersions versions,
            StrategyRuns runs,
            Segments segments,
            CustomerLists lists,
            CustomerSearch search,
            WordsOfStrategies wordsOf,
            PlayAnswerCounts answers,
            Jobs jobs) {
        super(verticals, rights, announcements);
        this.versions = versions;
        this.runs = runs;
        this.segments = segments;
        this.lists = lists;
        this.search = search;
        this.wordsOf = wordsOf;
        this.answers = answers;
        this.jobs = jobs;
        problems.addClassName("form-remarks");
        problems.getElement().setAttribute("aria-live", "assertive");
        hear(StrategiesChanged.class, this::follow);
        hear(ModelsChanged.class, change -> followRule(change.verticalKey()));
    }

    /** What is being written stays as it is; where nothing is, what applies now is shown. */
    private void follow(StrategiesChanged change) {
        StrategyNotices shown = notices;
        if (shown == null || !shown.isAttached() || !change.verticalKey().equals(key())) {
            return;
        }
        if (!versions.start(key(), segment).equals(started) && isUntouched()) {
            draw();
        } else {
            shown.refresh();
        }
        Optional.ofNullable(history).ifPresent(StrategyVersionsDialog::follow);
    }

    private boolean isUntouched() {
        try {
            return written().equals(drawn);
        } catch (Problem unfinished) {
            return false;
        }
    }

    @Override
    protected Permission permission() {
        return Permission.EDIT_STRATEGIES;
    }

    @Override
    protected String title() {
        return getTranslation("strategy.edit.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        segment = new SegmentName(
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(StrategiesNavigation.MODEL)
                        .orElse(""),
                event.getLocation()
                        .getQueryParameters()
                        .getSingleParameter(StrategiesNavigation.SEGMENT)
                        .orElse(""));
        draw();
    }

    private String key() {
        return vertical().key();
    }

    private void draw() {
        removeAll();
        problems.removeAll();
        Optional<StrategyDraft> draft = versions.draft(key(), segment);
        List<StrategyVersion> past = versions.history(key(), segment);
        StrategyChange change = versions.start(key(), segment);
        StrategyWords words = wordsOf.of(segments.snapshot(key()).vertical(), getLocale());
        if (!isThere(words, change)) {
            add(
                    new PageHeader(title()).before(back()),
                    new EmptyState(
                            Icon.ROUTE,
                            getTranslation("strategy.edit.nothing"),
                            getTranslation("strategy.edit.nothing.next")));
            return;
        }
        revision = draft.map(StrategyDraft::revision).orElse(0);
        newest = past.isEmpty() ? 0 : past.getFirst().number();
        String name = name(words, change);
        PageHeader header = new PageHeader(words.text("strategy.edit.of", name), standing(words, draft)).before(back());
        Button versionsButton = new Button(words.text("strategy.version.open"), click -> openVersions(words, name));
        Button save = new Button(words.text("strategy.edit.save"), click -> act(this::save));
        Button publish = new Button(publishText(), click -> act(() -> publish(words, name)));
        publishButton = publish;
        publish.addThemeVariants(ButtonVariant.PRIMARY);
        header.actions(versionsButton, save);
        if (revision > 0) {
            header.actions(new Button(words.text("strategy.edit.discard"), click -> act(this::discard)));
        }
        if (versions.mayRetire(key(), segment)) {
            header.actions(new Button(words.text("strategy.edit.retire"), click -> retire(words, name)));
        }
        header.primary(publish);
        AimFields aims = new AimFields(words, change, counts());
        propose(aims);
        PlayEditor steps = new PlayEditor(
                words,
                change.plays(),
                answers.of(vertical(), Set.of(TaskWork.KIND, PlannedActions.KIND), segment.model(), segment.segment()));
        aim = aims;
        plays = steps;
        started = change;
        drawn = written();
        StrategyNotices news = new StrategyNotices(words, versions, segment, user(), () -> openVersions(words, name));
        notices = news;
        add(header, problems, news);
        add(
                new Card(words.text("strategy.edit.aim"), aims),
                new Card(words.text("strategy.edit.plays"), steps).hint(words.text("strategy.edit.plays.hint")),
                new Card(words.text("strategy.edit.preview"), new CustomerPreview(words, search, steps::plays)));
    }

    private String user() {
        return rights().user().login();
    }

    private String publishText() {
        return getTranslation(review() ? "strategy.publish.ask" : "strategy.publish.open");
    }

    private void followRule(String verticalKey) {
        if (verticalKey.equals(key())) {
            Optional.ofNullable(publishButton).ifPresent(button -> button.setText(publishText()));
        }
    }

    private boolean review() {
        return versions.reviewRequired(key());
    }

    private void openVersions(StrategyWords words, String name) {
        StrategyVersionsDialog opened = new StrategyVersionsDialog(words, versions, segment, name, user(), this::draw);
        history = opened;
        opened.open();
    }

    private BackLink back() {
        return new BackLink(StrategiesNavigation.model(key(), segment.model()), getTranslation("strategy.order.back"));
    }

    private boolean isThere(StrategyWords words, StrategyChange change) {
        ModelDefinition model = words.applied().vertical().definition().model(segment.model());
        return change.condition() != null
                || model != null
                        && model.segments().stream().anyMatch(each -> each.id().equals(segment.segment()));
    }

    private static String name(StrategyWords words, StrategyChange change) {
        return change.condition() == null
                ? words.names()
                        .segment(change.segment().model(), change.segment().segment())
                : change.name().in(words.locale());
    }

    private String standing(StrategyWords words, Optional<StrategyDraft> draft) {
        return draft.map(saved -> words.text(
                        "strategy.edit.draft",
                        versions.person(key(), saved.author()),
                        words.formats().dateTime(saved.savedAt(), ZoneId.systemDefault())))
                .orElseGet(() -> words.text(newest == 0 ? "strategy.edit.new" : "strategy.edit.none"));
    }

    private void propose(AimFields aims) {
        if (segment.model().equals(StrategyChange.CONDITION)) {
            aims.propose(segments.placing(key()), jobs.workers("condition-place"));
            return;
        }
        aims.propose(RelationshipGrid.of(segments.summary(key(), segment.model())).placed().stream()
                .filter(placed -> placed.segment().id().equals(segment.segment()))
                .map(RelationshipGrid.Placed::place)
                .findFirst());
    }

    private ConditionCounts counts() {
        return new ConditionCounts(lists.counter(key(), getLocale()), jobs.workers("condition-counts"));
    }

    private StrategyChange written() {
        AimFields aims = aim;
        PlayEditor steps = plays;
        if (aims == null || steps == null) {
            throw new IllegalStateException("The page is not drawn yet");
        }
        return aims.with(steps.plays());
    }

    private void save() {
        revision = versions.save(key(), written(), revision).revision();
        Messages.done(getTranslation("strategy.edit.saved"));
    }

    private void discard() {
        versions.discard(key(), segment, revision);
        if (versions.history(key(), segment).isEmpty()) {
            UI.getCurrent().navigate(StrategiesNavigation.strategies(key()));
        } else {
            draw();
        }
    }

    private void publish(StrategyWords words, String name) {
        StrategyChange change = written();
        versions.check(key(), change);
        StrategyChange now = versions.current(key(), segment)
                .map(version -> versions.content(key(), version))
                .orElseGet(() -> StrategyChange.empty(segment));
        new PublishStrategyDialog(
                        words,
                        words.text(review() ? "strategy.publish.ask.title" : "strategy.publish.title", name),
                        words.text(review() ? "strategy.publish.ask.do" : "strategy.publish.do"),
                        new StrategyFacts(words, now).differences(new StrategyFacts(words, change)),
                        effect(words, change),
                        (note, at) -> {
                            Messages.done(new StrategyVersionWords(words, versions)
                                    .outcome(versions.publish(key(), change, note, at, newest, revision)));
                            draw();
                        })
                .askFrom(versions.now())
                .open();
    }

    /** What is planned already and would replace it, and the work that it means. */
    private List<Component> effect(StrategyWords words, StrategyChange change) {
        StrategyVersionWords said = new StrategyVersionWords(words, versions);
        List<Component> effect = new ArrayList<>();
        versions.planned(key(), segment)
                .forEach(version -> effect.add(new Banner(
                        Tone.WARN, words.text("strategy.publish.overtaken", version.number(), said.from(version)))));
        effect.add(new AnswerPanel<>(
                words.text("strategy.run.weeks"), runs.load(key(), change), load -> new LoadFigures(words, load)));
        return effect;
    }

    private void retire(StrategyWords words, String name) {
        new PublishStrategyDialog(
                        words,
                        words.text("strategy.edit.retire.title", name),
                        words.text(review() ? "strategy.publish.ask.do" : "strategy.edit.retire.do"),
                        List.of(),
                        List.of(),
                        (note, at) -> {
                            Messages.done(new StrategyVersionWords(words, versions)
                                    .outcome(versions.retire(key(), segment, note)));
                            UI.getCurrent().navigate(StrategiesNavigation.strategies(key()));
                        })
                .open();
    }

    private void act(Runnable work) {
        problems.removeAll();
        try {
            work.run();
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
            problems.scrollIntoView();
        }
    }
}
