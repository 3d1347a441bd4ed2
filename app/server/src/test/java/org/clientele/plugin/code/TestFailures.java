package org.clientele.plugin.code;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.clientele.common.Announcements;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.plugin.persistence.PluginFailureDao;

/** The record of failures on a test database, with the usual limits. */
public final class TestFailures {
    public static final PluginCodeProperties LIMITS =
            new PluginCodeProperties(Duration.ofSeconds(2), Duration.ofSeconds(30), 4, 5, Duration.ofMinutes(10));

    private TestFailures() {}

    public static FailureLog log(TestDatabase database, Announcements announcements, Clock clock) {
        return log(database, LIMITS, announcements, clock);
    }

    public static FailureLog log(
            TestDatabase database, PluginCodeProperties limits, Announcements announcements, Clock clock) {
        return new FailureLog(
                new PluginFailureDao(database.jdbi()),
                limits,
                announcements,
                clock,
                Objects.requireNonNull(database.transactions().getTransactionManager()));
    }
}
