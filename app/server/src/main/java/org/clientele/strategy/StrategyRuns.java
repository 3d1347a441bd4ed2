package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Answer;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.PlayDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.TaskDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which strategies run: their plays become tasks. */
@Service
public class StrategyRuns {
    private static final int WEEKS = 8;
    private static final int WEEK = 7;

    private final RunningStrategyDao running;
    private final TaskDao tasks;
    private final Segments segments;
    private final StrategyEntries entries;
    private final TreatmentOrder order;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Jobs jobs;
    private final Clock clock;
    private final HouseTime time;

    public StrategyRuns(
            RunningStrategyDao running,
            TaskDao tasks,
            Segments segments,
            StrategyEntries entries,
            TreatmentOrder order,
            Verticals verticals,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Jobs jobs,
            Clock clock,
            HouseTime time) {
        this.running = running;
        this.tasks = tasks;
        this.segments = segments;
        this.entries = entries;
        this.order = order;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.jobs = jobs;
        this.clock = clock;
        this.time = time;
    }

    /** The strategies that run, by their segment. */
    public Map<SegmentName, RunningStrategy> running(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return running.all(verticals.get(verticalKey).id()).stream()
                .collect(Collectors.toMap(RunningStrategy::segment, strategy -> strategy));
    }

    /** Whether the user may start and stop strategies. */
    public boolean mayManage(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** How many tasks of each strategy are open, by its segment; nothing for who may not start and stop strategies. */
    public Map<SegmentName, Integer> openTasks(String verticalKey) {
        return mayManage(verticalKey)
                ? tasks.countOpen(verticals.get(verticalKey).id())
                : Map.of();
    }

    /**
     * What running a strategy would ask for.
     *
     * @param members who is in the segment
     * @param treated those of them whom no running strategy before it has
     * @param weeks tasks in each of the next weeks, the first beginning today
     * @param withoutManager tasks for account managers of customers who have none: for whoever takes them
     * @param owners the tasks by who does them, most first
     */
    public record Load(int members, int treated, List<Integer> weeks, int withoutManager, List<OwnerLoad> owners) {
        public Load {
            weeks = List.copyOf(weeks);
            owners = List.copyOf(owners);
        }

        /** Tasks of all these weeks. */
        public int total() {
            return weeks.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * The tasks for somebody.
     *
     * @param person display name of an account manager, or null: the team in turn, or whoever takes them
     */
    public record OwnerLoad(
            PlayDefinition.Owner rule, @Nullable String person, int tasks) {}

    /** What running a strategy would ask for in the next eight weeks, were segments to stay as they are; found in the background. */
    public Answer<Load> load(String verticalKey, SegmentName segment) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        PortalSnapshot snapshot = segments.snapshot(verticalKey);
        return jobs.answer("strategy load", job -> load(snapshot, segment));
    }

    /** The same, were a change published. */
    public Answer<Load> load(String verticalKey, StrategyChange change) {
        rights.require(Permission.EDIT_STRATEGIES, verticalKey);
        PortalSnapshot snapshot = segments.snapshot(verticalKey);
        StrategyChecks.require(snapshot.definition(), change);
        return jobs.answer(
                "strategy load",
                job -> load(
                        snapshot,
                        PublishedStrategies.with(order.applied(snapshot.vertical()), change),
                        change.segment()));
    }

    Load load(PortalSnapshot snapshot, SegmentName segment) {
        return load(snapshot, order.applied(snapshot.vertical()), segment);
    }

    private Load load(PortalSnapshot snapshot, AppliedStrategies applied, SegmentName segment) {
        int vertical = snapshot.vertical().id();
        PlayPlan plan = new PlayPlan(snapshot, applied, entries.of(snapshot, applied, Set.of(segment)));
        BitSet treated = treated(applied, plan, segment);
        plan.stopped(segment).ifPresent(treated::andNot);
        Map<Long, Long> managers = tasks.accountManagers(vertical);
        Map<Long, String> names = tasks.people();
        int[] weeks = new int[WEEKS];
        int without = 0;
        Map<OwnerLoad, Integer> owners = new HashMap<>();
        LocalDate first = snapshot.asOf();
        List<DuePlay> asked = applied.find(segment).stream()
                .flatMap(strategy -> plan.due(strategy, treated, first, first.plusDays(WEEKS * WEEK - 1L)).stream())
                .toList();
        for (DuePlay due : cap(snapshot, applied).filter(asked, List.of(segment))) {
            weeks[(int) ((due.day().toEpochDay() - first.toEpochDay()) / WEEK)]++;
            boolean manager = due.play().owner() == PlayDefinition.Owner.ACCOUNT_MANAGER;
            String person = manager ? names.get(managers.getOrDefault(due.customerId(), 0L)) : null;
            without += manager && person == null ? 1 : 0;
            PlayDefinition.Owner rule = manager && person == null
                    ? PlayDefinition.Owner.ANYONE
                    : due.play().owner();
            owners.merge(new OwnerLoad(rule, person, 0), 1, Integer::sum);
        }
        return new Load(
                plan.members(segment).cardinality(),
                treated.cardinality(),
                Arrays.stream(weeks).boxed().toList(),
                without,
                owners.entrySet().stream()
                        .map(owner -> new OwnerLoad(
                                owner.getKey().rule(), owner.getKey().person(), owner.getValue()))
                        .sorted(Comparator.comparingInt(OwnerLoad::tasks).reversed())
                        .toList());
    }

    /** With the contacts that there were; tasks that are made are not counted, since a strategy that runs would be held back by its own. */
    private ContactCap cap(PortalSnapshot snapshot, AppliedStrategies applied) {
        Vertical vertical = snapshot.vertical();
        ContactCap cap = new ContactCap(applied, snapshot.asOf(), time.now(vertical), time.zone(vertical));
        if (cap.isLimited()) {
            cap.countContacts(tasks.contacts(vertical.id(), cap.from(snapshot.asOf())));
        }
        return cap;
    }

    private BitSet treated(AppliedStrategies applied, PlayPlan plan, SegmentName wanted) {
        Set<SegmentName> names = new HashSet<>(running.all(applied.vertical().id()).stream()
                .map(RunningStrategy::segment)
                .toList());
        for (SegmentName segment : order.of(applied)) {
            if (segment.equals(wanted)) {
                return plan.treated(segment);
            }
            if (names.contains(segment)) {
                plan.treated(segment);
            }
        }
        return new BitSet();
    }

    /** Has the plays of a segment's strategy become tasks from the vertical's day on. */
    @Transactional
    public void start(String verticalKey, SegmentName segment) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        if (order.applied(vertical)
                .find(segment)
                .filter(strategy -> !strategy.plays().isEmpty())
                .isEmpty()) {
            throw new Problem("strategy.problem.no-plays", segment.segment());
        }
        if (running(verticalKey).containsKey(segment)) {
            throw new ConflictProblem("strategy.problem.running");
        }
        running.insert(
                vertical.id(),
                new RunningStrategy(
                        segment,
                        segments.snapshot(verticalKey).asOf(),
                        rights.user().displayName(),
                        clock.instant()));
        audit.record("strategy.start", verticalKey, null, segment.model() + "." + segment.segment());
        announcements.publish(new StrategiesChanged(verticalKey));
        announcements.publish(new TasksChanged(verticalKey));
    }

    /** Ends a strategy; its open tasks end with it. */
    @Transactional
    public void stop(String verticalKey, SegmentName segment) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        int vertical = verticals.get(verticalKey).id();
        if (!running.delete(vertical, segment)) {
            throw new ConflictProblem("strategy.problem.not-running");
        }
        tasks.adopt(vertical, segment);
        audit.record("strategy.stop", verticalKey, segment.model() + "." + segment.segment(), null);
        announcements.publish(new StrategiesChanged(verticalKey));
        announcements.publish(new TasksChanged(verticalKey));
    }
}
