package org.clientele.market;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.clientele.cases.FirstAnswers;
import org.clientele.common.Job;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.ActivityFigures;
import org.clientele.engine.figure.Period;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.survey.SurveyTally;
import org.jspecify.annotations.Nullable;

/** Reads the facts of quarters from a snapshot, by the vertical's primary activity; of a running quarter up to the snapshot's day. Used once, by one thread. */
final class MarketReading {
    private final PortalSnapshot snapshot;
    private final ActivityFigures figures;
    private final LocalDate first;
    private final Map<Quarter, BitSet> active = new HashMap<>();
    private final Map<LocalDate, Worth> worths;

    /** @param worths what was found before in the snapshot, by day; what is found is added */
    MarketReading(PortalSnapshot snapshot, Map<LocalDate, Worth> worths) {
        this.snapshot = snapshot;
        this.worths = worths;
        this.figures = ActivityFigures.of(snapshot.data(), snapshot.definition().primaryActivity());
        LocalDate begin = snapshot.firstDay();
        this.first = begin == null ? snapshot.asOf() : begin;
    }

    /** What people answered, what cases waited, and what was entered. */
    record Told(Map<YearMonth, SurveyTally> surveys, Map<YearMonth, FirstAnswers> answers, List<MarketEntry> entries) {}

    /** The facts of quarters that follow each other, the earliest first. */
    Map<Quarter, QuarterFacts> read(List<Quarter> quarters, Told told, Job job) {
        job.progress(0, quarters.size());
        BitSet known = before(quarters.getFirst());
        Map<Quarter, QuarterFacts> facts = new HashMap<>();
        for (Quarter quarter : quarters) {
            if (job.isCancelled()) {
                return Map.of();
            }
            facts.put(quarter, facts(quarter, known, told));
            known.or(active(quarter));
            job.progress(facts.size(), quarters.size());
        }
        return facts;
    }

    private BitSet before(Quarter quarter) {
        LocalDate end = quarter.from().minusDays(1);
        BitSet known = new BitSet();
        if (!end.isBefore(first)) {
            known.or(figures.active(new Period(first, end)).customers());
        }
        return known;
    }

    private BitSet active(Quarter quarter) {
        return Objects.requireNonNull(active.computeIfAbsent(
                quarter,
                asked -> asked.from().isAfter(snapshot.asOf())
                        ? new BitSet()
                        : figures.active(period(asked)).customers()));
    }

    private Period period(Quarter quarter) {
        LocalDate end = quarter.to().isAfter(snapshot.asOf()) ? snapshot.asOf() : quarter.to();
        return new Period(quarter.from(), end);
    }

    private QuarterFacts facts(Quarter quarter, BitSet known, Told told) {
        BitSet now = active(quarter);
        BitSet before = active(quarter.plus(-1));
        BitSet kept = (BitSet) now.clone();
        kept.and(before);
        BitSet fresh = (BitSet) now.clone();
        fresh.andNot(known);
        Worth worth = worth(quarter);
        return new QuarterFacts(
                now.cardinality(),
                before.cardinality(),
                kept.cardinality(),
                quarter.from().isAfter(first) ? fresh.cardinality() : null,
                now.isEmpty() ? null : revenue(period(quarter)),
                yearBefore(quarter),
                worth == null ? null : worth.sum(),
                worth == null ? 0 : worth.customers(),
                sum(told.surveys(), quarter, SurveyTally.NONE, SurveyTally::plus),
                sum(told.answers(), quarter, FirstAnswers.NONE, FirstAnswers::plus),
                MarketBook.inputs(told.entries(), quarter).entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                entry -> Objects.requireNonNull(entry.getValue().amount()))));
    }

    private static <T> T sum(Map<YearMonth, T> months, Quarter quarter, T none, BinaryOperator<T> plus) {
        return months.entrySet().stream()
                .filter(month -> Quarter.of(month.getKey()).equals(quarter))
                .map(Map.Entry::getValue)
                .reduce(none, plus);
    }

    private @Nullable Long revenue(Period period) {
        return figures.revenue(period).value() instanceof Value.Money money ? (Long) money.minor() : null;
    }

    /** Of the same days, so that a running quarter is not compared with a whole one. */
    private @Nullable Long yearBefore(Quarter quarter) {
        if (quarter.yearBefore().from().isBefore(first) || quarter.from().isAfter(snapshot.asOf())) {
            return null;
        }
        Period now = period(quarter);
        LocalDate end = now.to().equals(quarter.to())
                ? quarter.yearBefore().to()
                : now.to().minusYears(1);
        return revenue(new Period(quarter.yearBefore().from(), end));
    }

    /** What customers are worth in all, minor units, and how many are. */
    record Worth(long sum, int customers) {}

    /** By the first model of lifetime value; null where there is none, or the quarter is before the records. */
    private @Nullable Worth worth(Quarter quarter) {
        String model = snapshot.definition().models().stream()
                .filter(ModelDefinition.Clv.class::isInstance)
                .map(ModelDefinition::id)
                .findFirst()
                .orElse(null);
        if (model == null) {
            return null;
        }
        LocalDate day = period(quarter).to();
        if (day.isBefore(first)) {
            return new Worth(0, 0);
        }
        Worth found = worths.get(day);
        if (found == null) {
            found = worth(model, day);
            worths.put(day, found);
        }
        return found;
    }

    private Worth worth(String model, LocalDate day) {
        Snapshot then = snapshot.once(day);
        ClvResult result = (ClvResult) then.result(model);
        MoneyColumn values = result.values();
        BitSet present = then.present();
        long sum = 0;
        int customers = 0;
        for (int place = present.nextSetBit(0); place >= 0; place = present.nextSetBit(place + 1)) {
            if (result.segment(place) != ModelResult.NONE && !values.isMissing(place)) {
                sum = Math.addExact(sum, values.get(place));
                customers++;
            }
        }
        return new Worth(sum, customers);
    }
}
