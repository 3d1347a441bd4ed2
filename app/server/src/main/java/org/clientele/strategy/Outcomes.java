package org.clientele.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clientele.common.Job;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.statistics.Uplift;
import org.clientele.segment.PortalSnapshot;
import org.jspecify.annotations.Nullable;

/** Finds the outcomes of customers whose horizon is over. */
final class Outcomes {
    private final PortalSnapshot snapshot;
    private final HoldoutPlan plan;
    private final Job job;

    Outcomes(PortalSnapshot snapshot, HoldoutPlan plan, Job job) {
        this.snapshot = snapshot;
        this.plan = plan;
        this.job = job;
    }

    /** A value as a number, money in major units; nothing when it is missing or no number. */
    static OptionalDouble number(Value value) {
        return switch (value) {
            case Value.Whole(long number) -> OptionalDouble.of(number);
            case Value.Decimal(double number) -> OptionalDouble.of(number);
            case Value.Money(long minor, int digits) -> OptionalDouble.of(minor / Math.pow(10, digits));
            case Value.Flag(boolean yes) -> OptionalDouble.of(yes ? 1 : 0);
            default -> OptionalDouble.empty();
        };
    }

    /** Puts them into the comparison. @return how many still wait for the end of their horizon */
    int addTo(Uplift uplift, List<Enrolment> enrolments) {
        Map<LocalDate, List<Enrolment>> byEnd = enrolments.stream()
                .collect(Collectors.groupingBy(
                        each -> each.day().plusDays(plan.horizonDays()), TreeMap::new, Collectors.toList()));
        int done = 0;
        int waiting = 0;
        for (Map.Entry<LocalDate, List<Enrolment>> day : byEnd.entrySet()) {
            if (job.isCancelled()) {
                break;
            }
            if (day.getKey().isAfter(snapshot.asOf())) {
                waiting += day.getValue().size();
            } else {
                add(uplift, day.getKey(), day.getValue());
            }
            job.progress(++done, byEnd.size());
        }
        return waiting;
    }

    private void add(Uplift uplift, LocalDate end, List<Enrolment> enrolments) {
        ActivityColumns rows = snapshot.definition().activity(plan.outcome()) == null
                ? null
                : snapshot.now().activity(plan.outcome());
        Column metric = rows == null ? snapshot.once(end).column(plan.outcome()) : null;
        for (Enrolment each : enrolments) {
            int customer = snapshot.customers().indexOf(each.customerId());
            if (customer >= 0) {
                uplift.add(each.heldOut(), outcome(rows, metric, customer, each.day(), end));
            }
        }
    }

    /** A metric without a value counts as nothing: nothing was bought. */
    private static double outcome(
            @Nullable ActivityColumns rows, @Nullable Column metric, int customer, LocalDate from, LocalDate end) {
        if (rows != null) {
            int first = rows.startFrom(customer, Math.toIntExact(from.toEpochDay()) + 1);
            int after = rows.startFrom(customer, Math.toIntExact(end.toEpochDay()) + 1);
            return after > first ? 1 : 0;
        }
        return metric == null ? 0 : number(metric.value(customer)).orElse(0);
    }
}
