package org.clientele.portal.screen;

import java.util.BitSet;
import java.util.List;
import org.clientele.engine.check.CheckResult;
import org.clientele.engine.check.CheckResults;
import org.clientele.engine.check.CheckState;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.ui.CheckFinding.Outcome;

/** Who stands how by several checks taken together: a gap outweighs what is not recorded, and that outweighs what is met. */
final class Standings {
    private final BitSet met = new BitSet();
    private final BitSet gaps = new BitSet();
    private final BitSet unknown = new BitSet();

    private Standings(List<CheckResult> results) {
        for (CheckResult result : results) {
            met.or(result.customersConcerned());
            gaps.or(result.customers(CheckState.NOT_MET));
            unknown.or(result.customers(CheckState.NOT_RECORDED));
        }
        unknown.andNot(gaps);
        met.andNot(gaps);
        met.andNot(unknown);
    }

    /** @throws IllegalArgumentException when there is no check of an id; those that cannot be computed are left out */
    static Standings of(CheckResults results, List<String> checks) {
        List<String> known = results.checks().stream().map(CheckDefinition::id).toList();
        checks.stream().filter(check -> !known.contains(check)).findFirst().ifPresent(check -> {
            throw new IllegalArgumentException("There is no check %s; the vertical has %s".formatted(check, known));
        });
        return new Standings(
                checks.stream().flatMap(check -> results.find(check).stream()).toList());
    }

    /** As a copy. */
    BitSet customers(Outcome outcome) {
        BitSet chosen =
                switch (outcome) {
                    case MET -> met;
                    case GAP -> gaps;
                    case UNKNOWN -> unknown;
                };
        return (BitSet) chosen.clone();
    }
}
