package org.clientele.engine.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;

/** Figures of a model's segments. Stateless. */
public final class SegmentFigures {
    private SegmentFigures() {}

    /**
     * Size and value of each segment, in the model's order, then of the customers in none if there are any who are in none by this
     * model but were customers.
     *
     * @param value the value metric
     * @param present the customers who were customers on the as-of day ({@code ModelContext.present})
     */
    public static List<SegmentTotal> totals(ModelResult result, MeasureColumn value, BitSet present) {
        List<BitSet> members = result.membersOfEach();
        BitSet none = result.members(ModelResult.NONE);
        none.and(present);
        List<Value> values = members.stream().map(m -> ColumnSum.of(value, m)).toList();
        double all = values.stream().mapToDouble(Value::asDouble).sum();
        List<SegmentTotal> totals = new ArrayList<>();
        for (int segment = 0; segment < members.size(); segment++) {
            totals.add(total(segment, members.get(segment), values.get(segment), all));
        }
        if (!none.isEmpty()) {
            totals.add(total(ModelResult.NONE, none, ColumnSum.of(value, none), Double.NaN));
        }
        return totals;
    }

    private static SegmentTotal total(int segment, BitSet members, Value value, double all) {
        double share = all > 0 ? value.asDouble() / all : Double.NaN;
        return new SegmentTotal(segment, members, members.cardinality(), value, share);
    }

    /**
     * The share (0–1) of customers who are in a segment at the end of a period, compared with its start.
     *
     * @param now the result as of the period's last day
     * @param nowPresent the customers of that day
     * @param before the result as of the day before the period
     * @param beforePresent the customers of that day
     */
    public static Figure share(
            int segment, ModelResult now, BitSet nowPresent, ModelResult before, BitSet beforePresent) {
        BitSet members = now.members(segment);
        return new Figure(
                share(members.cardinality(), nowPresent.cardinality()),
                share(before.members(segment).cardinality(), beforePresent.cardinality()),
                members);
    }

    static Value share(long part, long whole) {
        return whole == 0 ? Value.MISSING : new Value.Decimal((double) part / whole);
    }
}
