package org.clientele.engine.report;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.engine.Snapshot;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.plugins.api.VerticalDefinition;
import org.clientele.plugins.definition.CheckedExpression;
import org.clientele.plugins.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one vertical on customers who are in segments. Each is checked once; making this costs some milliseconds, so keep
 * it while the definition is the same. Safe to share between threads.
 */
public final class MemberConditions {
    private final Scope scope;
    private final Map<String, CheckedExpression> checked = new ConcurrentHashMap<>();

    private MemberConditions(Scope scope) {
        this.scope = scope;
    }

    /** For the attributes, metrics and models of the vertical. */
    public static MemberConditions of(VerticalDefinition vertical) {
        return new MemberConditions(Scope.member(vertical));
    }

    /**
     * The condition over the rows of a snapshot.
     *
     * @throws IllegalArgumentException when the expression does not pass the check; the message says why
     */
    public Condition bind(String when, Snapshot snapshot) {
        return Conditions.bind(checked(when), snapshot);
    }

    /**
     * As {@link #bind}, for what somebody has typed: it is not kept, because there is no end to what can be typed.
     *
     * @throws IllegalArgumentException when the expression does not pass the check; the message says why
     */
    public Condition bindOnce(String when, Snapshot snapshot) {
        CheckedExpression known = checked.get(when);
        return Conditions.bind(known == null ? check(when) : known, snapshot);
    }

    /** The names of the variables that a condition uses. */
    Set<String> variables(String when) {
        return checked(when).variables();
    }

    private CheckedExpression checked(String when) {
        return checked.computeIfAbsent(when, this::check);
    }

    private CheckedExpression check(String when) {
        return Conditions.checked(when, scope, "A condition on customers");
    }

    /**
     * The customers of the snapshot's day for whom the condition holds, as a new set.
     *
     * @param when the condition; null: all customers of that day
     */
    public BitSet select(@Nullable String when, Snapshot snapshot) {
        BitSet customers = (BitSet) snapshot.present().clone();
        if (when != null) {
            customers.and(bind(when, snapshot).holding(snapshot.customers().size()));
        }
        return customers;
    }
}
