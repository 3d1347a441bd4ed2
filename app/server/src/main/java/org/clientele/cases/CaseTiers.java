package org.clientele.cases;

import org.clientele.cases.persistence.ClockDao;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.segment.Memberships;
import org.springframework.stereotype.Component;

/** What a policy says of a new case: whether it is taken at all, and the tier that its customer is in. */
@Component
class CaseTiers {
    private final ServicePolicies policies;
    private final Memberships memberships;
    private final ClockDao clocks;

    CaseTiers(ServicePolicies policies, Memberships memberships, ClockDao clocks) {
        this.policies = policies;
        this.memberships = memberships;
        this.clocks = clocks;
    }

    void requireType(Vertical vertical, CaseType type) {
        if (!policies.of(vertical).policy().types().contains(type)) {
            throw new Problem("cases.problem.type-off");
        }
    }

    /** Keeps the customer's tier with the case: what was promised at the opening holds, wherever the customer moves. */
    void note(Vertical vertical, ServiceCase opened) {
        String model = policies.of(vertical).policy().tierModel();
        if (model != null) {
            memberships.history(vertical.key(), opened.customerId()).stream()
                    .filter(member ->
                            member.validTo() == null && member.segment().model().equals(model))
                    .findFirst()
                    .ifPresent(member ->
                            clocks.setTier(opened.id(), member.segment().segment()));
        }
    }
}
