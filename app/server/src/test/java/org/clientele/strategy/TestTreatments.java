package org.clientele.strategy;

import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.strategy.persistence.TreatmentOrderDao;

/** The order of treatment of a portal in tests. */
public final class TestTreatments {
    private TestTreatments() {}

    public static TreatmentOrder of(ShopPortal portal) {
        return new TreatmentOrder(
                new TreatmentOrderDao(portal.database.jdbi()),
                new Segments(portal.snapshots, portal.overrides, portal.rights),
                portal.verticals,
                portal.rights,
                portal.audit);
    }
}
