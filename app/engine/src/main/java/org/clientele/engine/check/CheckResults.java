package org.clientele.engine.check;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.engine.Snapshot;
import org.clientele.engine.condition.Condition;
import org.clientele.plugins.api.CheckDefinition;

/**
 * The checks of a vertical over one snapshot, each computed when it is first asked for and kept: one pass over the customers, some
 * milliseconds for a million of them. Safe to share between threads.
 */
public final class CheckResults {
    private final Snapshot snapshot;
    private final MemberConditions conditions;
    private final Map<String, CheckResult> known = new ConcurrentHashMap<>();

    /** For the checks of the snapshot's definition; nothing is computed yet. */
    public CheckResults(Snapshot snapshot, MemberConditions conditions) {
        this.snapshot = snapshot;
        this.conditions = conditions;
    }

    /** The checks, in the order of the vertical. */
    public List<CheckDefinition> checks() {
        return snapshot.data().definition().checks();
    }

    /**
     * The result of a check.
     *
     * @throws IllegalArgumentException when the vertical has none of that id, or it cannot be computed from columns
     */
    public CheckResult result(String id) {
        return known.computeIfAbsent(id, this::compute);
    }

    private CheckResult compute(String id) {
        CheckDefinition check = checks().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No check %s; there are %s"
                        .formatted(
                                id, checks().stream().map(CheckDefinition::id).toList())));
        String require = check.require();
        if (require == null) {
            throw new IllegalArgumentException("Check %s is answered by its plugin's code (%s), not from columns"
                    .formatted(id, check.extension()));
        }
        String when = check.when();
        return CheckResult.of(
                check,
                when == null ? Condition.ALWAYS : conditions.get(when),
                conditions.get(require),
                snapshot.context().present(),
                snapshot.customers().size());
    }
}
