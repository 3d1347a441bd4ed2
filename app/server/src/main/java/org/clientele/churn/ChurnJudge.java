package org.clientele.churn;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.clientele.engine.churn.Signal;
import org.clientele.engine.churn.WarningSignals;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.ClvResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.model.Reason;
import org.clientele.engine.statistics.Learning;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.segment.PortalSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * How likely customers of a snapshot are to leave, and what that would cost: by the churn model that has learnt; where there is none, by how likely the
 * value model holds them to buy no more; else by the number of warning signals. Who is in the churn model's segment of those who left, in the last stage
 * of a life cycle, or surely gone by the value model is lost, not at risk.
 */
final class ChurnJudge {
    /** What no signal, one, two, three and more are taken to mean where no model says more: an assumption, which the page states. */
    private static final List<Double> BY_SIGNALS = List.of(0.0, 0.1, 0.25, 0.5, 0.75);

    /** Above this a value model says that the customer has left. */
    private static final double GONE = 0.95;

    private final WarningSignals signals;
    private final @Nullable ChurnResult churn;
    private final @Nullable ClvResult values;
    private final List<Stage> lost;

    private record Stage(ModelResult result, int segment) {
        boolean holds(int customer) {
            return result.segment(customer) == segment;
        }
    }

    ChurnJudge(PortalSnapshot snapshot) {
        List<ModelResult> results =
                snapshot.now().models().stream().map(snapshot::model).toList();
        signals = new WarningSignals(
                snapshot.now(), snapshot.definition(), snapshot.vertical().recorded());
        churn = results.stream()
                .flatMap(result -> result instanceof ChurnResult learnt ? Stream.of(learnt) : Stream.empty())
                .filter(result -> result.training().learning() instanceof Learning.Learnt)
                .findFirst()
                .orElse(null);
        values = results.stream()
                .flatMap(result -> result instanceof ClvResult worth ? Stream.of(worth) : Stream.empty())
                .findFirst()
                .orElse(null);
        lost = results.stream()
                .flatMap(result -> result.model() instanceof ModelDefinition.LifeCycle cycle
                        ? Stream.of(
                                new Stage(result, result.ordinal(cycle.course().getLast())))
                        : Stream.empty())
                .toList();
    }

    /** Where probabilities come from. */
    Basis basis() {
        return churn != null ? Basis.MODEL : values != null ? Basis.VALUE : Basis.SIGNALS;
    }

    /** Whether a customer's value is the lifetime value. */
    boolean isByLifetime() {
        return values != null;
    }

    Set<Signal> signals(int customer) {
        return signals.of(customer);
    }

    /** The probability, 0–1, that the customer leaves; NaN for who has left, or of whom the models say nothing. */
    double probability(int customer) {
        if (lost.stream().anyMatch(stage -> stage.holds(customer))) {
            return Double.NaN;
        }
        if (churn != null) {
            return churn.probability(customer);
        }
        if (values != null) {
            double leaves = values.segment(customer) == ModelResult.NONE ? Double.NaN : 1 - values.alive(customer);
            return leaves > GONE ? Double.NaN : leaves;
        }
        return BY_SIGNALS.get(
                Math.min(BY_SIGNALS.size() - 1, signals.of(customer).size()));
    }

    /** What the customer is worth, minor units: the lifetime value where a model knows it, else what was paid in the last year; 0 where nothing is known. */
    long value(int customer) {
        if (values != null) {
            MoneyColumn worth = values.values();
            return worth.isMissing(customer) ? 0 : worth.get(customer);
        }
        return signals.yearly(customer);
    }

    long yearly(int customer) {
        return signals.yearly(customer);
    }

    /** Why the churn model says so; null where none does. */
    @Nullable
    Reason reason(int customer) {
        return churn == null ? null : churn.reason(customer);
    }
}
