package org.clientele.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.clientele.engine.column.ActivityColumns;
import org.clientele.engine.column.Column;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.UnavailableResult;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.EntryDays;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;

/**
 * Which plays fall due for whom. Of several strategies each customer gets the first one whose segment has them, so that nobody is treated twice.
 * Not safe to share between threads.
 */
final class PlayPlan {
    private final PortalSnapshot snapshot;
    private final AppliedStrategies applied;
    private final Map<SegmentName, EntryDays> entries;
    private final BitSet taken;

    /** @param entries since when the members of the segments asked for are in them */
    PlayPlan(PortalSnapshot snapshot, AppliedStrategies applied, Map<SegmentName, EntryDays> entries) {
        this.snapshot = snapshot;
        this.applied = applied;
        this.entries = entries;
        this.taken = new BitSet(snapshot.customers().size());
    }

    /** The members of the strategy's segment whom no strategy asked for before has; by their place in the snapshot. */
    BitSet treated(SegmentName segment) {
        BitSet members = members(segment);
        members.andNot(taken);
        taken.or(members);
        return members;
    }

    /** Whom a strategy is for, by their place in the snapshot; nobody where that cannot be computed. */
    BitSet members(SegmentName segment) {
        String condition = applied.condition(segment);
        if (condition != null) {
            return holding(condition);
        }
        if (snapshot.definition().model(segment.model()) == null) {
            return new BitSet();
        }
        ModelResult result = snapshot.model(segment.model());
        int ordinal = result.ordinal(segment.segment());
        return ordinal == ModelResult.NONE || result instanceof UnavailableResult
                ? new BitSet()
                : result.members(ordinal);
    }

    /** The customers who get no tasks of a strategy any more, where it says when to stop. */
    Optional<BitSet> stopped(SegmentName segment) {
        return Optional.ofNullable(applied.stopWhen(segment))
                .filter(condition -> !condition.isBlank())
                .map(this::holding);
    }

    /** The customers who meet a condition that was checked. */
    BitSet holding(String condition) {
        BitSet holding = snapshot.conditions()
                .get(condition)
                .holding(snapshot.customers().size());
        holding.and(snapshot.present());
        return holding;
    }

    /** Whether it can be told whom a strategy is for; not while a model cannot be computed or a condition does not go with the plugin. */
    boolean isKnown(SegmentName segment) {
        return !applied.unfit().contains(segment)
                && (snapshot.definition().model(segment.model()) == null
                        || !(snapshot.model(segment.model()) instanceof UnavailableResult));
    }

    /** The plays of a strategy that fall due for these customers in a span of the vertical's days, both ends included. */
    List<DuePlay> due(StrategyDefinition strategy, BitSet customers, LocalDate first, LocalDate last) {
        SegmentName segment = TreatmentOrder.segment(strategy);
        List<DuePlay> due = new ArrayList<>();
        for (PlayDefinition play : strategy.plays()) {
            IntFunction<@Nullable LocalDate> from = countedFrom(segment, play);
            Integer times = applied.times(strategy, play);
            customers.stream().forEach(customer -> {
                LocalDate anchor = from.apply(customer);
                if (anchor != null) {
                    long id = snapshot.customers().id(customer);
                    PlayDays.between(play, times, anchor, first, last)
                            .forEach(day -> due.add(new DuePlay(id, segment, play, anchor, day)));
                }
            });
        }
        return due;
    }

    private IntFunction<@Nullable LocalDate> countedFrom(SegmentName segment, PlayDefinition play) {
        return switch (play.from()) {
            case ENTRY -> {
                EntryDays days = entries.getOrDefault(segment, EntryDays.NONE);
                yield customer -> days.of(snapshot.customers().id(customer));
            }
            case DATE -> {
                Column column = snapshot.now().column(Objects.requireNonNull(play.field()));
                yield customer ->
                        column != null && column.value(customer) instanceof Value.Date(LocalDate date) ? date : null;
            }
            case ACTIVITY -> lastActivity(Objects.requireNonNull(play.field()));
        };
    }

    private IntFunction<@Nullable LocalDate> lastActivity(String activity) {
        ActivityColumns rows = snapshot.now().activity(activity);
        int tomorrow = Math.toIntExact(snapshot.asOf().toEpochDay()) + 1;
        return customer -> {
            if (rows == null) {
                return null;
            }
            int last = rows.startFrom(customer, tomorrow) - 1;
            return last < rows.start(customer) ? null : LocalDate.ofEpochDay(rows.day(last));
        };
    }
}
