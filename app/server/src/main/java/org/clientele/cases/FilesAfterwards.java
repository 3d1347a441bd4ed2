package org.clientele.cases;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What becomes of files once the transaction has stored all, or nothing. */
final class FilesAfterwards {
    private FilesAfterwards() {}

    static void run(Runnable whenStored, Runnable whenNot) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            whenStored.run();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    whenStored.run();
                } else {
                    whenNot.run();
                }
            }
        });
    }
}
