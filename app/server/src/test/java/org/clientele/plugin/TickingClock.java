package org.clientele.plugin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** Later by a second whenever somebody asks. */
public final class TickingClock extends Clock {
    private final AtomicLong asked = new AtomicLong();

    public void forward(Duration time) {
        asked.addAndGet(time.toSeconds());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return Instant.parse("2026-11-22T08:00:00Z").plusSeconds(asked.incrementAndGet());
    }
}
