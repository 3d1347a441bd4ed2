package org.clientele.engine.figure;

import java.util.BitSet;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ModelResult;

/**
 * Who moved between the segments of one model from one as-of date to another. Rows are segments at the start, columns segments at the
 * end; {@code segmentCount()} stands for "in none" (not yet a customer, or without a value). For every segment start + in − out = end,
 * in customers. Where rules label with several segments, each customer counts in the best one. Immutable.
 */
public final class Movement {
    private final ModelResult start;
    private final ModelResult end;
    private final MeasureColumn value;
    private final int[][] counts;

    private Movement(ModelResult start, ModelResult end, MeasureColumn value, int[][] counts) {
        this.start = start;
        this.end = end;
        this.value = value;
        this.counts = counts;
    }

    /**
     * The movement between two results of the same model over the same customers.
     *
     * @param value the value metric, as of the end
     */
    public static Movement between(ModelResult start, ModelResult end, MeasureColumn value) {
        if (start.size() != end.size() || start.segmentCount() != end.segmentCount()) {
            throw new IllegalArgumentException(
                    "Movement needs the same model and customers at both dates, found %s with %d and %s with %d customers"
                            .formatted(
                                    start.model().id(),
                                    start.size(),
                                    end.model().id(),
                                    end.size()));
        }
        int none = start.segmentCount();
        int[][] counts = new int[none + 1][none + 1];
        for (int customer = 0; customer < start.size(); customer++) {
            counts[place(start, customer)][place(end, customer)]++;
        }
        return new Movement(start, end, value, counts);
    }

    private static int place(ModelResult result, int customer) {
        int segment = result.segment(customer);
        return segment == ModelResult.NONE ? result.segmentCount() : segment;
    }

    /** Number of segments; also the number of the row and column for "in none". */
    public int segmentCount() {
        return counts.length - 1;
    }

    /** Number of customers who were in {@code from} at the start and are in {@code to} at the end. */
    public int count(int from, int to) {
        return counts[from][to];
    }

    /** Those customers. */
    public BitSet customers(int from, int to) {
        BitSet customers = new BitSet(start.size());
        for (int customer = 0; customer < start.size(); customer++) {
            customers.set(customer, place(start, customer) == from && place(end, customer) == to);
        }
        return customers;
    }

    /** Sum of the value metric of those customers. */
    public Value value(int from, int to) {
        return ColumnSum.of(value, customers(from, to));
    }

    /** Number of customers in a segment at the start. */
    public int atStart(int segment) {
        int sum = 0;
        for (int count : counts[segment]) {
            sum += count;
        }
        return sum;
    }

    /** Number of customers in a segment at the end. */
    public int atEnd(int segment) {
        int sum = 0;
        for (int[] row : counts) {
            sum += row[segment];
        }
        return sum;
    }

    /** Number of customers who came into a segment from another, or from none. */
    public int in(int segment) {
        return atEnd(segment) - counts[segment][segment];
    }

    /** Number of customers who left a segment. */
    public int out(int segment) {
        return atStart(segment) - counts[segment][segment];
    }
}
