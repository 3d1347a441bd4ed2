package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
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
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.Memberships;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.strategy.persistence.RunningStrategyDao;
import org.clientele.strategy.persistence.TaskDao;
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
    private final Memberships memberships;
    private final TreatmentOrder order;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Jobs jobs;
    private final Clock clock;

    public StrategyRuns(
            RunningStrategyDao running,
            TaskDao tasks,
            Segments segments,
            Memberships memberships,
            TreatmentOrder order,
            Verticals verticals,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Jobs jobs,
            Clock clock) {
        this.running = running;
        this.tasks = tasks;
        this.segments = segments;
        this.memberships = memberships;
        this.order = order;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.jobs = jobs;
        this.clock = clock;
    }

    static List<StrategyDefinition> strategies(Vertical vertical, SegmentName segment) {
        return vertical.definition().strategies().stream()
                .filter(strategy -> TreatmentOrder.segment(strategy).equals(segment))
                .toList();
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
     */
    public record Load(int members, int treated, List<Integer> weeks, int withoutManager) {
        public Load {
            weeks = List.copyOf(weeks);
        }

        /** Tasks of all these weeks. */
        public int total() {
            return weeks.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** What running a strategy would ask for in the next eight weeks, were segments to stay as they are; found in the background. */
    public Answer<Load> load(String verticalKey, SegmentName segment) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        PortalSnapshot snapshot = segments.snapshot(verticalKey);
        return jobs.answer("strategy load", job -> load(snapshot, segment));
    }

    Load load(PortalSnapshot snapshot, SegmentName segment) {
        Vertical vertical = snapshot.vertical();
        PlayPlan plan = new PlayPlan(snapshot, memberships.entries(vertical, Set.of(segment)));
        BitSet treated = treated(vertical, plan, segment);
        Map<Long, Long> managers = tasks.accountManagers(vertical.id());
        int[] weeks = new int[WEEKS];
        int without = 0;
        LocalDate first = snapshot.asOf();
        for (StrategyDefinition strategy : strategies(vertical, segment)) {
            for (DuePlay due : plan.due(strategy, treated, first, first.plusDays(WEEKS * WEEK - 1L))) {
                weeks[(int) ((due.day().toEpochDay() - first.toEpochDay()) / WEEK)]++;
                boolean manager = due.play().owner() == PlayDefinition.Owner.ACCOUNT_MANAGER;
                without += manager && !managers.containsKey(due.customerId()) ? 1 : 0;
            }
        }
        List<Integer> counts = new ArrayList<>();
        for (int week : weeks) {
            counts.add(week);
        }
        return new Load(PlayPlan.members(snapshot, segment).cardinality(), treated.cardinality(), counts, without);
    }

    private BitSet treated(Vertical vertical, PlayPlan plan, SegmentName wanted) {
        Set<SegmentName> names = new HashSet<>(running.all(vertical.id()).stream()
                .map(RunningStrategy::segment)
                .toList());
        for (SegmentName segment : order.of(vertical)) {
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
        if (strategies(vertical, segment).stream()
                .allMatch(strategy -> strategy.plays().isEmpty())) {
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
