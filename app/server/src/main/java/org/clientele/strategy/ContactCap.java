package org.clientele.strategy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.SegmentName;

/**
 * Holds contacts back of which a customer would get too many in a period. What is made already counts first; then the strategy that ranks first, the
 * play that stands first in it, the earlier day. Not safe to share between threads.
 */
final class ContactCap {
    private final AppliedStrategies applied;
    private final int most;
    private final int days;
    private final Map<Long, List<LocalDate>> contacts = new HashMap<>();

    ContactCap(AppliedStrategies applied) {
        this.applied = applied;
        this.most = Objects.requireNonNullElse(applied.rules().most(), Integer.MAX_VALUE);
        this.days = applied.rules().days();
    }

    boolean isLimited() {
        return most < Integer.MAX_VALUE;
    }

    /** Counts tasks that are to be done or were done. */
    void count(List<KnownTask> known) {
        if (isLimited()) {
            known.stream()
                    .filter(task -> task.state() == TaskState.OPEN || task.state() == TaskState.DONE)
                    .filter(task -> isContact(task.play()))
                    .forEach(task -> add(task.customerId(), task.plannedOn()));
        }
    }

    private boolean isContact(TaskPlay task) {
        return applied.find(task.segment()).stream()
                .flatMap(strategy -> strategy.plays().stream())
                .filter(play -> play.id().equals(task.play()))
                .allMatch(ContactRules::isContact);
    }

    private void add(long customer, LocalDate day) {
        contacts.computeIfAbsent(customer, id -> new ArrayList<>()).add(day);
    }

    /** Those that are not held back. @param order the strategies, the one that goes first first */
    List<DuePlay> filter(List<DuePlay> due, List<SegmentName> order) {
        if (!isLimited()) {
            return due;
        }
        Map<TaskPlay, Integer> ranks = ranks(order);
        List<DuePlay> sorted = new ArrayList<>(due);
        sorted.sort(Comparator.<DuePlay>comparingInt(play -> ranks.getOrDefault(play.task(), Integer.MAX_VALUE))
                .thenComparing(DuePlay::day));
        return sorted.stream().filter(this::allows).toList();
    }

    private Map<TaskPlay, Integer> ranks(List<SegmentName> order) {
        Map<TaskPlay, Integer> ranks = new HashMap<>();
        for (SegmentName segment : order) {
            applied.find(segment).map(StrategyDefinition::plays).orElse(List.of()).stream()
                    .map(PlayDefinition::id)
                    .forEach(id -> ranks.put(new TaskPlay(segment, id), ranks.size()));
        }
        return ranks;
    }

    private boolean allows(DuePlay due) {
        if (!ContactRules.isContact(due.play())) {
            return true;
        }
        List<LocalDate> known = contacts.getOrDefault(due.customerId(), List.of());
        if (busiest(known, due.day()) >= most) {
            return false;
        }
        add(due.customerId(), due.day());
        return true;
    }

    /** The most contacts in a period that holds the day. */
    private int busiest(List<LocalDate> known, LocalDate day) {
        int busiest = 0;
        for (LocalDate start : known) {
            if (!start.isAfter(day) && start.plusDays(days).isAfter(day)) {
                busiest = Math.max(busiest, within(known, start));
            }
        }
        return Math.max(busiest, within(known, day));
    }

    private int within(List<LocalDate> known, LocalDate start) {
        LocalDate end = start.plusDays(days);
        return (int) known.stream()
                .filter(day -> !day.isBefore(start) && day.isBefore(end))
                .count();
    }
}
