package org.clientele.cases;

import java.time.Instant;
import java.util.List;
import org.clientele.cases.CaseClocks.Times;
import org.clientele.cases.CaseEvent.Kind;
import org.clientele.cases.persistence.CaseEventDao;
import org.clientele.cases.persistence.ClockDao;
import org.clientele.plugin.Vertical;
import org.springframework.stereotype.Component;

/** Reads the clocks of a case and stores what they show. For work whose rights were checked. */
@Component
class CaseWinder {
    private final ClockDao clocks;
    private final CaseEventDao events;
    private final ServicePolicies policies;
    private final CaseNotices notices;

    CaseWinder(ClockDao clocks, CaseEventDao events, ServicePolicies policies, CaseNotices notices) {
        this.clocks = clocks;
        this.events = events;
        this.policies = policies;
        this.notices = notices;
    }

    CaseClocks clocks(Vertical vertical, ServiceCase one) {
        return CaseClocks.of(one, events.of(one.id()), policies.of(vertical).policy());
    }

    /** True when the case is later than it was known to be, which is then kept among what happened, and told. */
    boolean wind(Vertical vertical, ServiceCase one, Instant now) {
        CaseAlert alert = read(vertical, one, now);
        boolean later = alert.compareTo(one.alert()) > 0;
        if (later) {
            notices.late(vertical, one, alert, now);
        }
        return later;
    }

    /** The same for a case that has just come: how late it came is kept, but rings for nobody. */
    boolean windFresh(Vertical vertical, ServiceCase one, Instant now) {
        return read(vertical, one, now).compareTo(one.alert()) > 0;
    }

    private CaseAlert read(Vertical vertical, ServiceCase one, Instant now) {
        List<CaseEvent> done = events.of(one.id());
        Times times = CaseClocks.of(one, done, policies.of(vertical).policy()).times(now);
        clocks.store(one.id(), times);
        if (times.alert().compareTo(one.alert()) > 0) {
            events.insert(
                    one.id(),
                    now,
                    null,
                    Kind.ALERT,
                    one.alert().name(),
                    times.alert().name(),
                    "");
        }
        return times.alert();
    }
}
