package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDateTime;
import org.clientele.plugin.Vertical;

/** What time it is where the house of a vertical works: quiet hours are hours there. */
@FunctionalInterface
public interface HouseTime {
    LocalDateTime now(Vertical vertical);

    /** Of one time zone for all. */
    static HouseTime of(Clock clock) {
        return vertical -> LocalDateTime.now(clock);
    }
}
