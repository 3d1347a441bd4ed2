package org.clientele.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.CaseEvent.Kind;
import org.clientele.cases.persistence.CaseDao;
import org.clientele.cases.persistence.CaseEventDao;
import org.clientele.common.Announcements;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.customer.OwnCustomers;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What all services of cases do alike: they check rights, find a case, store what changed, and keep and tell what was done. */
@Component
class CaseAccess {
    /** What changes what clocks show. */
    private static final Set<Kind> WINDING = EnumSet.of(Kind.OPENED, Kind.STATE, Kind.TYPE, Kind.ANSWERED, Kind.MERGED);

    private final CaseDao cases;
    private final CaseEventDao events;
    private final CaseWinder winder;
    private final CaseNotices notices;
    private final OwnCustomers own;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Announcements announcements;
    private final Clock clock;

    CaseAccess(
            CaseDao cases,
            CaseEventDao events,
            CaseWinder winder,
            CaseNotices notices,
            OwnCustomers own,
            Verticals verticals,
            Rights rights,
            Audit audit,
            Announcements announcements,
            Clock clock) {
        this.cases = cases;
        this.events = events;
        this.winder = winder;
        this.notices = notices;
        this.own = own;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.announcements = announcements;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    Rights rights() {
        return rights;
    }

    Vertical reading(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return verticals.get(verticalKey);
    }

    Vertical working(String verticalKey) {
        rights.require(Permission.LOG_INTERACTION, verticalKey);
        return verticals.get(verticalKey);
    }

    /** Fails unless there is such a customer whom the user may see. */
    void requireCustomer(Vertical vertical, long customerId) {
        if (!cases.customerExists(vertical.id(), customerId)) {
            throw new Problem("cases.problem.customer");
        }
        own.require(vertical, customerId);
    }

    /** The case, if the user may see its customer. */
    ServiceCase get(Vertical vertical, int number) {
        ServiceCase found = cases.find(vertical.id(), number)
                .orElseThrow(() -> new Problem("cases.problem.missing", ServiceCase.label(number)));
        own.require(vertical, found.customerId());
        return found;
    }

    /** The case as the user saw it; fails when somebody changed it since. */
    ServiceCase asSeen(Vertical vertical, ServiceCase seen) {
        ServiceCase found = get(vertical, seen.number());
        if (found.version() != seen.version()) {
            throw new ConflictProblem("cases.problem.conflict");
        }
        return found;
    }

    void store(ServiceCase changed) {
        if (!cases.update(changed)) {
            throw new ConflictProblem("cases.problem.conflict");
        }
    }

    /** Keeps what was done, and tells every screen once the transaction is over. */
    void record(
            Vertical vertical,
            ServiceCase about,
            Kind kind,
            @Nullable String before,
            @Nullable String after,
            String note) {
        if (note.length() > CaseEvent.NOTE_LENGTH) {
            throw new Problem("cases.problem.note-long", note.length(), CaseEvent.NOTE_LENGTH);
        }
        cases.touch(about.id());
        events.insert(about.id(), now(), rights.user().id(), kind, before, after, note.strip());
        audit.record("case." + kind.name().toLowerCase(Locale.ROOT), "case " + about.id(), before, after);
        if (WINDING.contains(kind)) {
            cases.find(vertical.id(), about.number()).ifPresent(now -> wind(vertical, now, kind));
        }
        if (kind != Kind.OPENED) {
            notices.changed(vertical, about, now(), rights.user().id());
        }
        tell(vertical, about);
    }

    private void wind(Vertical vertical, ServiceCase now, Kind kind) {
        if (kind == Kind.OPENED) {
            winder.windFresh(vertical, now, now());
        } else {
            winder.wind(vertical, now, now());
        }
    }

    /** Tells somebody that the case is theirs now. */
    void assigned(Vertical vertical, ServiceCase about, long owner) {
        notices.assigned(vertical, about, now(), owner, rights.user().id());
    }

    /** The clocks of a case. */
    CaseClocks clocks(Vertical vertical, ServiceCase one) {
        return winder.clocks(vertical, one);
    }

    void tell(Vertical vertical, ServiceCase about) {
        announcements.publish(new CasesChanged(vertical.key(), about.customerId()));
    }
}
