package org.clientele.plugin;

import java.util.Optional;
import org.clientele.common.Job;
import org.jspecify.annotations.Nullable;

/** A change of a plugin that goes on in the background. Thread-safe. */
public final class LifeJob implements Milestones {
    private final Kind kind;
    private final String pluginId;
    private final PluginName name;
    private final long userId;
    private volatile Milestone milestone = Milestone.BEGINNING;
    private volatile @Nullable Job job;
    private volatile @Nullable ExportedData exported;

    LifeJob(Kind kind, String pluginId, PluginName name, long userId) {
        this.kind = kind;
        this.pluginId = pluginId;
        this.name = name;
        this.userId = userId;
    }

    /** What is done. */
    public enum Kind {
        INSTALL,
        UPGRADE,
        ROLL_BACK,
        ENABLE,
        DISABLE,
        UNINSTALL,
        /** Uninstalled with all its data, or only that where it was uninstalled before. */
        DELETE,
        EXPORT
    }

    public Kind kind() {
        return kind;
    }

    public String pluginId() {
        return pluginId;
    }

    /** What the plugin was called at the beginning. */
    public PluginName name() {
        return name;
    }

    long userId() {
        return userId;
    }

    /** How it stands; whoever stopped it has cancelled it. */
    public Job.State state() {
        Job known = job;
        if (known == null) {
            return Job.State.RUNNING;
        }
        return known.failure() instanceof ChangeCancelled ? Job.State.CANCELLED : known.state();
    }

    void made(ExportedData data) {
        exported = data;
    }

    /** What an export made; empty until it is done. */
    public Optional<ExportedData> exported() {
        return Optional.ofNullable(exported);
    }

    void started(Job started) {
        job = started;
    }

    public Milestone milestone() {
        return milestone;
    }

    /** The work itself; empty for the moment before it starts. */
    public Optional<Job> job() {
        return Optional.ofNullable(job);
    }

    /** Whether it can still be stopped without a trace. */
    public boolean canBeCancelled() {
        return milestone.compareTo(Milestone.SWITCHING) < 0;
    }

    @Override
    public void reached(Milestone reached) {
        milestone = reached;
        progress(0, 0);
    }

    @Override
    public void progress(long done, long total) {
        job().ifPresent(known -> known.progress(done, total));
    }

    @Override
    public boolean isCancelled() {
        return canBeCancelled() && job().map(Job::isCancelled).orElse(false);
    }
}
