package org.clientele.segment;

import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.clientele.common.Job;
import org.jspecify.annotations.Nullable;

/**
 * Why a recompute runs, and who follows it.
 *
 * @param by display name of who asked for it; such a run is noted even when it finds nothing changed
 * @param since when it was asked for; null: when it begins
 */
record RecomputeOrder(
        RecomputeCause cause, @Nullable String by, @Nullable Instant since, MembershipWriter.Watch watch) {
    static RecomputeOrder of(RecomputeCause cause, BooleanSupplier cancelled) {
        return new RecomputeOrder(cause, null, null, MembershipWriter.Watch.of(cancelled));
    }

    /** Carried out by a job, which tells how far it is and may be stopped, as may the order by itself. */
    static RecomputeOrder of(RecomputeCause cause, @Nullable String by, Job job, BooleanSupplier stopped) {
        return new RecomputeOrder(cause, by, by == null ? null : job.startedAt(), new MembershipWriter.Watch() {
            @Override
            public boolean isCancelled() {
                return job.isCancelled() || stopped.getAsBoolean();
            }

            @Override
            public void progress(long done, long total) {
                job.progress(done, total);
            }
        });
    }

    /** The order, also stopped by something else. */
    RecomputeOrder orStoppedBy(BooleanSupplier other) {
        MembershipWriter.Watch own = watch;
        return new RecomputeOrder(cause, by, since, new MembershipWriter.Watch() {
            @Override
            public boolean isCancelled() {
                return own.isCancelled() || other.getAsBoolean();
            }

            @Override
            public void progress(long done, long total) {
                own.progress(done, total);
            }
        });
    }

    boolean isCancelled() {
        return watch.isCancelled();
    }
}
