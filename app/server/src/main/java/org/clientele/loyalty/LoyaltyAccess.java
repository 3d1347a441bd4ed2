package org.clientele.loyalty;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the services of loyalty do alike: they check rights, keep what was done, and tell every screen. */
@Component
class LoyaltyAccess {
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    LoyaltyAccess(Verticals verticals, Rights rights, Audit audit, Announcements announcements, Clock clock) {
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    Vertical require(Permission permission, String verticalKey) {
        rights.require(permission, verticalKey);
        return verticals.get(verticalKey);
    }

    boolean may(Permission permission, String verticalKey) {
        return rights.may(permission, verticalKey);
    }

    long user() {
        return rights.user().id();
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    void record(String action, String subject, @Nullable String before, @Nullable String after) {
        audit.record("loyalty." + action, subject, before, after);
    }

    void tell(Vertical vertical, Set<Long> customers) {
        announcements.publish(new LoyaltyChanged(vertical.key(), customers));
    }

    void announceSet(Vertical vertical) {
        announcements.publish(new ProgrammeSet(vertical.key()));
    }
}
