package org.clientele.churn;

import java.util.Set;
import org.clientele.engine.churn.Signal;
import org.clientele.engine.model.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How likely a customer is to leave.
 *
 * @param probability 0–1
 * @param signals the warning signals
 * @param reason why the churn model says so; null where none does
 */
public record ChurnRisk(
        double probability,
        Basis basis,
        Set<Signal> signals,
        @Nullable Reason reason) {}
