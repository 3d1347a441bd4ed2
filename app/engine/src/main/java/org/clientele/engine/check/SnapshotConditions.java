package org.clientele.engine.check;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.engine.Snapshot;
import org.clientele.engine.condition.Condition;
import org.clientele.engine.report.MemberConditions;

/**
 * Conditions over attributes, metrics and segments, bound to a snapshot when they are first asked for and kept: checks, guides and
 * workflows of a definition ask for the same few again and again. Safe to share between threads.
 */
public final class SnapshotConditions {
    private final Snapshot snapshot;
    private final MemberConditions conditions;
    private final Map<String, Condition> bound = new ConcurrentHashMap<>();

    /** For the customers of a snapshot; takes some milliseconds. */
    public SnapshotConditions(Snapshot snapshot) {
        this.snapshot = snapshot;
        this.conditions = MemberConditions.of(snapshot.data().definition());
    }

    /**
     * The condition, whose rows are the customers of the snapshot.
     *
     * @throws IllegalArgumentException when the expression does not pass the check that reading a definition makes
     */
    public Condition get(String expression) {
        return bound.computeIfAbsent(expression, when -> conditions.bind(when, snapshot));
    }

    /**
     * As {@link #get}, for what somebody has typed: it is not kept, because there is no end to what can be typed.
     *
     * @throws IllegalArgumentException when the expression does not pass the check that reading a definition makes
     */
    public Condition once(String expression) {
        Condition known = bound.get(expression);
        return known == null ? conditions.bindOnce(expression, snapshot) : known;
    }
}
