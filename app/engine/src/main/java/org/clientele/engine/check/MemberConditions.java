package org.clientele.engine.check;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.engine.Snapshot;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.condition.Conditions;
import org.clientele.plugins.definition.Scope;

/**
 * Conditions over attributes, metrics and segments, bound to a snapshot when they are first asked for and kept: checks, guides and
 * workflows of a definition ask for the same few again and again. Safe to share between threads.
 */
public final class MemberConditions {
    private final Snapshot snapshot;
    private final Map<String, Condition> bound = new ConcurrentHashMap<>();

    /** For the customers of a snapshot; nothing is computed yet. */
    public MemberConditions(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    /**
     * The condition, whose rows are the customers of the snapshot.
     *
     * @throws IllegalArgumentException when the expression does not pass the check that reading a definition makes
     */
    public Condition get(String expression) {
        return bound.computeIfAbsent(expression, this::bind);
    }

    private Condition bind(String expression) {
        Scope scope = Scope.member(snapshot.data().definition());
        return Conditions.bind(Conditions.checked(expression, scope, "A condition on customers"), snapshot);
    }
}
