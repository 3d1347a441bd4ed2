package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.VerticalStaff;
import org.clientele.common.Announcements;
import org.clientele.customer.LeftOut;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Snapshots;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.TaskDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes tasks of the plays of running strategies, {@value #DAYS_AHEAD} days ahead, and ends those whose customer left the segment or whose strategy
 * ended; a task that an import brought back waits for its strategy. A play's day makes one task at most, whatever crashes and however many nodes work: the database refuses a second. Only one task of a play is
 * open for a customer. What fell due while no node was up is made up for, as far as {@value #DAYS_BACK} days back, and is due at once. Thread-safe.
 */
@Component
public class TaskMaking {
    static final int DAYS_AHEAD = 14;
    static final int DAYS_BACK = 7;
    private static final Logger LOG = LoggerFactory.getLogger(TaskMaking.class);

    private final RunningStrategyDao running;
    private final TaskDao tasks;
    private final Snapshots snapshots;
    private final StrategyEntries entries;
    private final Enrolments enrolments;
    private final TreatmentOrder order;
    private final VerticalStaff staff;
    private final Announcements announcements;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final LeftOut leftOut;
    private final HouseTime time;

    /** Leaves nobody out. */
    public TaskMaking(
            RunningStrategyDao running,
            TaskDao tasks,
            Snapshots snapshots,
            StrategyEntries entries,
            Enrolments enrolments,
            TreatmentOrder order,
            VerticalStaff staff,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactions) {
        this(
                running,
                tasks,
                snapshots,
                entries,
                enrolments,
                order,
                staff,
                announcements,
                clock,
                transactions,
                LeftOut.NOBODY,
                HouseTime.of(clock));
    }

    /**
     * @param leftOut who gets no tasks, and loses those that are open
     * @param time of quiet hours
     */
    @Autowired
    public TaskMaking(
            RunningStrategyDao running,
            TaskDao tasks,
            Snapshots snapshots,
            StrategyEntries entries,
            Enrolments enrolments,
            TreatmentOrder order,
            VerticalStaff staff,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactions,
            LeftOut leftOut,
            HouseTime time) {
        this.leftOut = leftOut;
        this.time = time;
        this.running = running;
        this.tasks = tasks;
        this.snapshots = snapshots;
        this.entries = entries;
        this.enrolments = enrolments;
        this.order = order;
        this.staff = staff;
        this.announcements = announcements;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What a run changed. */
    public record Made(int made, int stopped) {
        static final Made NOTHING = new Made(0, 0);

        boolean isNothing() {
            return made == 0 && stopped == 0;
        }
    }

    /** Brings the vertical's tasks up to date. One run at a time on a node; nodes wait for each other. */
    public synchronized Made run(String verticalKey) {
        PortalSnapshot snapshot = snapshots.get(verticalKey);
        Made made = transaction.execute(status -> run(snapshot));
        if (made == null || made.isNothing()) {
            return Made.NOTHING;
        }
        LOG.info("Vertical {}: {} tasks made, {} ended", verticalKey, made.made(), made.stopped());
        announcements.publish(new TasksChanged(verticalKey));
        return made;
    }

    private Made run(PortalSnapshot snapshot) {
        Vertical vertical = snapshot.vertical();
        running.lock(vertical.id());
        LocalDate first = snapshot.asOf().minusDays(DAYS_BACK);
        AppliedStrategies applied = order.applied(vertical);
        LocalDateTime now = time.now(vertical);
        ContactCap cap = new ContactCap(applied, snapshot.asOf(), now, time.zone(vertical));
        LocalDate since = cap.isLimited() ? first.minusDays(applied.rules().days()) : first;
        List<KnownTask> known = tasks.known(vertical.id(), since);
        Wanted wanted = wanted(snapshot, applied, first);
        Set<Long> ending = known.stream()
                .filter(task -> task.isOpen() && wanted.ends(task))
                .map(KnownTask::id)
                .collect(Collectors.toSet());
        tasks.stop(List.copyOf(ending), clock.instant());
        cap.count(known.stream().filter(task -> !ending.contains(task.id())).toList());
        if (cap.isLimited()) {
            cap.countContacts(tasks.contacts(vertical.id(), cap.from(first)));
        }
        List<DuePlay> fresh = cap.filter(missing(wanted.made().filter(wanted.due()), known), order.of(applied));
        List<NewTask> made = assigned(applied, fresh, known, now);
        tasks.insert(vertical.id(), made, clock.instant());
        return new Made(made.size(), ending.size());
    }

    /**
     * What running strategies ask for.
     *
     * @param due the plays due
     * @param treated who is treated by which strategy
     * @param running the strategies that run
     * @param made tasks of earlier versions
     */
    private record Wanted(
            List<DuePlay> due,
            Map<TaskPlay, Set<Long>> treated,
            Set<SegmentName> running,
            MadeBefore made,
            PlayPlan plan) {
        boolean ends(KnownTask task) {
            return plan.isKnown(task.play().segment())
                    && !treated.getOrDefault(task.play(), Set.of()).contains(task.customerId())
                    && (!task.imported() || running.contains(task.play().segment()));
        }
    }

    private Wanted wanted(PortalSnapshot snapshot, AppliedStrategies applied, LocalDate first) {
        Vertical vertical = snapshot.vertical();
        Map<SegmentName, RunningStrategy> runs = new HashMap<>();
        running.all(vertical.id()).forEach(strategy -> runs.put(strategy.segment(), strategy));
        entries.follow(snapshot, applied, runs.keySet());
        PlayPlan plan = new PlayPlan(snapshot, applied, entries.of(snapshot, applied, runs.keySet()));
        List<DuePlay> due = new ArrayList<>();
        Map<TaskPlay, Set<Long>> treated = new HashMap<>();
        MadeBefore made = new MadeBefore();
        BitSet left = places(snapshot, leftOut.of(vertical));
        BitSet untreated = heldOut(snapshot, applied, runs, left);
        for (SegmentName segment : order.of(applied)) {
            RunningStrategy run = runs.get(segment);
            StrategyDefinition strategy = applied.find(segment).orElse(null);
            if (run == null || strategy == null) {
                continue;
            }
            BitSet customers = plan.treated(segment);
            customers.andNot(left);
            customers.andNot(untreated);
            applied.holdout(segment)
                    .map(holdout -> enrolments.heldOut(snapshot, segment, holdout, customers))
                    .ifPresent(customers::andNot);
            plan.stopped(segment).ifPresent(customers::andNot);
            Set<Long> ids = new HashSet<>();
            customers.stream().forEach(customer -> ids.add(snapshot.customers().id(customer)));
            strategy.plays().forEach(play -> treated.put(new TaskPlay(segment, play.id()), ids));
            LocalDate from = run.countedFrom();
            due.addAll(plan.due(
                    strategy,
                    customers,
                    from.isAfter(first) ? from : first,
                    snapshot.asOf().plusDays(DAYS_AHEAD)));
            StrategyVersion version = applied.versions().get(segment);
            if (version != null && version.begins().isAfter(run.startedAt())) {
                made.add(tasks.made(vertical.id(), segment));
            }
        }
        return new Wanted(due, treated, runs.keySet(), made, plan);
    }

    private static BitSet places(PortalSnapshot snapshot, Set<Long> ids) {
        BitSet places = new BitSet();
        ids.stream()
                .mapToInt(id -> snapshot.customers().indexOf(id))
                .filter(place -> place >= 0)
                .forEach(places::set);
        return places;
    }

    /** Whom no strategy treats; drawn from all customers while any strategy runs. */
    private BitSet heldOut(
            PortalSnapshot snapshot, AppliedStrategies applied, Map<SegmentName, RunningStrategy> runs, BitSet left) {
        BitSet asked = (BitSet) snapshot.present().clone();
        asked.andNot(left);
        return runs.isEmpty()
                ? new BitSet()
                : applied.holdout(StrategySetting.ALL)
                        .map(plan -> enrolments.heldOut(snapshot, StrategySetting.ALL, plan, asked))
                        .orElseGet(BitSet::new);
    }

    /** Those that were never made, at most one of a play for a customer, and none beside an open one. */
    private static List<DuePlay> missing(List<DuePlay> due, List<KnownTask> known) {
        record Whose(long customer, TaskPlay play) {}
        record When(Whose whose, LocalDate day) {}
        Set<Whose> open = new HashSet<>();
        Set<When> made = new HashSet<>();
        for (KnownTask task : known) {
            Whose whose = new Whose(task.customerId(), task.play());
            made.add(new When(whose, task.plannedOn()));
            if (task.isOpen()) {
                open.add(whose);
            }
        }
        return due.stream()
                .filter(play -> {
                    Whose whose = new Whose(play.customerId(), play.task());
                    return !made.contains(new When(whose, play.day())) && open.add(whose);
                })
                .toList();
    }

    private List<NewTask> assigned(
            AppliedStrategies applied, List<DuePlay> due, List<KnownTask> known, LocalDateTime now) {
        if (due.isEmpty()) {
            return List.of();
        }
        Vertical vertical = applied.vertical();
        Map<Long, Long> managers = tasks.accountManagers(vertical.id());
        StaffLoad load = new StaffLoad(staff.of(vertical.key()), known);
        QuietTime quiet = new QuietTime(applied.rules(), time.daysOff(vertical));
        return due.stream()
                .map(play -> new NewTask(
                        play,
                        dueOn(quiet, play, now),
                        switch (play.play().owner()) {
                            case PlayDefinition.Owner.ACCOUNT_MANAGER -> managers.get(play.customerId());
                            case PlayDefinition.Owner.TEAM -> load.next();
                            case PlayDefinition.Owner.ANYONE -> null;
                        }))
                .toList();
    }

    /** The day for people: not over, and one on which somebody may still be contacted. */
    private static LocalDate dueOn(QuietTime quiet, DuePlay play, LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        if (!ContactRules.isContact(play.play())) {
            return play.day().isBefore(today) ? today : play.day();
        }
        return play.day().isAfter(today)
                ? quiet.allowed(play.day())
                : quiet.allowed(now).toLocalDate();
    }
}
