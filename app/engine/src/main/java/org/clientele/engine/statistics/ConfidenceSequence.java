package org.clientele.engine.statistics;

/**
 * How far a mean may be from what is seen of it, whenever one looks: an asymptotic confidence sequence. An interval that is made for one look
 * is wrong more often the more often one looks and stops when it pleases; this one holds the level over all looks together, without a plan of
 * when to look or to stop.
 *
 * <p>After {@code n} values with the standard deviation σ the radius is {@code σ √((nρ²+1)/(n²ρ²) · ln((nρ²+1)/α²))}: the normal mixture
 * boundary of Robbins (1970), in the form of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas, “Time-uniform central limit theory and asymptotic
 * confidence sequences”, The Annals of Statistics 52 (2024), theorem 2.2. On such boundaries in general: Howard, Ramdas, McAuliffe and Sekhon,
 * “Time-uniform, nonparametric, nonasymptotic confidence sequences”, The Annals of Statistics 49 (2021).
 *
 * <p>ρ makes the radius smallest at one number of values, which has to be chosen without looking at them; elsewhere it is somewhat wider. With
 * {@code s = nρ²} the radius is smallest where {@code s = ln(1+s) − 2 ln α}. Immutable.
 */
public final class ConfidenceSequence {
    private static final int STEPS = 60;
    private static final long MOST = 1L << 40;

    private final double alpha;
    private final double squared;

    /**
     * @param alpha the share of sequences that leave out the true mean at any look, between 0 and 1
     * @param narrowestAt the number of values at which the radius is smallest
     */
    public ConfidenceSequence(double alpha, long narrowestAt) {
        if (!(alpha > 0 && alpha < 1) || narrowestAt < 1) {
            throw new IllegalArgumentException(
                    "Needs 0 < alpha < 1 and a positive number, not " + alpha + " and " + narrowestAt);
        }
        this.alpha = alpha;
        this.squared = best(alpha) / narrowestAt;
    }

    private static double best(double alpha) {
        double s = 1;
        for (int step = 0; step < STEPS; step++) {
            s = Math.log1p(s) - 2 * Math.log(alpha);
        }
        return s;
    }

    /** How far the mean of so many values may be from the true one. */
    public double radius(long values, double deviation) {
        double s = values * squared;
        return deviation * Math.sqrt((s + 1) / (s * values) * Math.log((s + 1) / (alpha * alpha)));
    }

    /**
     * The least number of values at which an effect is told from none with a probability of about four in five: the radius, and 0.84 standard
     * errors on top, are no more than the effect. {@link Long#MAX_VALUE} where no number is enough.
     */
    public long required(double deviation, double effect) {
        double size = Math.abs(effect);
        if (!(size > 0) || reach(MOST, deviation) > size) {
            return Long.MAX_VALUE;
        }
        long low = 1;
        long high = MOST;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (reach(middle, deviation) <= size) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The 80 % quantile of the normal distribution. */
    private static final double POWER = 0.8416212335729143;

    private double reach(long values, double deviation) {
        return radius(values, deviation) + POWER * deviation / Math.sqrt(values);
    }
}
