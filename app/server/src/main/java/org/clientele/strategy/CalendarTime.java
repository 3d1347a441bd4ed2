package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.clientele.cases.ServicePolicies;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Component;

/** The time and the days off of the vertical's working calendar. */
@Component
class CalendarTime implements HouseTime {
    private final ServicePolicies policies;
    private final Clock clock;

    CalendarTime(ServicePolicies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    @Override
    public LocalDateTime now(Vertical vertical) {
        return LocalDateTime.ofInstant(clock.instant(), zone(vertical));
    }

    @Override
    public ZoneId zone(Vertical vertical) {
        return ZoneId.of(policies.calendar(vertical).zone());
    }

    @Override
    public Set<LocalDate> daysOff(Vertical vertical) {
        return policies.calendar(vertical).daysOff();
    }
}
