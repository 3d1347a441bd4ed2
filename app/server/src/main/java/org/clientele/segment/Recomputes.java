package org.clientele.segment;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Recomputes as jobs: after every new snapshot by themselves, and whenever a consultant asks; what goes on, and what became of those before. */
@Service
public class Recomputes {
    private final Snapshots snapshots;
    private final Recompute recompute;
    private final Jobs jobs;
    private final Rights rights;
    private final Announcements announcements;
    private final Map<String, UnderWay> underWay = new ConcurrentHashMap<>();

    public Recomputes(Snapshots snapshots, Recompute recompute, Jobs jobs, Rights rights, Announcements announcements) {
        this.snapshots = snapshots;
        this.recompute = recompute;
        this.jobs = jobs;
        this.rights = rights;
        this.announcements = announcements;
        announcements.listen(SnapshotChanged.class, this::follow);
        announcements.listen(SnapshotFailed.class, this::noteFailure);
    }

    /** A job of a vertical; one that somebody asked for is the one shown. */
    private record UnderWay(Job job, boolean asked) {}

    /** The newest runs that wrote something, failed or were asked for, newest first. */
    public List<RecomputeRun> history(String verticalKey, int limit) {
        return rights.onlyOwner(verticalKey) == null ? recompute.history(verticalKey, limit) : List.of();
    }

    /** The recompute that goes on here, if one does. */
    public Optional<Job> running(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return Optional.ofNullable(underWay.get(verticalKey)).map(UnderWay::job);
    }

    /** Whether the user may have segments computed anew, and have that stopped. */
    public boolean mayStart(String verticalKey) {
        return rights.may(Permission.MANAGE_SEGMENTS, verticalKey);
    }

    /** Reads all customers, computes everything anew and stores what changed; the job that does it, or that does it already. */
    public Job now(String verticalKey) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        String by = rights.user().displayName();
        UnderWay known = underWay.compute(
                verticalKey,
                (key, before) -> before != null && before.asked() ? before : new UnderWay(start(key, by), true));
        announcements.publish(new RecomputesChanged(verticalKey));
        return known.job();
    }

    /** Asks the recompute that goes on here to stop; what is stored stays as it was. */
    public void cancel(String verticalKey) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        Optional.ofNullable(underWay.get(verticalKey))
                .ifPresent(known -> known.job().cancel());
    }

    private Job start(String verticalKey, String by) {
        return jobs.start("recompute " + verticalKey, job -> {
            try {
                recompute.reload(verticalKey, order(verticalKey, RecomputeCause.PERSON, by, job));
            } finally {
                end(verticalKey, job);
            }
        });
    }

    private void follow(SnapshotChanged change) {
        if (change.cause() == RecomputeCause.PERSON) {
            return;
        }
        String verticalKey = change.verticalKey();
        jobs.start("recompute " + verticalKey, job -> {
            if (!snapshots.isEnabled(verticalKey)) {
                return;
            }
            underWay.putIfAbsent(verticalKey, new UnderWay(job, false));
            announcements.publish(new RecomputesChanged(verticalKey));
            try {
                recompute.store(snapshots.get(verticalKey), order(verticalKey, change.cause(), null, job));
            } finally {
                end(verticalKey, job);
            }
        });
    }

    private RecomputeOrder order(String verticalKey, RecomputeCause cause, @Nullable String by, Job job) {
        return RecomputeOrder.of(cause, by, job, () -> !snapshots.isEnabled(verticalKey));
    }

    private void end(String verticalKey, Job job) {
        underWay.computeIfPresent(verticalKey, (key, known) -> Objects.equals(known.job(), job) ? null : known);
        announcements.publish(new RecomputesChanged(verticalKey));
    }

    private void noteFailure(SnapshotFailed failed) {
        recompute.noteLoadingFailure(
                failed.verticalKey(), RecomputeOrder.of(failed.cause(), () -> false), failed.failure());
        announcements.publish(new RecomputesChanged(failed.verticalKey()));
    }
}
