package org.clientele.dataimport;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One import in the history of a vertical.
 *
 * @param target {@link ImportPlan#CUSTOMERS}, {@link ImportPlan#SAMPLE}, or the id of an activity or a reference
 * @param fileName name of the file; empty for sample data
 * @param startedBy display name of who started it
 * @param rejectedFile name of the file with the rejected rows, or null when none was rejected
 * @param failure why it failed, or null
 * @param unknown references whose rows were pointed to before they were there
 */
public record ImportRun(
        long id,
        int verticalId,
        String target,
        String fileName,
        long fileSize,
        ImportState state,
        Counts counts,
        @Nullable String rejectedFile,
        String startedBy,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        @Nullable Failure failure,
        List<UnknownKeys> unknown) {
    public ImportRun {
        unknown = List.copyOf(unknown);
    }

    /** Whether it can be taken back. */
    public boolean isUndoable() {
        return state == ImportState.DONE;
    }

    /** The key of a translated message and its arguments. */
    public record Failure(String key, List<String> arguments) {
        public Failure {
            arguments = List.copyOf(arguments);
        }
    }

    /** Rows and customers, as in {@link ImportSummary}. */
    public record Counts(
            long read,
            long fresh,
            long changed,
            long unchanged,
            long rejected,
            long customersCreated,
            long customersChanged) {
        public static Counts of(ImportSummary summary) {
            return new Counts(
                    summary.read(),
                    summary.fresh(),
                    summary.changed(),
                    summary.unchanged(),
                    summary.rejected(),
                    summary.customersCreated(),
                    summary.customersChanged());
        }
    }
}
