package org.clientele.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.segment.persistence.StagedRunDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what a recompute found: all of it or, to readers, nothing. Few changes are one transaction. Many are stored aside in steps,
 * because a database holds an unfinished transaction in memory, and seen from one moment on; what a dead process left aside is taken
 * back or over by the next run.
 */
@Component
public class MembershipWriter {
    private static final Logger LOG = LoggerFactory.getLogger(MembershipWriter.class);
    private static final int STEP = 50_000;

    private final MembershipDao memberships;
    private final StagedRunDao staged;
    private final TransactionTemplate transaction;
    private final int step;

    @Autowired
    public MembershipWriter(MembershipDao memberships, StagedRunDao staged, PlatformTransactionManager transactions) {
        this(memberships, staged, transactions, STEP);
    }

    /** @param step the most changes of one transaction */
    MembershipWriter(
            MembershipDao memberships, StagedRunDao staged, PlatformTransactionManager transactions, int step) {
        this.memberships = memberships;
        this.staged = staged;
        this.transaction = new TransactionTemplate(transactions);
        this.step = step;
    }

    /** Finishes what earlier runs left aside, so that the memberships stored are those that readers see. */
    void tidy(int vertical) {
        staged.staged(vertical).forEach((run, done) -> {
            if (done) {
                takeOver(vertical, run);
            } else {
                LOG.warn("Memberships of unfinished run {} of vertical {} are taken back", run, vertical);
                takeBack(vertical, run);
            }
        });
    }

    /** Writes the changes of a run as of the snapshot's day; false when it was cancelled and nothing changed. */
    boolean write(
            PortalSnapshot snapshot, long run, MembershipChanges changes, MembershipOrigins reasons, Watch watch) {
        int vertical = snapshot.vertical().id();
        watch.progress(0, changes.size());
        if (changes.size() <= step) {
            inTransaction(() -> memberships.apply(vertical, snapshot.asOf(), changes, reasons));
            watch.progress(changes.size(), changes.size());
            return true;
        }
        inTransaction(() -> staged.mark(run, true));
        Steps steps = new Steps(watch, changes.size());
        try {
            boolean complete =
                    steps.run(changes.opened(), rows -> staged.open(vertical, run, snapshot.asOf(), rows, reasons))
                            && steps.run(changes.ended(), rows -> staged.end(vertical, run, rows))
                            && steps.run(takenAway(changes.removed()), rows -> staged.end(vertical, run, rows));
            if (!complete) {
                takeBack(vertical, run);
                return false;
            }
            inTransaction(() -> staged.publish(run));
        } catch (RuntimeException failure) {
            takeBackAfter(failure, vertical, run);
            throw failure;
        }
        finish(vertical, run, changes.gone());
        return true;
    }

    /** The run holds already: what fails here the next run does. */
    private void finish(int vertical, long run, List<Long> gone) {
        try {
            new Steps(Watch.NONE, gone.size()).run(gone, rows -> staged.forget(vertical, rows));
            takeOver(vertical, run);
        } catch (RuntimeException failure) {
            LOG.warn(
                    "Run {} of vertical {} is stored, but not tidied up; the next run does that",
                    run,
                    vertical,
                    failure);
        }
    }

    private static List<StoredMembership> takenAway(List<StoredMembership> removed) {
        return removed.stream().map(row -> row.endedOn(row.validFrom())).toList();
    }

    /** Who follows a run, and may have it stopped. */
    interface Watch {
        Watch NONE = of(() -> false);

        static Watch of(BooleanSupplier cancelled) {
            return new Watch() {
                @Override
                public boolean isCancelled() {
                    return cancelled.getAsBoolean();
                }

                @Override
                public void progress(long done, long total) {}
            };
        }

        boolean isCancelled();

        /** Memberships written so far, of how many. */
        void progress(long done, long total);
    }

    /** Writes some transactions side by side after the others until all is written or the run is cancelled. */
    private final class Steps {
        private final Watch watch;
        private final long total;
        private long done;

        Steps(Watch watch, long total) {
            this.watch = watch;
            this.total = total;
        }

        <T> boolean run(List<T> rows, Consumer<List<T>> write) {
            int together = staged.sideBySide();
            for (int from = 0; from < rows.size(); from += together * step) {
                if (watch.isCancelled()) {
                    return false;
                }
                List<T> part = rows.subList(from, Math.min(from + together * step, rows.size()));
                sideBySide(part, write);
                done += part.size();
                watch.progress(done, total);
            }
            return true;
        }

        /** Waits for all of them, so that none writes any more when one has failed. */
        private <T> void sideBySide(List<T> part, Consumer<List<T>> write) {
            List<CompletableFuture<Void>> others = new ArrayList<>();
            for (int from = step; from < part.size(); from += step) {
                List<T> piece = part.subList(from, Math.min(from + step, part.size()));
                others.add(CompletableFuture.runAsync(
                        () -> inTransaction(() -> write.accept(piece)), Thread::startVirtualThread));
            }
            CompletableFuture<Void> all = CompletableFuture.allOf(others.toArray(CompletableFuture[]::new));
            try {
                inTransaction(() -> write.accept(part.subList(0, Math.min(step, part.size()))));
            } catch (RuntimeException failure) {
                all.exceptionally(second -> null).join();
                throw failure;
            }
            join(all);
        }

        private static void join(CompletableFuture<Void> all) {
            try {
                all.join();
            } catch (CompletionException failure) {
                throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
            }
        }
    }

    private void takeOver(int vertical, long run) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> staged.takeOver(vertical, run)));
        }
        inTransaction(() -> staged.mark(run, false));
    }

    private void takeBack(int vertical, long run) {
        long after = -1;
        do {
            long from = after;
            after = Objects.requireNonNull(transaction.execute(status -> staged.takeBack(vertical, run, from)));
        } while (after >= 0);
        inTransaction(() -> staged.mark(run, false));
    }

    /** Where even that fails the next run does it; the first failure is the one to tell. */
    private void takeBackAfter(RuntimeException failure, int vertical, long run) {
        try {
            takeBack(vertical, run);
        } catch (RuntimeException second) {
            failure.addSuppressed(second);
        }
    }

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
