package org.clientele.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.springframework.stereotype.Component;

/** Changes of plugins that people have begun on this node, until they have seen what came of them. Thread-safe. */
@Component
class LifeJobs {
    /** Of one person; the oldest that has ended goes first. */
    private static final int MOST = 10;

    private final Rights rights;
    private final Jobs jobs;
    private final ExportFolder exports;
    private final List<LifeJob> all = new ArrayList<>();

    LifeJobs(Rights rights, Jobs jobs, ExportFolder exports) {
        this.rights = rights;
        this.jobs = jobs;
        this.exports = exports;
    }

    /** Begins a change on a thread of its own, on behalf of the user. */
    LifeJob start(LifeJob.Kind kind, String pluginId, PluginName name, Consumer<LifeJob> work) {
        User user = rights.user();
        LifeJob life = new LifeJob(kind, pluginId, name, user.id());
        add(life);
        life.started(jobs.startApart("plugin-" + kind, job -> {
            life.started(job);
            rights.actingAs(user, () -> work.accept(life));
        }));
        return life;
    }

    /** Reads something that takes its time, on a thread of its own, on behalf of the user. */
    <T> void look(Supplier<T> reading, Consumer<T> found, Consumer<RuntimeException> failed) {
        User user = rights.user();
        jobs.startApart(
                "plugin-look",
                _ -> rights.actingAs(user, () -> {
                    try {
                        found.accept(reading.get());
                    } catch (RuntimeException failure) {
                        failed.accept(failure);
                    }
                }));
    }

    /** What the user has begun, newest first. */
    synchronized List<LifeJob> own() {
        long user = rights.user().id();
        return all.stream().filter(life -> life.userId() == user).toList().reversed();
    }

    /** The user has seen what came of it: its export, if it made one, is not needed any more. */
    synchronized void dismiss(LifeJob life) {
        if (life.userId() == rights.user().id()) {
            remove(life);
        }
    }

    private synchronized void add(LifeJob life) {
        List<LifeJob> ended = all.stream()
                .filter(other -> other.userId() == life.userId() && other.state() != Job.State.RUNNING)
                .toList();
        ended.stream().limit(Math.max(0, ended.size() - MOST + 1)).forEach(this::remove);
        all.add(life);
    }

    private void remove(LifeJob life) {
        if (all.remove(life)) {
            life.exported().ifPresent(made -> exports.delete(made.file()));
        }
    }
}
