package org.clientele.dataimport;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.access.User;
import org.clientele.common.Announcements;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.common.Problem;
import org.clientele.dataimport.persistence.ImportRunDao;
import org.clientele.notification.Audience;
import org.clientele.notification.Notice;
import org.clientele.notification.NoticeKind;
import org.clientele.plugin.ChangesUnderWay;
import org.clientele.plugin.Nodes;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.VerticalCurrency;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries imports out in the background: one at a time in a vertical, all or nothing, with an entry in the history that outlives the process.
 * Callers check rights.
 */
@Component
class ImportJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int DEEPEST = 10;
    private static final Duration AGAIN = Duration.ofSeconds(5);
    private static final Result NOTHING = new Result(new ImportRun.Counts(0, 0, 0, 0, 0, 0, 0), null, List.of());

    private final ImportRunDao runs;
    private final ImportUndo undo;
    private final RecordFeatures records;
    private final VerticalCurrency currency;
    private final Rights rights;
    private final Audit audit;
    private final Jobs jobs;
    private final Announcements announcements;
    private final Clock clock;
    private final TransactionTemplate transactions;
    private final Nodes nodes;
    private final ChangesUnderWay changes;
    private final Map<Long, Job> active = new ConcurrentHashMap<>();

    /** Imports this process works on: whatever else is unfinished was left by a process that died. */
    private final Set<Long> own = ConcurrentHashMap.newKeySet();

    ImportJobs(
            ImportRunDao runs,
            ImportUndo undo,
            RecordFeatures records,
            VerticalCurrency currency,
            Rights rights,
            Audit audit,
            Jobs jobs,
            Announcements announcements,
            Clock clock,
            PlatformTransactionManager transactionManager,
            Nodes nodes,
            ChangesUnderWay changes) {
        this.runs = runs;
        this.undo = undo;
        this.records = records;
        this.currency = currency;
        this.rights = rights;
        this.audit = audit;
        this.jobs = jobs;
        this.announcements = announcements;
        this.clock = clock;
        this.transactions = new TransactionTemplate(transactionManager);
        this.nodes = nodes;
        this.changes = changes;
    }

    /** What an import stored. */
    record Result(ImportRun.Counts counts, @Nullable String rejectedFile, List<UnknownKeys> unknown) {}

    /** The storing of one import. */
    interface Work {
        /** Stores everything under the import's number; ends early when the job is cancelled, and is taken back then. */
        Result store(Job job);

        /** Called when what was stored is taken back. */
        default void discard() {}

        /** Called at the end, however it came. */
        default void end() {}
    }

    /**
     * Notes the beginning of an import; in the caller's transaction.
     *
     * @return the import's number
     * @throws Problem when another import goes on in the vertical, or its plugin is being changed
     */
    long begin(Vertical vertical, ImportRunDao.Beginning beginning) {
        long id = runs.begin(vertical.id(), beginning, clock.instant())
                .orElseThrow(() -> new Problem("dataimport.problem.busy"));
        changes.requireNone(vertical.key());
        runs.setNode(id, nodes.own());
        own.add(id);
        audit.record("import.start", "import " + id, null, beginning.target());
        return id;
    }

    /** Begins the work in the background. */
    Job start(Vertical vertical, long id, User user, Work work) {
        announcements.publish(new ImportsChanged(vertical.key()));
        Job job = jobs.start("import", started -> rights.actingAs(user, () -> run(vertical, id, user, work, started)));
        if (job.state() == Job.State.RUNNING) {
            active.put(id, job);
        }
        return job;
    }

    /** How an import goes on that this portal is carrying out; empty when it has ended. */
    Optional<Job> progress(long id) {
        return Optional.ofNullable(active.get(id)).filter(job -> job.state() == Job.State.RUNNING);
    }

    /** Takes a whole import back, in the background. */
    void undo(Vertical vertical, ImportRun run, User user) {
        changes.requireNone(vertical.key());
        own.add(run.id());
        if (!Boolean.TRUE.equals(transactions.execute(_ -> beginUndo(run)))) {
            own.remove(run.id());
            throw new Problem("dataimport.problem.busy");
        }
        announcements.publish(new ImportsChanged(vertical.key()));
        jobs.start(
                "import-undo",
                _ -> rights.actingAs(
                        user, () -> nowOrLater(run.id(), user, () -> takeBack(vertical, run, user.displayName()))));
    }

    private boolean beginUndo(ImportRun run) {
        runs.setNode(run.id(), nodes.own());
        return runs.beginUndo(run);
    }

    /** Asks what goes on here to stop. */
    void cancel(int verticalId) {
        runs.running(verticalId).flatMap(run -> progress(run.id())).ifPresent(Job::cancel);
    }

    /** Takes back what a crash left half done. */
    void recover(Vertical vertical) {
        runs.running(vertical.id()).filter(this::takeOver).ifPresent(run -> {
            LOG.warn("Import {} was interrupted; it is taken back", run.id());
            ImportRun.Failure interrupted = new ImportRun.Failure("dataimport.problem.interrupted", List.of());
            nowOrLater(
                    run.id(),
                    null,
                    run.state() == ImportState.UNDOING
                            ? () -> takeBack(vertical, run, run.startedBy())
                            : () -> rollBack(vertical, run.id(), ImportState.FAILED, interrupted));
        });
    }

    /** Whether nobody works on the unfinished import any more: neither this node nor another one that is alive. */
    boolean isLeft(ImportRun run) {
        return isLeft(run, runs.node(run.id()));
    }

    private boolean isLeft(ImportRun run, String node) {
        return node.equals(nodes.own()) ? !own.contains(run.id()) : !nodes.isAlive(node);
    }

    /** Several nodes may find the same import left; the first one has it. */
    private boolean takeOver(ImportRun run) {
        String node = runs.node(run.id());
        return isLeft(run, node) && runs.takeOver(run.id(), node, nodes.own()) && own.add(run.id());
    }

    private void run(Vertical vertical, long id, User user, Work work, Job job) {
        active.put(id, job);
        try {
            if (changes.concern(vertical.key())) {
                job.cancel();
            }
            Result result = work.store(job);
            if (job.isCancelled()) {
                work.discard();
                nowOrLater(id, user, () -> rollBack(vertical, id, ImportState.CANCELLED, null));
            } else {
                finish(id, result);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Import {} failed ({}); it is taken back", id, chain(failure));
            work.discard();
            nowOrLater(id, user, () -> rollBack(vertical, id, ImportState.FAILED, failure(failure)));
        } finally {
            active.remove(id);
            work.end();
            tell(vertical, id);
        }
    }

    private void finish(long id, Result result) {
        transactions.executeWithoutResult(_ -> {
            requireHeld(id);
            runs.end(id, ending(ImportState.DONE, result, null), clock.instant());
            audit.record("import.done", "import " + id, null, result.counts().toString());
        });
        own.remove(id);
    }

    /** Held up for so long that it looked dead, this node may have lost the import to another one, which took back what it saw of it. */
    private void requireHeld(long id) {
        if (!runs.takeOver(id, nodes.own(), nodes.own())) {
            throw new IllegalStateException(
                    "Import %d was taken back by another node because this one did not tell of itself".formatted(id));
        }
    }

    private void rollBack(Vertical vertical, long id, ImportState end, ImportRun.@Nullable Failure failure) {
        runs.find(id).ifPresent(run -> undo.takeBack(vertical, run));
        transactions.executeWithoutResult(_ -> {
            giveCurrencyBack(vertical, id);
            runs.end(id, ending(end, NOTHING, failure), clock.instant());
            audit.record("import.rolled-back", "import " + id, null, end.name());
            if (end == ImportState.FAILED) {
                tellOfFailure(vertical, id);
            }
        });
        own.remove(id);
        tell(vertical, id);
    }

    private void tellOfFailure(Vertical vertical, long id) {
        String file = runs.find(id).map(ImportRun::fileName).orElse("");
        announcements.publish(new Notice(
                NoticeKind.IMPORT_FAILED,
                vertical.key(),
                null,
                "import-failed " + id,
                Long.toString(id),
                "",
                file,
                Audience.everybody()));
    }

    private static ImportRunDao.Ending ending(ImportState end, Result result, ImportRun.@Nullable Failure failure) {
        return new ImportRunDao.Ending(end, result.counts(), result.rejectedFile(), result.unknown(), failure);
    }

    private void takeBack(Vertical vertical, ImportRun run, String by) {
        undo.takeBack(vertical, run);
        transactions.executeWithoutResult(_ -> {
            giveCurrencyBack(vertical, run.id());
            runs.endUndo(run.id(), by, clock.instant());
            audit.record("import.undo", "import " + run.id(), run.counts().toString(), null);
        });
        own.remove(run.id());
        tell(vertical, run.id());
    }

    /** The vertical has the currency of before again, unless money of other imports is in the present one. */
    private void giveCurrencyBack(Vertical vertical, long id) {
        runs.currencyBefore(id).ifPresent(before -> currency.giveBack(vertical.key(), before));
    }

    /**
     * A full disk refuses to take rows back, too: that goes on, apart from other work, as soon as there is room. Until then the import
     * counts as going on, so that nobody builds on what it left.
     */
    private void nowOrLater(long id, @Nullable User user, Runnable takingBack) {
        try {
            takingBack.run();
        } catch (RuntimeException failure) {
            LOG.warn("Import {} cannot be taken back yet ({}); it is tried again", id, chain(failure));
            Runnable repeated = () -> repeat(id, takingBack);
            jobs.startApart("import-take-back", _ -> {
                if (user == null) {
                    repeated.run();
                } else {
                    rights.actingAs(user, repeated);
                }
            });
        }
    }

    private static void repeat(long id, Runnable takingBack) {
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(AGAIN.toNanos());
            try {
                takingBack.run();
                LOG.info("Import {} is taken back", id);
                return;
            } catch (RuntimeException stillFull) {
                LOG.debug("Import {} cannot be taken back yet", id, stillFull);
            }
        }
    }

    private void tell(Vertical vertical, long id) {
        announcements.publish(new ImportsChanged(vertical.key()));
        runs.find(id)
                .map(run -> records.news(run.target(), vertical.key()))
                .ifPresent(news -> news.forEach(announcements::publish));
    }

    /** What failed and where, without the messages: a database's holds the values of the row it refused. */
    private static String chain(Throwable failure) {
        List<String> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && causes.size() < DEEPEST; cause = cause.getCause()) {
            StackTraceElement[] trace = cause.getStackTrace();
            causes.add(cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]));
        }
        return String.join(", caused by ", causes);
    }

    private static ImportRun.Failure failure(RuntimeException failure) {
        if (failure instanceof Problem problem) {
            List<String> arguments =
                    Arrays.stream(problem.arguments()).map(String::valueOf).toList();
            return new ImportRun.Failure(problem.key(), arguments);
        }
        return new ImportRun.Failure("dataimport.problem.storage", List.of());
    }
}
