package org.clientele.plugin;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.clientele.common.Problem;
import org.springframework.stereotype.Component;

/** Brings work on a vertical's data to an end before its plugin changes. */
@Component
class WorkStop {
    private static final Duration GLANCE = Duration.ofMillis(100);

    /** How long work may take to notice that it was cancelled and to take back what it did. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<VerticalWork> kinds;

    WorkStop(List<VerticalWork> kinds) {
        this.kinds = List.copyOf(kinds);
    }

    /** What goes on in the vertical, on all nodes. */
    List<RunningWork> running(int verticalId) {
        return kinds.stream().flatMap(kind -> kind.running(verticalId).stream()).toList();
    }

    /** Asks what goes on here to stop. */
    void cancel(int verticalId) {
        kinds.forEach(kind -> kind.cancel(verticalId));
    }

    /** Waits until nothing goes on, having asked it to stop on all nodes if it is to be cancelled. */
    void settle(PluginChanges.Turn turn, int verticalId, boolean cancelled, Milestones milestones) {
        if (!running(verticalId).isEmpty()) {
            milestones.reached(Milestone.WAITING);
        }
        if (cancelled) {
            turn.cancelWork();
            cancel(verticalId);
        }
        await(turn.pluginId(), verticalId, cancelled, milestones);
    }

    /**
     * Waits until nothing goes on.
     *
     * @throws ChangeCancelled when whoever waits gives up
     * @throws Problem when cancelled work does not end
     */
    void await(String pluginId, int verticalId, boolean cancelled, Milestones milestones) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        List<RunningWork> left = running(verticalId);
        while (!left.isEmpty()) {
            if (milestones.isCancelled()) {
                throw new ChangeCancelled(pluginId);
            }
            if (cancelled && System.nanoTime() > end) {
                throw new Problem("plugin.problem.still-running", pluginId, left.size());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
            left = running(verticalId);
        }
    }
}
