package org.clientele.churn;

import java.util.Optional;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.churn.persistence.KeepingCostDao;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What it costs to keep one customer who may be lost, as somebody who knows entered it for the vertical. */
@Service
public class KeepingCosts {
    private final KeepingCostDao costs;
    private final Rights rights;
    private final Audit audit;

    public KeepingCosts(KeepingCostDao costs, Rights rights, Audit audit) {
        this.costs = costs;
        this.rights = rights;
        this.audit = audit;
    }

    /** Minor units; empty: nobody has said so. */
    public Optional<Long> of(Vertical vertical) {
        rights.require(Permission.VIEW_PORTAL, vertical.key());
        return costs.find(vertical.id());
    }

    /** Whether the user may set it. */
    public boolean maySet(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** @param cost minor units, or null: not known any more */
    @Transactional
    public void set(Vertical vertical, @Nullable Long cost) {
        rights.require(Permission.MANAGE_STRATEGIES, vertical.key());
        if (cost != null && cost < 0) {
            throw new Problem("churn.problem.negative");
        }
        String before = costs.find(vertical.id()).map(String::valueOf).orElse(null);
        costs.set(vertical.id(), cost);
        audit.record("churn.keeping-cost", vertical.key(), before, cost == null ? null : cost.toString());
    }
}
