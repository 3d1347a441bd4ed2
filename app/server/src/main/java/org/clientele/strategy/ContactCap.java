package org.clientele.strategy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.TaskDao;

/**
 * Holds contacts back of which a customer would get too many in a period. What is made already counts first, and so does every other contact that the
 * house began, whoever began it and why; then the strategy that ranks first, the
 * play that stands first in it, the earlier day. Not safe to share between threads.
 */
final class ContactCap {
    private final AppliedStrategies applied;
    private final int most;
    private final int days;
    private final LocalDate asOf;
    private final LocalDateTime now;
    private final ZoneId zone;
    private final Map<Long, List<LocalDate>> contacts = new HashMap<>();
    private final Set<Day> real = new HashSet<>();

    private record Day(long customer, LocalDate day) {}

    /**
     * @param asOf the vertical's day, which may be another than that of the house
     * @param now the time of the house
     * @param zone of the house
     */
    ContactCap(AppliedStrategies applied, LocalDate asOf, LocalDateTime now, ZoneId zone) {
        this.applied = applied;
        this.asOf = asOf;
        this.now = now;
        this.zone = zone;
        this.most = Objects.requireNonNullElse(applied.rules().most(), Integer.MAX_VALUE);
        this.days = applied.rules().days();
    }

    boolean isLimited() {
        return most < Integer.MAX_VALUE;
    }

    /** From when on contacts matter to what is due on the vertical's day or later. */
    Instant from(LocalDate first) {
        return real(first).minusDays(days).atStartOfDay(zone).toInstant();
    }

    /** Counts tasks that are to be done, and those that were done on the day on which they were. */
    void count(List<KnownTask> known) {
        if (isLimited()) {
            known.stream()
                    .filter(task -> task.state() == TaskState.OPEN || task.state() == TaskState.DONE)
                    .filter(task -> isContact(task.play()))
                    .forEach(this::add);
        }
    }

    /** Counts when the house was in touch: once a day, and not again where a task was done on the day, since the contact was it. To be called after the tasks were counted. */
    void countContacts(List<TaskDao.Contact> found) {
        for (TaskDao.Contact contact : found) {
            LocalDate day = LocalDate.ofInstant(contact.at(), zone);
            if (real.add(new Day(contact.customerId(), day))) {
                add(contact.customerId(), counted(day));
            }
        }
    }

    private void add(KnownTask task) {
        Instant closed = task.closedAt();
        if (task.state() == TaskState.DONE && closed != null) {
            LocalDate day = LocalDate.ofInstant(closed, zone);
            real.add(new Day(task.customerId(), day));
            add(task.customerId(), counted(day));
        } else {
            add(task.customerId(), task.plannedOn());
        }
    }

    /** A day of the house as the vertical counts. */
    private LocalDate counted(LocalDate day) {
        return day.plusDays(ChronoUnit.DAYS.between(now.toLocalDate(), asOf));
    }

    private LocalDate real(LocalDate day) {
        return day.plusDays(ChronoUnit.DAYS.between(asOf, now.toLocalDate()));
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
