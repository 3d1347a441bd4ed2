package org.clientele.cases;

import java.time.Clock;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.cases.persistence.ClockDao;
import org.clientele.cases.persistence.PolicyDao;
import org.clientele.common.ConflictProblem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What verticals promise. A change counts for every open case, from its opening on; cases that are done keep what they were. */
@Service
public class ServicePolicies {
    private final PolicyDao policies;
    private final ClockDao clocks;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;
    private final Clock clock;

    public ServicePolicies(
            PolicyDao policies, ClockDao clocks, Verticals verticals, Rights rights, Audit audit, Clock clock) {
        this.policies = policies;
        this.clocks = clocks;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A policy as somebody saw it.
     *
     * @param version 0: nobody set one yet
     */
    public record Seen(ServicePolicy policy, int version) {}

    /** What the vertical promises. */
    public Seen get(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return of(verticals.get(verticalKey));
    }

    /** For work that nobody asked for: callers check rights. */
    Seen of(Vertical vertical) {
        return policies.find(vertical.id())
                .map(stored -> new Seen(stored.policy(), stored.version()))
                .orElseGet(() -> new Seen(ServicePolicy.usual(vertical.key(), clock.getZone()), 0));
    }

    /** When the house works; callers check rights. */
    public WorkingCalendar calendar(Vertical vertical) {
        return of(vertical).policy().calendar();
    }

    public boolean maySet(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** Promises something else from now on; the clocks of all open cases are read anew, in the background. */
    @Transactional
    public void set(String verticalKey, Seen seen, ServicePolicy policy) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        if (!policies.store(vertical.id(), seen.version(), policy)) {
            throw new ConflictProblem("cases.problem.policy-conflict");
        }
        clocks.lookAtAll(vertical.id(), clock.instant());
        audit.record(
                "case.policy",
                "vertical " + verticalKey,
                "version " + seen.version(),
                "version " + (seen.version() + 1));
    }
}
