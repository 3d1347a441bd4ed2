package org.clientele.segment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.ReasonCodec;
import org.clientele.engine.model.UnavailableResult;
import org.clientele.plugin.VerticalsChanged;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.segment.persistence.RecomputeRunDao;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores what the models say, with first and last day and the reason a customer came in for. Runs after every new snapshot, as a job; a run
 * that finds nothing changed writes nothing, not even itself. A failed run leaves the memberships of the last good one.
 *
 * <p>After a change of a few customers only those who moved since the last run are compared with what is stored of them.
 *
 * <p>A run as of a day replaces what was stored for that day and later ({@link MembershipMerge}). The reason stored is the one of the
 * day a customer entered the segment; today's is in the snapshot.
 */
@Service
public class Recompute {
    /** Up to so many customers who moved are compared with what is stored of them alone. */
    private static final int FEW = 1_000;

    private final Snapshots snapshots;
    private final MembershipDao memberships;
    private final MembershipWriter writer;
    private final RecomputeRunDao runs;
    private final Jobs jobs;
    private final Rights rights;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final RecomputeWork work;
    private final Map<Integer, Object> oneAtATime = new ConcurrentHashMap<>();
    private final Map<Integer, MembershipKeys> lastStored = new ConcurrentHashMap<>();

    public Recompute(
            Snapshots snapshots,
            MembershipDao memberships,
            MembershipWriter writer,
            RecomputeRunDao runs,
            Jobs jobs,
            Rights rights,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactions,
            RecomputeWork work) {
        this.snapshots = snapshots;
        this.memberships = memberships;
        this.writer = writer;
        this.runs = runs;
        this.jobs = jobs;
        this.rights = rights;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.work = work;
        announcements.listen(VerticalsChanged.class, change -> lastStored.clear());
        announcements.listen(SnapshotChanged.class, change -> start(change.verticalKey()));
    }

    private Job start(String verticalKey) {
        return jobs.start("recompute " + verticalKey, job -> {
            if (snapshots.isEnabled(verticalKey)) {
                store(snapshots.get(verticalKey), () -> job.isCancelled() || !snapshots.isEnabled(verticalKey));
            }
        });
    }

