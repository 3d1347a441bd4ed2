package org.clientele.segment;

import java.time.Clock;
import java.util.Objects;
import org.clientele.access.Rights;
import org.clientele.activity.VerticalData;
import org.clientele.activity.persistence.ActivityDao;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.CustomerService;
import org.clientele.customer.PastAttributes;
import org.clientele.customer.persistence.AttributeChangeDao;
import org.clientele.plugin.Verticals;
import org.clientele.plugin.code.PluginCalls;
import org.clientele.reference.ReferenceData;
import org.clientele.reference.persistence.ReferenceDao;
import org.clientele.segment.persistence.MembershipDao;
import org.clientele.segment.persistence.ModelVersionDao;
import org.clientele.segment.persistence.OwnModelDao;
import org.clientele.segment.persistence.RecomputeRunDao;

/** Snapshots whose custom models and checks are answered by the code of plugins that are loaded, as in the portal. */
public record CodeSnapshots(
        TestDatabase database,
        Verticals verticals,
        CustomerService customers,
        Rights rights,
        Announcements announcements,
        Clock clock) {
    public Snapshots answeredBy(PluginCalls calls) {
        VerticalData data = new VerticalData(
                customers,
                new ActivityDao(database.jdbi(), database.dialect()),
                new ReferenceData(new ReferenceDao(database.jdbi(), database.dialect())));
        ModelOverrides overrides = new ModelOverrides(
                new ModelVersionDao(database.jdbi()),
                new KnownModels(new OwnModelDao(database.jdbi())),
                verticals,
                rights,
                clock);
        return new Snapshots(
                verticals, data, overrides, new CalledPlugins(calls), past(database), announcements, clock);
    }

    /** The past as the database knows it. */
    public static PastSegments past(TestDatabase database) {
        return new PastSegments(
                new MembershipDao(database.jdbi(), database.dialect()),
                new RecomputeRunDao(database.jdbi()),
                new PastAttributes(
                        new AttributeChangeDao(database.jdbi()),
                        Objects.requireNonNull(database.transactions().getTransactionManager())),
                Objects.requireNonNull(database.transactions().getTransactionManager()));
    }

    /** Ends the thread that loads them. */
    public static void stop(Snapshots snapshots) {
        snapshots.stop();
    }
}
