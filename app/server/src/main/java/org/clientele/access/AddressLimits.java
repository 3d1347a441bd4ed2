package org.clientele.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often one address may try something. Remembers the addresses seen last, so that its size is bounded. Thread-safe. */
public final class AddressLimits {
    private static final int ADDRESSES = 10_000;

    private final TimeMeter time;
    private final int tries;
    private final Duration refill;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    /**
     * @param tries how many at once
     * @param refill the time in which as many come back
     */
    public AddressLimits(Clock clock, int tries, Duration refill) {
        this.time = new ClockMeter(clock);
        this.tries = tries;
        this.refill = refill;
    }

    /** Counts a try; false when the address has used up its tries. */
    public boolean allow(String address) {
        Bucket bucket;
        synchronized (buckets) {
            bucket = buckets.computeIfAbsent(address, ignored -> newBucket());
        }
        return bucket.tryConsume(1);
    }

    private Bucket newBucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(Bandwidth.builder()
                        .capacity(tries)
                        .refillGreedy(tries, refill)
                        .build())
                .build();
    }

    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return Math.multiplyExact(clock.millis(), 1_000_000L);
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
