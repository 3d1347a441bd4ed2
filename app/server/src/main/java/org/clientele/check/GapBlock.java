package org.clientele.check;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.clientele.check.CheckSummary.Line;
import org.clientele.engine.check.CheckResult;
import org.clientele.engine.check.CheckState;

/** The customers with one kind of gap in one check. */
record GapBlock(CheckResult result, CheckState state, BitSet customers, int size) {
    private static final List<CheckState> GAPS = List.of(CheckState.NOT_MET, CheckState.NOT_RECORDED);

    /** The gaps of a summary that a query asks for, in its order; by customer they stand in the order of the checks. */
    static List<GapBlock> of(CheckSummary summary, GapQuery query, BitSet among) {
        List<GapBlock> blocks = new ArrayList<>();
        for (Line line : summary.lines()) {
            if (!line.failed() && asksFor(query, line)) {
                GAPS.stream()
                        .filter(state -> query.state() == null || query.state() == state)
                        .map(state -> of(line.computed(), state, among))
                        .forEach(blocks::add);
            }
        }
        blocks.sort(order(query));
        return blocks;
    }

    private static GapBlock of(CheckResult result, CheckState state, BitSet among) {
        BitSet customers = result.customers(state);
        customers.and(among);
        return new GapBlock(result, state, customers, customers.cardinality());
    }

    private static boolean asksFor(GapQuery query, Line line) {
        boolean check =
                query.check() == null || query.check().equals(line.check().id());
        boolean severity =
                query.severity() == null || query.severity() == line.check().severity();
        return check && severity;
    }

    private static Comparator<GapBlock> order(GapQuery query) {
        Comparator<GapBlock> order =
                switch (query.sort()) {
                    case SEVERITY ->
                        Comparator.comparing(
                                block -> -block.result.check().severity().ordinal());
                    case STATE -> Comparator.comparing(GapBlock::state);
                    case CHECK, CUSTOMER -> (a, b) -> 0;
                };
        return query.descending() ? order.reversed() : order;
    }
}