    /** The newest runs that wrote something or failed, newest first. */
    public List<RecomputeRun> history(String verticalKey, int limit) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return runs.newest(snapshots.get(verticalKey).vertical().id(), limit);
    }

    /** Stores the snapshot's memberships; how many changes that took, 0 when nothing changed or it was cancelled. One run of a vertical at a time. */
    public int store(PortalSnapshot snapshot, BooleanSupplier cancelled) {
        int vertical = snapshot.vertical().id();
        synchronized (oneAtATime.computeIfAbsent(vertical, id -> new Object())) {
            try (RecomputeWork.Run run = work.begin(snapshot.vertical())) {
                return store(snapshot, vertical, () -> run.isCancelled() || cancelled.getAsBoolean());
            }
        }
    }

    private int store(PortalSnapshot snapshot, int vertical, BooleanSupplier cancelled) {
        if (!work.awaitOthers(vertical, cancelled)) {
            return 0;
        }
        Map<SegmentName, Integer> keys = keys(snapshot);
        Evaluated evaluated = Evaluated.of(snapshot, keys);
        writer.tidy(vertical);
        Set<Integer> kept = keptKeys(snapshot, keys);
        MembershipKeys now = MembershipKeys.of(
                snapshot.asOf(), snapshot.customers().size(), snapshot.customers()::id, evaluated::keysOf);
        MembershipKeys before = lastStored.remove(vertical);
        MembershipChanges changes = changes(vertical, before, now, kept);
        boolean written =
                changes.size() > 0 && !cancelled.getAsBoolean() && write(snapshot, changes, evaluated, cancelled);
        if ((written || changes.size() == 0) && kept.isEmpty()) {
            lastStored.put(vertical, now);
        }
        return written ? changes.size() : 0;
    }

    /** Reads what is stored of the customers who moved since the last run, where they are few; else of all. */
    private MembershipChanges changes(
            int vertical, @Nullable MembershipKeys before, MembershipKeys now, Set<Integer> kept) {
        if (before != null && kept.isEmpty() && !now.asOf().isBefore(before.asOf())) {
            int[] moved = now.movedSince(before);
            long[] gone = now.goneSince(before);
            if (moved.length + gone.length <= FEW) {
                long[] ids = LongStream.concat(Arrays.stream(moved).mapToLong(now::id), Arrays.stream(gone))
                        .toArray();
                return MembershipMerge.of(
                        memberships.from(vertical, now.asOf(), ids), now.asOf(), moved, now::id, now::of);
            }
        }
        return MembershipMerge.of(
                judged(memberships.from(vertical, now.asOf()), kept),
                now.asOf(),
                IntStream.range(0, now.size()).toArray(),
                now::id,
                now::of);
    }

    /** The segments of models that are unavailable: what is stored of them stands until they can be computed again. */
    private static Set<Integer> keptKeys(PortalSnapshot snapshot, Map<SegmentName, Integer> keys) {
        Set<Integer> kept = new HashSet<>();
        keys.forEach((name, key) -> {
            boolean computed = snapshot.definition().model(name.model()) != null;
            if (computed && snapshot.model(name.model()) instanceof UnavailableResult) {
                kept.add(key);
            }
        });
        return kept;
    }

    private static List<StoredMembership> judged(List<StoredMembership> stored, Set<Integer> kept) {
        return kept.isEmpty()
                ? stored
                : stored.stream()
                        .filter(membership -> !kept.contains(membership.segmentKey()))
                        .toList();
    }

    private Map<SegmentName, Integer> keys(PortalSnapshot snapshot) {
        List<SegmentName> names = new ArrayList<>();
        for (ModelDefinition model : snapshot.definition().models()) {
            for (SegmentDefinition segment : model.segments()) {
                names.add(new SegmentName(model.id(), segment.id()));
            }
        }
        int vertical = snapshot.vertical().id();
        Map<SegmentName, Integer> known = memberships.segmentKeys(vertical, Set.of());
        return known.keySet().containsAll(names)
                ? known
                : transaction.execute(status -> memberships.segmentKeys(vertical, names));
    }

    private boolean write(
            PortalSnapshot snapshot, MembershipChanges changes, Evaluated evaluated, BooleanSupplier cancelled) {
        int vertical = snapshot.vertical().id();
        long run = runs.start(vertical, snapshot.asOf(), work.node(), clock.instant());
        try {
            if (!writer.write(snapshot, run, changes, evaluated::reason, cancelled)) {
                runs.failed(run, clock.instant(), "Cancelled; nothing was changed");
                return false;
            }
        } catch (RuntimeException failure) {
            runs.failed(run, clock.instant(), failure.toString());
            throw failure;
        }
        runs.done(
                run,
                clock.instant(),
                snapshot.customers().size(),
                changes.opened().size(),
                changes.size() - changes.opened().size());
        return true;
    }

    /** What the models say, with the numbers that segments have in the database. */
    private record Evaluated(List<ModelResult> results, int[][] keys) {
        static Evaluated of(PortalSnapshot snapshot, Map<SegmentName, Integer> known) {
            List<ModelResult> results = new ArrayList<>();
            for (ModelDefinition model : snapshot.definition().models()) {
                results.add(snapshot.model(model.id()));
            }
            int[][] keys = results.stream()
                    .map(result -> result.model().segments().stream()
                            .mapToInt(segment -> known.getOrDefault(
                                    new SegmentName(result.model().id(), segment.id()), 0))
                            .toArray())
                    .toArray(int[][]::new);
            return new Evaluated(results, keys);
        }

        int[] keysOf(int customer) {
            int[] found = new int[4];
            int count = 0;
            for (int model = 0; model < keys.length; model++) {
                ModelResult result = results.get(model);
                if (result.segment(customer) == ModelResult.NONE) {
                    continue;
                }
                for (int segment = 0; segment < keys[model].length; segment++) {
                    if (result.isMember(customer, segment)) {
                        if (count == found.length) {
                            found = Arrays.copyOf(found, 2 * count);
                        }
                        found[count++] = keys[model][segment];
                    }
                }
            }
            return Arrays.copyOf(found, count);
        }

        String reason(MembershipChanges.Opened opened) {
            for (int model = 0; model < keys.length; model++) {
                for (int segment = 0; segment < keys[model].length; segment++) {
                    if (keys[model][segment] == opened.segmentKey()) {
                        return ReasonCodec.encode(results.get(model).reason(opened.customerIndex(), segment));
                    }
                }
            }
            throw new IllegalStateException("No model has the segment with number " + opened.segmentKey());
        }
    }
}
