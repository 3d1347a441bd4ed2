package org.clientele.plugins.api.extension;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a {@link CustomModel} found: for each customer a segment and why. Takes 6 bytes a customer and what its reasons hold. To be
 * filled by one thread during the call; what is put afterwards is not seen.
 */
public final class ModelOutput {
    /** The segment of customers in none; rows that were never put are in none. */
    public static final int NONE = -1;
    /** The most reasons that one output may have. */
    public static final int MAX_REASONS = 100;
    /** The most values that a reason may have. */
    public static final int MAX_VALUES = 4;

    private static final short NO_REASON = -1;

    private final int segmentCount;
    private final List<String> known;
    private final int[] segments;
    private final short[] reasons;
    private final List<Reason> declared = new ArrayList<>();

    private ModelOutput(int size, int segmentCount, List<String> known) {
        this.segmentCount = segmentCount;
        this.known = known;
        this.segments = new int[size];
        this.reasons = new short[size];
        Arrays.fill(segments, NONE);
        Arrays.fill(reasons, NO_REASON);
    }

    /** An output for that input, with every customer in no segment. */
    public static ModelOutput of(ModelInput input) {
        return new ModelOutput(input.size(), input.segments().size(), List.copyOf(input.reasons()));
    }

    /**
     * Why a customer is in a segment: a text with a value for each of its places.
     *
     * @param key id of one of the model's {@code reasons}
     * @param values of the text's places {0}, {1} …; at most {@value #MAX_VALUES}
     */
    public record Reason(String key, List<Cells> values) {
        public Reason {
            values = List.copyOf(values);
        }
    }

    /**
     * Declares a reason, once for all customers to whom it applies.
     *
     * @return its number, for {@link #put(int, int, int)}
     * @throws WrongResultException when the model lists no such reason, a computed value has another number of rows, or there are too many
     */
    public int reason(String key, Cells... values) {
        if (!known.contains(key)) {
            throw new WrongResultException("Reason %s is none of the model's reasons %s".formatted(key, known));
        }
        if (declared.size() == MAX_REASONS || values.length > MAX_VALUES) {
            throw new WrongResultException("Reason %s is number %d with %d values; there may be %d with %d each"
                    .formatted(key, declared.size() + 1, values.length, MAX_REASONS, MAX_VALUES));
        }
        for (Cells value : values) {
            if (value instanceof Cells.Computed computed && computed.size() != segments.length) {
                throw new WrongResultException(
                        "Reason %s has %d values for %d customers".formatted(key, computed.size(), segments.length));
            }
        }
        declared.add(new Reason(key, List.of(values)));
        return declared.size() - 1;
    }

    /**
     * Puts a customer into a segment without saying why.
     *
     * @param segment its place in {@link ModelInput#segments}, or {@link #NONE}
     * @throws WrongResultException when there is no such row or segment
     */
    public void put(int row, int segment) {
        if (row < 0 || row >= segments.length) {
            throw new WrongResultException(
                    "Row %d does not exist; there are %d customers".formatted(row, segments.length));
        }
        if (segment < NONE || segment >= segmentCount) {
            throw new WrongResultException(
                    "Row %d is put into segment %d; the model has segments 0 to %d, or %d for none"
                            .formatted(row, segment, segmentCount - 1, NONE));
        }
        segments[row] = segment;
        reasons[row] = NO_REASON;
    }

    /**
     * Puts a customer into a segment.
     *
     * @param segment its place in {@link ModelInput#segments}, or {@link #NONE}
     * @param reason what {@link #reason} returned
     * @throws WrongResultException when there is no such row, segment or reason
     */
    public void put(int row, int segment, int reason) {
        if (reason < 0 || reason >= declared.size()) {
            throw new WrongResultException(
                    "Row %d has reason %d; %d reasons are declared".formatted(row, reason, declared.size()));
        }
        put(row, segment);
        reasons[row] = (short) reason;
    }

    /** Number of customers. */
    public int size() {
        return segments.length;
    }

    /** The segment of each row, as a copy. */
    public int[] segments() {
        return segments.clone();
    }

    /** The place of each row's reason in {@link #declared}, −1 for none, as a copy. */
    public short[] reasons() {
        return reasons.clone();
    }

    /** The reasons declared, as a copy. */
    public List<Reason> declared() {
        return List.copyOf(declared);
    }
}
