package org.clientele.engine.model;

import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.column.CodeColumn;
import org.clientele.engine.column.Dictionary;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.definition.ModelFigure;

/**
 * The segments of all customers by one model as of a date. Segments are numbered as in {@code model.segments()}, best first.
 * Immutable and safe to share between threads.
 */
public abstract sealed class ModelResult
        permits RfmResult,
                TiersResult,
                RulesResult,
                MatrixResult,
                ClusterResult,
                ChurnResult,
                ClvResult,
                CustomResult,
                UnavailableResult {
    /** {@link #segment} of a customer in no segment. */
    public static final int NONE = -1;

    final ModelContext context;
    final int[] segments;

    ModelResult(ModelContext context, int[] segments) {
        this.context = context;
        this.segments = segments;
    }

    /** The model. */
    public abstract ModelDefinition model();

    /** What the model foretells of every customer; missing where it says nothing. Fails where it does not foretell that. */
    public MeasureColumn figure(ModelFigure.Kind kind) {
        throw new IllegalArgumentException("Model %s does not foretell %s".formatted(model().id(), kind));
    }

    /** The day as of which customers were put into segments. */
    public final LocalDate asOf() {
        return context.metrics().asOf();
    }

    /** Number of customers. */
    public final int size() {
        return segments.length;
    }

    /** Number of segments. */
    public final int segmentCount() {
        return model().segments().size();
    }

    /** The number of a segment, {@link #NONE} when the model has none of that id. */
    public final int ordinal(String segment) {
        for (int i = 0; i < segmentCount(); i++) {
            if (model().segments().get(i).id().equals(segment)) {
                return i;
            }
        }
        return NONE;
    }

    /** The segment a customer is in, the best one where rules label with several; {@link #NONE} for none. */
    public final int segment(int customer) {
        return segments[customer];
    }

    /** {@link #segment} of every customer, in an array of the caller's own. */
    public final int[] segments() {
        return segments.clone();
    }

    /** Whether a customer is in a segment. */
    public boolean isMember(int customer, int segment) {
        return segments[customer] == segment;
    }

    /** Whether a customer is in one segment at most. */
    public boolean isExclusive() {
        return true;
    }

    /** The customers in a segment; {@link #NONE}: those in none. */
    public final BitSet members(int segment) {
        BitSet members = new BitSet(size());
        for (int customer = 0; customer < size(); customer++) {
            members.set(customer, segment == NONE ? segments[customer] == NONE : isMember(customer, segment));
        }
        return members;
    }

    /** {@link #members} of every segment, found in one walk where a customer is in one at most. */
    public final List<BitSet> membersOfEach() {
        if (!isExclusive()) {
            return IntStream.range(0, segmentCount()).mapToObj(this::members).toList();
        }
        List<BitSet> members = IntStream.range(0, segmentCount())
                .mapToObj(segment -> new BitSet(size()))
                .toList();
        for (int customer = 0; customer < size(); customer++) {
            if (segments[customer] != NONE) {
                members.get(segments[customer]).set(customer);
            }
        }
        return members;
    }

    /** The number of customers in each segment. Where rules label with several, a customer counts in each. */
    public final int[] counts() {
        int[] counts = new int[segmentCount()];
        for (int customer = 0; customer < size(); customer++) {
            if (segments[customer] != NONE) {
                count(customer, counts);
            }
        }
        return counts;
    }

    void count(int customer, int[] counts) {
        counts[segments[customer]]++;
    }

    /** The ids of the segments by customer, missing where a customer is in none; for conditions, sorting, export. */
    public final CodeColumn column() {
        Dictionary dictionary = Dictionary.of(
                model().segments().stream().map(SegmentDefinition::id).toList());
        return CodeColumn.of(dictionary, segments.clone());
    }

    /** Why a customer is in {@link #segment}, or in none. */
    public final Reason reason(int customer) {
        return reason(customer, segments[customer]);
    }

    /**
     * Why a customer is in a segment.
     *
     * @param segment a segment the customer is in, or {@link #NONE} when in none
     * @throws IllegalArgumentException when the customer is not in that segment
     */
    public final Reason reason(int customer, int segment) {
        boolean fits = segment == NONE ? segments[customer] == NONE : isMember(customer, segment);
        if (!fits) {
            throw new IllegalArgumentException("Customer %d is not in segment %d of model %s: ask isMember first"
                    .formatted(context.customers().id(customer), segment, model().id()));
        }
        return explain(customer, segment);
    }

    abstract Reason explain(int customer, int segment);

    final String segmentId(int segment) {
        return model().segments().get(segment).id();
    }
}
