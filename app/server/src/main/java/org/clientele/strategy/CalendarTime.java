package org.clientele.strategy;

import java.time.Clock;
import java.time.LocalDateTime;
import org.clientele.cases.ServicePolicies;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Component;

/** The time of the vertical's working calendar. */
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
        return LocalDateTime.ofInstant(clock.instant(), policies.zone(vertical));
    }
}
