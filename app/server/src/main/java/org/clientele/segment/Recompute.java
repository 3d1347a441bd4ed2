package org.clientele.segment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.notification.Audience;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.plugin.Vertical;
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
 * Stores what the models say, with first and last day and the reason a customer came in for ({@link Recomputes} has it run). A run
 * that nobody asked for and that finds nothing changed writes nothing, not even itself. A failed run leaves the memberships of the last good one.
 *
 * <p>After a change of a few customers only those who moved since the last run are compared with what is stored of them.
 *
 * <p>A run as of a day replaces what was stored for that day and later ({@link MembershipMerge}). The reason stored is the one of the
 * day a customer entered the segment; today's is in the snapshot.
 */
@Service
public class Recompute {
    /** Up to so many customers who moved are compared with what is stored of them alone; more, when they are a small share of all. */
    private static final int FEW = 1_000;

    private static final int SMALL_SHARE = 10;

    private final Snapshots snapshots;
    private final MembershipDao memberships;
    private final MembershipWriter writer;
    private final RecomputeRunDao runs;
    private final Rights rights;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final RecomputeWork work;
    private final Announcements announcements;
    private final Map<Integer, Object> oneAtATime = new ConcurrentHashMap<>();
    private final Map<Integer, MembershipKeys> lastStored = new ConcurrentHashMap<>();
    private final Map<Integer, SingleWrites> singles = new ConcurrentHashMap<>();

    public Recompute(
            Snapshots snapshots,
            MembershipDao memberships,
            MembershipWriter writer,
            RecomputeRunDao runs,
            Rights rights,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactions,
            RecomputeWork work) {
        this.snapshots = snapshots;
        this.memberships = memberships;
        this.writer = writer;
        this.runs = runs;
        this.rights = rights;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.work = work;
        this.announcements = announcements;
        announcements.listen(VerticalsChanged.class, change -> lastStored.clear());
    }

