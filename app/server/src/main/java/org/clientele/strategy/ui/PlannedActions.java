package org.clientele.strategy.ui;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerService;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.CustomerStrategy;
import org.clientele.strategy.Holdouts;
import org.clientele.strategy.PlannedPlay;
import org.clientele.strategy.Strategies;
import org.clientele.strategy.StrategyRuns;
import org.clientele.strategy.StrategySetting;
import org.clientele.strategy.TaskPlay;
import org.clientele.worklist.NextAction;
import org.clientele.worklist.NextActionKind;
import org.clientele.worklist.NextActionSource;
import org.clientele.worklist.WorkAct;
import org.clientele.worklist.WorkItem;
import org.springframework.stereotype.Component;

/** Plays of the strategy that a customer gets while it does not run, so that they are advice; of a strategy that runs there are tasks. */
@Component
class PlannedActions implements NextActionSource {
    static final String KIND = "play";
    private static final int DAYS = 30;

    private final Strategies strategies;
    private final StrategyRuns runs;
    private final Holdouts holdouts;
    private final CustomerService customers;
    private final CustomerLists lists;
    private final WordsOfStrategies wordsOf;
    private final Rights rights;
    private final Clock clock;

    PlannedActions(
            Strategies strategies,
            StrategyRuns runs,
            Holdouts holdouts,
            CustomerService customers,
            CustomerLists lists,
            WordsOfStrategies wordsOf,
            Rights rights,
            Clock clock) {
        this.strategies = strategies;
        this.runs = runs;
        this.holdouts = holdouts;
        this.customers = customers;
        this.lists = lists;
        this.wordsOf = wordsOf;
        this.rights = rights;
        this.clock = clock;
    }

    @Override
    public List<NextAction> next(Vertical vertical, long customerId, Locale locale) {
        Optional<Customer> customer = customers.find(vertical, customerId);
        return customer.map(found -> next(vertical, found, locale)).orElse(List.of());
    }

    private List<NextAction> next(Vertical vertical, Customer customer, Locale locale) {
        List<CustomerStrategy> found = strategies.ofCustomer(vertical.key(), customer);
        if (found.isEmpty()
                || !isAdvised(vertical, customer, segment(found.getFirst().strategy()))) {
            return List.of();
        }
        LocalDate asOf = lists.portrait(vertical.key(), customer).snapshot().asOf();
        Advice advice = new Advice(
                customer,
                found.getFirst().strategy(),
                wordsOf.of(vertical, locale),
                ChronoUnit.DAYS.between(asOf, LocalDate.now(clock)),
                rights.may(Permission.LOG_INTERACTION, vertical.key()));
        return found.getFirst().plays().stream()
                .filter(play -> isNear(play, asOf))
                .map(advice::action)
                .toList();
    }

    /** Not what makes tasks, and not for whom a holdout leaves untreated. */
    private boolean isAdvised(Vertical vertical, Customer customer, SegmentName segment) {
        List<SegmentName> out = holdouts.ofCustomer(vertical.key(), customer);
        return !out.contains(segment)
                && !out.contains(StrategySetting.ALL)
                && !runs.running(vertical.key()).containsKey(segment);
    }

    private static boolean isNear(PlannedPlay play, LocalDate asOf) {
        LocalDate day = play.day();
        return day != null && !day.isBefore(asOf.minusDays(DAYS)) && !day.isAfter(asOf.plusDays(DAYS));
    }

    private static SegmentName segment(StrategyDefinition strategy) {
        return new SegmentName(strategy.model(), strategy.segment());
    }

    /**
     * Plays as advice for one customer.
     *
     * @param behind how many days the data of the vertical are behind today
     */
    private record Advice(
            Customer customer, StrategyDefinition strategy, StrategyWords words, long behind, boolean mayAct) {
        NextAction action(PlannedPlay planned) {
            LocalDate day = Objects.requireNonNull(planned.day());
            String key =
                    TaskWork.key(new TaskPlay(segment(strategy), planned.play().id()), day);
            Set<WorkAct.Kind> acts = mayAct
                    ? EnumSet.of(WorkAct.Kind.CLAIM, WorkAct.Kind.DONE, WorkAct.Kind.POSTPONE, WorkAct.Kind.SKIP)
                    : Set.of();
            return NextAction.of(
                    NextActionKind.PLAY,
                    new WorkItem(
                            KIND,
                            key.hashCode(),
                            key,
                            customer.id(),
                            customer.title(),
                            day.plusDays(behind),
                            null,
                            null,
                            words.text(
                                    "strategy.task.what",
                                    words.play(strategy, planned.play()),
                                    words.segment(strategy)),
                            TaskWork.said(words, new FoundPlay(strategy, planned.play()), customer.id()),
                            acts,
                            0));
        }
    }
}
