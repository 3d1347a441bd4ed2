package org.clientele.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.Customer;
import org.clientele.customer.CustomerLists;
import org.clientele.customer.CustomerPortrait;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.Reason;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.Memberships;
import org.clientele.segment.Memberships.Membership;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The strategies for a customer, with the days of their plays. "Today" is the day as of which the vertical is computed. */
@Service
public class Strategies {
    private final CustomerLists lists;
    private final Memberships memberships;
    private final StrategyEntries entries;
    private final TreatmentOrder order;
    private final Rights rights;

    public Strategies(
            CustomerLists lists,
            Memberships memberships,
            StrategyEntries entries,
            TreatmentOrder order,
            Rights rights) {
        this.lists = lists;
        this.memberships = memberships;
        this.entries = entries;
        this.order = order;
        this.rights = rights;
    }

    /** What applies, in the words of the vertical with these models. */
    public AppliedStrategies applied(Vertical vertical) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return order.applied(vertical);
    }

    /** The strategies for the customer, in the order of treatment: the first is the one the customer gets. */
    public List<CustomerStrategy> ofCustomer(String verticalKey, Customer customer) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        CustomerPortrait portrait = lists.portrait(verticalKey, customer);
        AppliedStrategies applied = applied(portrait.vertical());
        List<SegmentName> ranks = order.of(applied);
        List<StrategyDefinition> found = strategies(portrait, applied).stream()
                .sorted(Comparator.comparingInt(strategy -> ranks.indexOf(TreatmentOrder.segment(strategy))))
                .toList();
        boolean planned = found.stream().anyMatch(strategy -> !strategy.plays().isEmpty());
        List<Membership> history = planned ? memberships.history(verticalKey, customer.id()) : List.of();
        Calendar calendar = new Calendar(portrait, history, entries);
        return found.stream().map(calendar::strategy).toList();
    }

    private static List<StrategyDefinition> strategies(CustomerPortrait portrait, AppliedStrategies applied) {
        List<StrategyDefinition> found = new ArrayList<>();
        for (Reason reason : portrait.reasons()) {
            applied.all().stream()
                    .filter(strategy -> strategy.model().equals(reason.model())
                            && strategy.segment().equals(reason.segment()))
                    .forEach(found::add);
        }
        applied.ofConditions().stream()
                .filter(strategy -> {
                    String condition = applied.condition(TreatmentOrder.segment(strategy));
                    return condition != null && portrait.meets(condition);
                })
                .forEach(found::add);
        return found;
    }

    /** The days of one customer from which plays are counted. */
    private record Calendar(CustomerPortrait portrait, List<Membership> history, StrategyEntries entries) {
        CustomerStrategy strategy(StrategyDefinition strategy) {
            return new CustomerStrategy(
                    strategy,
                    strategy.plays().stream()
                            .map(play -> new PlannedPlay(play, day(strategy, play)))
                            .toList());
        }

        private @Nullable LocalDate day(StrategyDefinition strategy, PlayDefinition play) {
            LocalDate from =
                    switch (play.from()) {
                        case ENTRY -> entry(new SegmentName(strategy.model(), strategy.segment()));
                        case DATE -> date(String.valueOf(play.field()));
                        case ACTIVITY -> lastActivity(String.valueOf(play.field()));
                    };
            return from == null
                    ? null
                    : PlayDays.next(play, from, portrait.snapshot().asOf());
        }

        private @Nullable LocalDate entry(SegmentName segment) {
            if (segment.model().equals(StrategyChange.CONDITION)) {
                return entries.of(
                        portrait.vertical(), segment, portrait.customer().id());
            }
            return history.stream()
                    .filter(membership ->
                            membership.validTo() == null && membership.segment().equals(segment))
                    .map(Membership::validFrom)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable LocalDate date(String field) {
            return portrait.value(field) instanceof Value.Date(LocalDate date) ? date : null;
        }

        private @Nullable LocalDate lastActivity(String activity) {
            OptionalInt row = portrait.row();
            boolean declared = portrait.vertical().definition().activity(activity) != null;
            if (row.isEmpty() || !declared) {
                return null;
            }
            ActivityColumns rows = portrait.snapshot().data().activity(activity);
            int tomorrow = Math.toIntExact(portrait.snapshot().asOf().toEpochDay()) + 1;
            int last = rows.startFrom(row.getAsInt(), tomorrow) - 1;
            return last < rows.start(row.getAsInt()) ? null : LocalDate.ofEpochDay(rows.day(last));
        }
    }
}
