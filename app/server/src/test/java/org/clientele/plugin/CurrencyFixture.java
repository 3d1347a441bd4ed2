package org.clientele.plugin;

import org.clientele.access.Audit;
import org.clientele.access.Rights;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.persistence.MoneyDao;

/** The service that changes a vertical's currency, for tests of other features. */
public final class CurrencyFixture {
    private CurrencyFixture() {}

    public static VerticalCurrency currency(
            TestDatabase database, Verticals verticals, Rights rights, Audit audit, Announcements announcements) {
        return new VerticalCurrency(
                (EnabledVerticals) verticals,
                VerticalFixture.store(database),
                new MoneyDao(database.jdbi()),
                rights,
                audit,
                announcements);
    }

    /** The service behind the as-of day, for screens of other features. */
    public static VerticalSettingsService settings(
            TestDatabase database, Verticals verticals, Rights rights, Audit audit, Announcements announcements) {
        return new VerticalSettingsService(
                (EnabledVerticals) verticals, VerticalFixture.store(database), rights, audit, announcements);
    }
}
