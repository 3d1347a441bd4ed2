package org.clientele.engine.check;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.engine.Snapshot;
import org.clientele.engine.condition.Condition;
import org.clientele.plugins.api.CheckDefinition;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a vertical over one snapshot, each computed when it is first asked for and kept: one pass over the customers, some
 * milliseconds for a million of them. Safe to share between threads.
 */
public final class CheckResults {
    private final Snapshot snapshot;
    private final SnapshotConditions conditions;
    private final CustomChecks code;
    private final Map<String, Outcome> known = new ConcurrentHashMap<>();

    /** What computing a check came to, once and for all of the snapshot. */
    private record Outcome(
            @Nullable CheckResult result, @Nullable RuntimeException failure) {}

    /** For the checks of the snapshot's definition; nothing is computed yet. */
    public CheckResults(Snapshot snapshot, SnapshotConditions conditions) {
        this(snapshot, conditions, CustomChecks.NONE);
    }

    /** The same, with the code of custom checks called by the given one. */
    public CheckResults(Snapshot snapshot, SnapshotConditions conditions, CustomChecks code) {
        this.snapshot = snapshot;
        this.conditions = conditions;
        this.code = code;
    }

    /** The checks, in the order of the vertical. */
    public List<CheckDefinition> checks() {
        return snapshot.data().definition().checks();
    }

    /**
     * The result of a check.
     *
     * @throws IllegalArgumentException when the vertical has none of that id, or it cannot be computed
     */
    public CheckResult result(String id) {
        Outcome outcome = outcome(id);
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        return Objects.requireNonNull(outcome.result());
    }

    /** The result of a check, or nothing when it cannot be computed: one check never costs the others. */
    public Optional<CheckResult> find(String id) {
        return Optional.ofNullable(outcome(id).result());
    }

    /** Why a check cannot be computed, or nothing when it can. */
    public Optional<RuntimeException> failure(String id) {
        return Optional.ofNullable(outcome(id).failure());
    }

    private Outcome outcome(String id) {
        return known.computeIfAbsent(id, check -> {
            try {
                return new Outcome(compute(check), null);
            } catch (RuntimeException failure) {
                return new Outcome(null, failure);
            }
        });
    }

    private CheckResult compute(String id) {
        CheckDefinition check = checks().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No check %s; there are %s"
                        .formatted(
                                id, checks().stream().map(CheckDefinition::id).toList())));
        String concerned = check.when();
        Condition when = concerned == null ? Condition.ALWAYS : conditions.get(concerned);
        String require = check.require();
        if (require == null) {
            return code.compute(new CheckCall(check, when, snapshot));
        }
        return CheckResult.of(
                check,
                when,
                conditions.get(require),
                snapshot.present(),
                snapshot.customers().size());
    }
}
