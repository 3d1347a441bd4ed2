package org.clientele.engine.statistics;

import java.util.OptionalLong;

/**
 * What a treatment changes: the mean outcome of those treated less that of a random holdout, with an interval that holds at every look
 * ({@link ConfidenceSequence}). The difference is the mean of the augmented inverse-probability-weighted outcomes with the two means as predictions
 * (Waudby-Smith and others 2024, section 3); their variance is {@code n (s₁²/n₁ + s₀²/n₀)}. Customers who were drawn in strata make the
 * interval wider than need be, never narrower. Not safe to share between threads.
 */
public final class Uplift {
    /** The fewest customers in the smaller group with whom the interval can be trusted: it rests on the central limit theorem. */
    public static final int FEWEST = 50;

    private final ConfidenceSequence sequence;
    private final Group treated = new Group();
    private final Group holdout = new Group();

    public Uplift(ConfidenceSequence sequence) {
        this.sequence = sequence;
    }

    /** Running mean and sum of squares (Welford). */
    private static final class Group {
        private long count;
        private double mean;
        private double squares;

        void add(double value) {
            count++;
            double off = value - mean;
            mean += off / count;
            squares += off * (value - mean);
        }

        double variance() {
            return count < 2 ? 0 : squares / (count - 1);
        }
    }

    /** Takes a customer whose outcome is known. */
    public void add(boolean heldOut, double outcome) {
        (heldOut ? holdout : treated).add(outcome);
    }

    /** How many of those treated there are. */
    public long treated() {
        return treated.count;
    }

    /** How many are held out. */
    public long heldOut() {
        return holdout.count;
    }

    public double treatedMean() {
        return treated.mean;
    }

    public double holdoutMean() {
        return holdout.mean;
    }

    /** What treatment adds, as seen. */
    public double difference() {
        return treated.mean - holdout.mean;
    }

    /** How far the true difference may be from the one seen; infinite while there is {@linkplain #isEnough not enough} to tell. */
    public double radius() {
        return isEnough() ? sequence.radius(count(), deviation()) : Double.POSITIVE_INFINITY;
    }

    /** Whether both groups are large enough for an interval, and outcomes differ at all. */
    public boolean isEnough() {
        return Math.min(treated.count, holdout.count) >= FEWEST && deviation() > 0;
    }

    /** Whether the interval leaves out zero. */
    public boolean isTold() {
        return Math.abs(difference()) > radius();
    }

    /** The customers of both groups together, in the shares of now, with whom an effect of a size would be told; empty while that cannot be said. */
    public OptionalLong required(double effect) {
        if (!isEnough()) {
            return OptionalLong.empty();
        }
        long required = sequence.required(deviation(), effect);
        return required == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(required);
    }

    private long count() {
        return treated.count + holdout.count;
    }

    private double deviation() {
        if (treated.count == 0 || holdout.count == 0) {
            return 0;
        }
        return Math.sqrt(count() * (treated.variance() / treated.count + holdout.variance() / holdout.count));
    }
}
