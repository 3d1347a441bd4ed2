package org.clientele.dataimport;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.clientele.dataimport.persistence.ReferenceUndoDao;
import org.clientele.dataimport.persistence.UndoDao;
import org.clientele.dataimport.persistence.UndoDao.Range;
import org.clientele.plugin.Vertical;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ReferenceDefinition;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes an import back: its records or activities, then what it changed of customers and of rows of references, then the customers it made that nothing else hangs on, and
 * the rows of references it made. Each piece is a
 * transaction; what a crash leaves the next call does.
 */
@Component
class ImportUndo {
    private static final long ACTIVITIES = 20_000;
    private static final long CUSTOMERS = 5_000;
    private static final int CHANGES = 1_000;

    private final UndoDao undo;
    private final ReferenceUndoDao references;
    private final RecordFeatures records;
    private final TransactionTemplate transactions;

    ImportUndo(
            UndoDao undo,
            ReferenceUndoDao references,
            RecordFeatures records,
            PlatformTransactionManager transactionManager) {
        this.undo = undo;
        this.references = references;
        this.records = records;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    void takeBack(Vertical vertical, ImportRun run) {
        ImportPlan.recordsOf(run.target())
                .map(records::of)
                .ifPresent(feature -> untilNoMore(() -> feature.takeBack(run.id()) > 0));
        for (ActivityDefinition activity : vertical.recorded()) {
            if (isFilled(run, activity::isCalled)) {
                undo.activities(vertical, activity.id(), run.id())
                        .ifPresent(all -> inPieces(
                                all,
                                ACTIVITIES,
                                piece -> undo.deleteActivities(vertical, activity.id(), run.id(), piece)));
            }
        }
        untilNoMore(() -> undo.restore(vertical, run.id(), CHANGES));
        untilNoMore(() -> references.restore(vertical, run.id(), CHANGES));
        undo.customers(run.id())
                .ifPresent(all -> inPieces(all, CUSTOMERS, piece -> undo.deleteCustomers(vertical, run.id(), piece)));
        for (ReferenceDefinition reference : vertical.definition().references()) {
            if (isFilled(run, reference::isCalled)) {
                transactions.executeWithoutResult(_ -> references.deleteRows(vertical, reference, run.id()));
            }
        }
    }

    /** Whether the import filled what is called so, perhaps before an upgrade gave it another name: sample data fills all. */
    private static boolean isFilled(ImportRun run, Predicate<String> isCalled) {
        return run.target().equals(ImportPlan.SAMPLE) || isCalled.test(run.target());
    }

    private void untilNoMore(BooleanSupplier work) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transactions.execute(_ -> work.getAsBoolean()));
        }
    }

    private void inPieces(Range all, long size, Consumer<Range> work) {
        for (long first = all.first(); first <= all.last(); first += size) {
            Range piece = new Range(first, Math.min(first + size - 1, all.last()));
            transactions.executeWithoutResult(_ -> work.accept(piece));
        }
    }
}
