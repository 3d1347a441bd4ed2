package org.clientele.segment;

import java.util.BitSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.clientele.customer.PersonalData;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.engine.condition.NamedThresholds;
import org.clientele.plugins.definition.Scope;

/** The conditions of a model that is being edited: what they may name, and whom they find. Immutable. */
public final class DraftConditions {
    private final PortalSnapshot snapshot;
    private final Set<String> hidden;
    private final Map<String, Double> thresholds;
    private final Scope scope;

    DraftConditions(PortalSnapshot snapshot, String model, Set<String> hidden, Map<String, Double> thresholds) {
        this.snapshot = snapshot;
        this.hidden = hidden;
        this.thresholds = Map.copyOf(thresholds);
        this.scope = Scope.model(snapshot.definition(), model, thresholds);
    }

    /** What they may name. */
    public Scope scope() {
        return scope;
    }

    /**
     * How many customers meet a condition; nothing where it compares what is hidden from the user.
     *
     * @throws IllegalArgumentException when it does not pass the check
     */
    public OptionalInt found(String condition) {
        if (PersonalData.mentions(condition, hidden)) {
            return OptionalInt.empty();
        }
        Condition bound = Conditions.bind(
                Conditions.checked(condition, scope, "A draft"), new NamedThresholds(snapshot.now(), thresholds));
        BitSet holding = bound.holding(snapshot.customers().size());
        holding.and(snapshot.present());
        return OptionalInt.of(holding.cardinality());
    }
}