    /** The newest runs that wrote something, failed or were asked for, newest first. */
    public List<RecomputeRun> history(String verticalKey, int limit) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return runs.newest(snapshots.vertical(verticalKey).id(), limit);
    }

    /** Reads and computes everything anew, then stores it; when cancelled while it reads, the snapshot before is kept, too. */
    void reload(String verticalKey, RecomputeOrder order) {
        PortalSnapshot snapshot;
        try {
            snapshot = snapshots.reload(verticalKey, order.cause(), order::isCancelled);
        } catch (CancellationException cancelled) {
            if (snapshots.isEnabled(verticalKey)) {
                note(snapshots.vertical(verticalKey).id(), order)
                        .cancelled(snapshots
                                .loaded(verticalKey)
                                .map(PortalSnapshot::asOf)
                                .orElseGet(() -> LocalDate.now(clock)));
            }
            return;
        } catch (RuntimeException failure) {
            noteLoadingFailure(verticalKey, order, failure);
            throw failure;
        }
        store(snapshot, order);
    }

    /** Notes that customers could not be read or computed; what is stored and the snapshot before stay. */
    void noteLoadingFailure(String verticalKey, RecomputeOrder order, RuntimeException failure) {
        if (snapshots.isEnabled(verticalKey)) {
            tellOfFailure(snapshots.vertical(verticalKey));
            note(snapshots.vertical(verticalKey).id(), order)
                    .failed(LocalDate.now(clock), RecomputeRun.Stage.LOADING, failure);
        }
    }

    /** Once a day at most, however often it is tried and on however many nodes; before it is noted, so that nobody misses it. */
    private void tellOfFailure(Vertical vertical) {
        announcements.publish(new Notice(
                NoticeKind.RECOMPUTE_FAILED,
                vertical.key(),
                null,
                "recompute-failed %d %s".formatted(vertical.id(), LocalDate.now(clock)),
                "",
                "",
                "",
                Audience.everybody()));
    }

    private RecomputeNote note(int vertical, RecomputeOrder order) {
        return new RecomputeNote(runs, clock, work.node(), vertical, order);
    }

    /** Stores the snapshot's memberships; how many changes that took, 0 when nothing changed or it was cancelled. One run of a vertical at a time. */
    public int store(PortalSnapshot snapshot, BooleanSupplier cancelled) {
        return store(snapshot, RecomputeOrder.of(RecomputeCause.DATA, cancelled));
    }

    int store(PortalSnapshot snapshot, RecomputeOrder order) {
        int vertical = snapshot.vertical().id();
        synchronized (oneAtATime.computeIfAbsent(vertical, id -> new Object())) {
            try (RecomputeWork.Run run = work.begin(snapshot.vertical())) {
                return noted(snapshot, vertical, order.orStoppedBy(run::isCancelled));
            }
        }
    }

    private int noted(PortalSnapshot snapshot, int vertical, RecomputeOrder order) {
        RecomputeNote note = note(vertical, order);
        try {
            int changed = work.awaitOthers(vertical, order::isCancelled) ? store(snapshot, vertical, order, note) : 0;
            if (changed == 0 && order.isCancelled()) {
                note.cancelled(snapshot.asOf());
            }
            return changed;
        } catch (RuntimeException failure) {
            tellOfFailure(snapshot.vertical());
            note.failed(snapshot.asOf(), RecomputeRun.Stage.STORING, failure);
            throw failure;
        }
    }

    private int store(PortalSnapshot snapshot, int vertical, RecomputeOrder order, RecomputeNote note) {
        Map<SegmentName, Integer> keys = keys(snapshot);
        EvaluatedModels evaluated = EvaluatedModels.of(snapshot, keys);
        Set<Integer> kept = evaluated.kept();
        MembershipKeys now = MembershipKeys.of(
                snapshot.asOf(), snapshot.customers().size(), snapshot.customers()::id, evaluated::keysOf);
        SingleWrites singles = singles(vertical);
        singles.lockOut();
        try {
            writer.tidy(vertical);
            singles.tidied();
            SingleWrites.Since since = singles.since(snapshot.readAt());
            MembershipKeys before = lastStored.remove(vertical);
            MembershipChanges changes = changes(vertical, before, now, kept, since);
            boolean written = changes.size() > 0
                    && !order.isCancelled()
                    && writer.write(snapshot, note.begin(snapshot.asOf()), changes, evaluated, order.watch());
            boolean stored = written || changes.size() == 0;
            if (!order.isCancelled() && (written || since.changes() > 0)) {
                note.done(
                        snapshot,
                        changes.opened().size() + since.opened(),
                        changes.size() - changes.opened().size() + since.closed());
            } else if (!order.isCancelled()) {
                note.unchanged(snapshot);
            }
            if (stored && !order.isCancelled()) {
                singles.taken(since);
            }
            if (stored && kept.isEmpty()) {
                lastStored.put(vertical, now);
            }
            return written ? changes.size() : 0;
        } finally {
            singles.letIn();
        }
    }

    /** What is written of a vertical's customers one by one beside the runs. */
    SingleWrites singles(int vertical) {
        return singles.computeIfAbsent(vertical, id -> new SingleWrites());
    }

    /**
     * Reads what is stored of the customers who moved since the last run, or were written alone since, where they are few; else of all.
     * Who was written alone after the snapshot was read is left as is: the next snapshot knows better.
     */
    private MembershipChanges changes(
            int vertical,
            @Nullable MembershipKeys before,
            MembershipKeys now,
            Set<Integer> kept,
            SingleWrites.Since since) {
        if (before != null && kept.isEmpty() && !now.asOf().isBefore(before.asOf())) {
            int[] moved = since.compared(now.movedSince(before), now);
            long[] gone = since.gone(now.goneSince(before), now);
            if (moved.length + gone.length <= Math.max(FEW, now.size() / SMALL_SHARE)) {
                long[] ids = LongStream.concat(Arrays.stream(moved).mapToLong(now::id), Arrays.stream(gone))
                        .toArray();
                return MembershipMerge.of(
                        memberships.from(vertical, now.asOf(), ids), now.asOf(), moved, now::id, now::of);
            }
        }
        return MembershipMerge.of(
                judged(memberships.from(vertical, now.asOf()), kept, since),
                now.asOf(),
                since.compared(IntStream.range(0, now.size()).toArray(), now),
                now::id,
                now::of);
    }

    /** Without the segments of models that are unavailable, of which what is stored stands, and without customers that the snapshot misses. */
    private static List<StoredMembership> judged(
            List<StoredMembership> stored, Set<Integer> kept, SingleWrites.Since since) {
        return kept.isEmpty() && !since.isLater()
                ? stored
                : stored.stream()
                        .filter(membership ->
                                !kept.contains(membership.segmentKey()) && !since.isLater(membership.customerId()))
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
}
