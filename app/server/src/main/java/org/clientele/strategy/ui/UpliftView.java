package org.clientele.strategy.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.security.SecureRandom;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.common.ui.AnswerPanel;
import org.clientele.common.ui.Messages;
import org.clientele.common.ui.condition.ConditionCounts;
import org.clientele.customer.CustomerLists;
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
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.strategy.HoldoutPlan;
import org.clientele.strategy.Holdouts;
import org.clientele.strategy.StrategyChange;
import org.clientele.strategy.StrategySetting;
import org.clientele.strategy.StrategySettings;
import org.jspecify.annotations.Nullable;

/** Does a strategy help? Whom it leaves untreated, and how they compare with those treated. */
@Route("v/:vertical/strategies/uplift")
@PermitAll
class UpliftView extends VerticalPage {
    private static final SecureRandom SEEDS = new SecureRandom();

    private final transient Holdouts holdouts;
    private final transient StrategySettings settings;
    private final transient Segments segments;
    private final transient WordsOfStrategies wordsOf;
    private final transient CustomerLists lists;
    private final transient Jobs jobs;
    private final Div problems = new Div();
    private transient SegmentName segment = StrategySetting.ALL;

    UpliftView(
            Verticals verticals,
            Rights rights,
            Announcements announcements,
            Holdouts holdouts,
            StrategySettings settings,
            Segments segments,
            WordsOfStrategies wordsOf,
            CustomerLists lists,
            Jobs jobs) {
        super(verticals, rights, announcements);
        this.holdouts = holdouts;
        this.settings = settings;
        this.segments = segments;
        this.wordsOf = wordsOf;
        this.lists = lists;
        this.jobs = jobs;
        problems.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    protected Permission permission() {
        return Permission.MANAGE_STRATEGIES;
    }

    @Override
    protected String title() {
        return getTranslation("strategy.uplift.title");
    }

    @Override
    protected void show(Vertical vertical, BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        segment = new SegmentName(
                asked.getSingleParameter(StrategiesNavigation.MODEL).orElse(StrategyChange.CONDITION),
                asked.getSingleParameter(StrategiesNavigation.SEGMENT).orElse(StrategyChange.CONDITION));
        draw();
    }

    private void draw() {
        removeAll();
        problems.removeAll();
        String key = vertical().key();
        PortalSnapshot snapshot = segments.snapshot(key);
        StrategyWords words = wordsOf.of(snapshot.vertical(), getLocale());
        boolean all = segment.equals(StrategySetting.ALL);
        StrategyDefinition strategy = words.applied().find(segment).orElse(null);
        BackLink back = new BackLink(StrategiesNavigation.strategies(key), getTranslation("strategy.order.back"));
        if (!all && strategy == null) {
            add(
                    new PageHeader(title()).before(back),
                    new EmptyState(
                            Icon.ROUTE,
                            getTranslation("strategy.edit.nothing"),
                            getTranslation("strategy.edit.nothing.next")));
            return;
        }
        String name = strategy == null ? words.text("strategy.uplift.all") : words.segment(strategy);
        add(new PageHeader(
                        words.text("strategy.uplift.of", name),
                        words.text("strategy.subtitle.as-of", words.formats().date(snapshot.asOf())))
                .before(back));
        HoldoutPlan plan = holdouts.plan(key, segment).orElse(null);
        add(result(words, snapshot, plan), setting(words, plan, strategy));
    }

    private Card result(StrategyWords words, PortalSnapshot snapshot, @Nullable HoldoutPlan plan) {
        Card card = new Card(words.text("strategy.uplift.result"));
        if (plan == null) {
            card.add(new EmptyState(
                    Icon.ROUTE, words.text("strategy.uplift.empty"), words.text("strategy.uplift.empty.next")));
            return card;
        }
        OutcomeWords outcomes = new OutcomeWords(words, snapshot, plan.outcome());
        card.add(new AnswerPanel<>(
                words.text("strategy.uplift.result"),
                holdouts.result(vertical().key(), segment, plan),
                found -> new UpliftFigures(words, found, outcomes)));
        return card;
    }

    private Card setting(StrategyWords words, @Nullable HoldoutPlan plan, @Nullable StrategyDefinition strategy) {
        StrategyChange change = strategy == null ? null : words.applied().change(strategy);
        HoldoutFields fields =
                new HoldoutFields(words, plan, change == null ? null : change.measure(), SEEDS.nextLong(), counts());
        Button set = new Button(words.text("strategy.uplift.set"), click -> set(words, fields));
        set.addThemeVariants(ButtonVariant.PRIMARY);
        Div note = new Div(words.text("strategy.uplift.note"));
        note.addClassName("caption");
        Div actions = new Div(set);
        actions.addClassName("form-actions");
        return new Card(words.text("strategy.uplift.setting"), fields, note, problems, actions);
    }

    private ConditionCounts counts() {
        return new ConditionCounts(lists.counter(vertical().key(), getLocale()), jobs.workers("condition-counts"));
    }

    private void set(StrategyWords words, HoldoutFields fields) {
        problems.removeAll();
        try {
            settings.setHoldout(vertical().key(), segment, fields.plan());
            Messages.done(words.text("strategy.uplift.saved"));
            draw();
        } catch (Problem problem) {
            problems.add(new Banner(Tone.BAD, Messages.text(problem)));
        }
    }
}
