package org.clientele.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what was recorded, for tests of services. */
public final class TestAudit implements Audit {
    private final List<String> actions = new ArrayList<>();
    private final List<String> inTransactions = new ArrayList<>();

    @Override
    public void record(String action, String subject, @Nullable String before, @Nullable String after) {
        actions.add(action + " " + subject);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            inTransactions.add(action + " " + subject);
        }
    }

    /** What was recorded so far: action and subject. */
    public List<String> actions() {
        return List.copyOf(actions);
    }

    /** What the portal's own audit would have taken: it refuses what is recorded outside a transaction. */
    public List<String> actionsInTransactions() {
        return List.copyOf(inTransactions);
    }
}
