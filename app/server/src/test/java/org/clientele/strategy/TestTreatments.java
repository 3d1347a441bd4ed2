package org.clientele.strategy;

import org.clientele.common.Jobs;
import org.clientele.segment.Segments;
import org.clientele.segment.ShopPortal;
import org.clientele.strategy.persistence.EnrolmentDao;
import org.clientele.strategy.persistence.StrategyEntryDao;
import org.clientele.strategy.persistence.StrategySettingDao;
import org.clientele.strategy.persistence.StrategyVersionDao;
import org.clientele.strategy.persistence.TreatmentOrderDao;

/** The order of treatment of a portal in tests. */
public final class TestTreatments {
    private TestTreatments() {}

    public static TreatmentOrder of(ShopPortal portal) {
        return new TreatmentOrder(
                new TreatmentOrderDao(portal.database.jdbi()),
                new Segments(portal.snapshots, portal.overrides, portal.rights),
                published(portal),
                portal.verticals,
                portal.rights,
                portal.audit);
    }

    public static PublishedStrategies published(ShopPortal portal) {
        return new PublishedStrategies(
                new StrategyVersionDao(portal.database.jdbi()),
                new StrategySettingDao(portal.database.jdbi()),
                portal.clock);
    }

    public static StrategyEntries entries(ShopPortal portal) {
        return new StrategyEntries(
                portal.memberships, new StrategyEntryDao(portal.database.jdbi(), portal.database.dialect()));
    }

    public static Enrolments enrolments(ShopPortal portal) {
        return new Enrolments(new EnrolmentDao(portal.database.jdbi(), portal.database.dialect()));
    }

    public static Holdouts holdouts(ShopPortal portal) {
        return new Holdouts(
                enrolments(portal),
                published(portal),
                new Segments(portal.snapshots, portal.overrides, portal.rights),
                portal.verticals,
                portal.own,
                portal.rights,
                new Jobs(portal.clock));
    }
}
