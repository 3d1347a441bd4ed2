package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.clientele.plugin.Vertical;

/** What time it is where the house of a vertical works: quiet hours are hours there, and days off are days off there. */
public interface HouseTime {
    LocalDateTime now(Vertical vertical);

    ZoneId zone(Vertical vertical);

    /** Days on which the house does not work, beside those of every week. */
    Set<LocalDate> daysOff(Vertical vertical);

    /** Of one time zone for all, without days off. */
    static HouseTime of(Clock clock) {
        return new HouseTime() {
            @Override
            public LocalDateTime now(Vertical vertical) {
                return LocalDateTime.now(clock);
            }

            @Override
            public ZoneId zone(Vertical vertical) {
                return clock.getZone();
            }

            @Override
            public Set<LocalDate> daysOff(Vertical vertical) {
                return Set.of();
            }
        };
    }
}
