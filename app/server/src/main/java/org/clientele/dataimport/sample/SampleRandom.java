package org.clientele.dataimport.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Random numbers of the shapes that purchase histories have; the same seed always gives the same numbers. */
public final class SampleRandom {
    private final SplittableRandom random;

    public SampleRandom(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A stream of its own for each purpose, so that a change to one part of a recipe leaves the other parts as they were. */
    static SampleRandom of(long seed, String purpose) {
        UUID digest = UUID.nameUUIDFromBytes((seed + "/" + purpose).getBytes(StandardCharsets.UTF_8));
        return new SampleRandom(digest.getMostSignificantBits() ^ digest.getLeastSignificantBits());
    }

    double uniform() {
        return random.nextDouble();
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** One of the values, the first about twice as often as the last. */
    public <T> T pickSkewed(List<T> values) {
        double place = 1 - Math.sqrt(1 - 0.75 * random.nextDouble());
        return values.get((int) (place / 0.5 * values.size()));
    }

    double exponential(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    double gaussian() {
        return random.nextGaussian();
    }

    /** Gamma of the shape, with mean 1: Marsaglia and Tsang, A Simple Method for Generating Gamma Variables, 2000. */
    double gamma(double shape) {
        if (shape < 1) {
            return (shape + 1) / shape * gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v / shape;
            }
        }
    }

    /** Beta with the given mean; small strength spreads it towards 0 and 1. */
    double beta(double mean, double strength) {
        double a = mean * strength;
        double b = (1 - mean) * strength;
        double x = a * gamma(a);
        double y = b * gamma(b);
        return x / (x + y);
    }
}
