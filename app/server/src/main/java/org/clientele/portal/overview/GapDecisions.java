package org.clientele.portal.overview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerFilter.Checked;
import org.clientele.engine.check.CheckResult;
import org.clientele.engine.check.CheckState;
import org.clientele.plugins.api.CheckDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;

/** The requirements that most customers do not meet, of the groups of checks that the overview shows; forbidden acts come first. */
final class GapDecisions {
    private static final Comparator<Decision> WORST_FIRST =
            Comparator.comparingInt(Decision::customers).reversed();

    private GapDecisions() {}

    static List<Decision> of(PortalSnapshot snapshot, int most) {
        Set<String> groups = snapshot.definition().tiles().stream()
                .filter(tile -> tile.kind() == TileDefinition.Kind.GAPS)
                .map(tile -> String.valueOf(tile.group()))
                .collect(Collectors.toSet());
        List<Decision> forbidden = new ArrayList<>();
        List<Decision> required = new ArrayList<>();
        for (CheckDefinition check : snapshot.definition().checks()) {
            if (!groups.contains(check.group())) {
                continue;
            }
            switch (check.severity()) {
                case FORBIDDEN -> decision(snapshot, check).ifPresent(forbidden::add);
                case REQUIRED -> decision(snapshot, check).ifPresent(required::add);
                case ADVICE -> {}
            }
        }
        forbidden.sort(WORST_FIRST);
        required.sort(WORST_FIRST);
        forbidden.addAll(required);
        return forbidden.stream().limit(most).toList();
    }

    /** About those who do not meet it or, where everybody recorded does, those of whom nothing is recorded. */
    private static Optional<Decision> decision(PortalSnapshot snapshot, CheckDefinition check) {
        return snapshot.checks()
                .find(check.id())
                .flatMap(result -> result.count(CheckState.NOT_MET) > 0
                        ? decision(snapshot, result, CheckState.NOT_MET)
                        : decision(snapshot, result, CheckState.NOT_RECORDED));
    }

    private static Optional<Decision> decision(PortalSnapshot snapshot, CheckResult result, CheckState state) {
        BitSet customers = result.customers(state);
        if (customers.isEmpty()) {
            return Optional.empty();
        }
        boolean recorded = state == CheckState.NOT_MET;
        String check = result.check().id();
        return Optional.of(new Decision(
                recorded ? Decision.Kind.NOT_MET : Decision.Kind.NOT_RECORDED,
                new SegmentName("", ""),
                0,
                customers.cardinality(),
                Decisions.value(snapshot, customers),
                List.of(CustomerFilter.check(check, recorded ? Checked.NOT_MET : Checked.NOT_RECORDED)),
                check));
    }
}
