package org.clientele.dataimport;

import java.util.List;
import org.clientele.dataimport.persistence.ImportRunDao;
import org.clientele.plugin.RunningWork;
import org.clientele.plugin.VerticalWork;
import org.springframework.stereotype.Component;

/** Imports, as a change of their vertical's plugin sees them. */
@Component
class ImportWork implements VerticalWork {
    private final ImportRunDao runs;
    private final ImportJobs jobs;

    ImportWork(ImportRunDao runs, ImportJobs jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    /** What a dead node left goes on nowhere. */
    @Override
    public List<RunningWork> running(int verticalId) {
        return runs.running(verticalId).stream()
                .filter(run -> !jobs.isLeft(run))
                .map(ImportWork::work)
                .toList();
    }

    /** What is being taken back is not cancelled: that is on its way to where a cancelled import ends. */
    @Override
    public void cancel(int verticalId) {
        jobs.cancel(verticalId);
    }

    private static RunningWork work(ImportRun run) {
        String kind = run.state() == ImportState.UNDOING ? "import-undo" : "import";
        return new RunningWork(kind, run.fileName(), run.startedBy(), run.startedAt());
    }
}
