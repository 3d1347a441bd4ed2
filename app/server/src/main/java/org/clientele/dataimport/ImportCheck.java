package org.clientele.dataimport;

import java.nio.file.Path;
import org.clientele.common.Job;
import org.jspecify.annotations.Nullable;

/** A check that goes on in the background: nothing is stored. Thread-safe. */
public final class ImportCheck {
    private final Path rejected;
    private volatile @Nullable Job job;
    private volatile @Nullable ImportSummary summary;

    ImportCheck(Path rejected) {
        this.rejected = rejected;
    }

    void started(Job started) {
        job = started;
    }

    void finished(ImportSummary found) {
        summary = found;
    }

    public Job job() {
        Job started = job;
        if (started == null) {
            throw new IllegalStateException("The check was not started");
        }
        return started;
    }

    /** What the import would do; null while the check goes on, or when it failed. */
    public @Nullable ImportSummary summary() {
        return summary;
    }

    /** The rows that would be rejected, compressed by gzip. */
    Path rejected() {
        return rejected;
    }
}
