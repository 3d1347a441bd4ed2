package org.clientele.loyalty;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.clientele.common.Announcements;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.plugin.Verticals;
import org.clientele.segment.RecomputesChanged;
import org.clientele.segment.Snapshots;
import org.springframework.stereotype.Component;

/** Has points follow, in the background, the activities they come from: after each recompute, and when the programme is started or changed. */
@Component
public class EarningFollowing {
    private final PointsEarning earning;
    private final Verticals verticals;
    private final Snapshots snapshots;
    private final Jobs jobs;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, Job> running = new ConcurrentHashMap<>();

    EarningFollowing(
            PointsEarning earning, Verticals verticals, Snapshots snapshots, Jobs jobs, Announcements announcements) {
        this.earning = earning;
        this.verticals = verticals;
        this.snapshots = snapshots;
        this.jobs = jobs;
        announcements.listen(RecomputesChanged.class, change -> follow(change.verticalKey()));
        announcements.listen(ProgrammeSet.class, change -> follow(change.verticalKey()));
    }

    /** Counts anew soon. Several wishes in a row are one run, which begins after the last of them. */
    void follow(String verticalKey) {
        if (waiting.add(verticalKey)) {
            running.put(verticalKey, jobs.start("points " + verticalKey, job -> run(verticalKey, job)));
        }
    }

    /** The run of now; nothing while none goes on. */
    public Optional<Job> running(String verticalKey) {
        return Optional.ofNullable(running.get(verticalKey)).filter(job -> job.state() == Job.State.RUNNING);
    }

    private void run(String verticalKey, Job job) {
        waiting.remove(verticalKey);
        if (verticals.find(verticalKey).isEmpty()) {
            return;
        }
        AtomicLong total = new AtomicLong();
        AtomicLong done = new AtomicLong();
        PointsEarning.Watch watch = new PointsEarning.Watch(
                total::set,
                more -> job.progress(Math.min(done.addAndGet(more), total.get()), total.get()),
                job::isCancelled);
        earning.run(verticals.get(verticalKey), () -> snapshots.get(verticalKey).asOf(), watch);
    }
}
