package org.clientele.access;

import java.time.Clock;
import org.clientele.access.persistence.UserDao;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;

/** Roles of users on a test database. */
public final class TestGrants {
    private TestGrants() {}

    public static VerticalGrants of(TestDatabase database, Audit audit, Announcements announcements) {
        UserDao users = new UserDao(database.jdbi());
        return new VerticalGrants(users, new UserDirectory(users, Clock.systemUTC()), audit, announcements);
    }
}
