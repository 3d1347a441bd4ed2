package org.clientele.strategy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.common.Announcements;
import org.clientele.common.Jobs;
import org.clientele.plugin.Verticals;
import org.clientele.segment.RecomputesChanged;
import org.springframework.stereotype.Component;

/** Has tasks follow, in the background, what they come from: memberships as stored, the day, and which strategies run. */
@Component
class TaskFollowing {
    private final TaskMaking making;
    private final Verticals verticals;
    private final Jobs jobs;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();

    TaskFollowing(TaskMaking making, Verticals verticals, Jobs jobs, Announcements announcements) {
        this.making = making;
        this.verticals = verticals;
        this.jobs = jobs;
        announcements.listen(RecomputesChanged.class, change -> follow(change.verticalKey()));
        announcements.listen(StrategiesChanged.class, change -> follow(change.verticalKey()));
    }

    /** Several wishes in a row are one run, which begins after the last of them. */
    private void follow(String verticalKey) {
        if (waiting.add(verticalKey)) {
            jobs.start("tasks " + verticalKey, job -> {
                waiting.remove(verticalKey);
                if (verticals.find(verticalKey).isPresent()) {
                    making.run(verticalKey);
                }
            });
        }
    }
}
