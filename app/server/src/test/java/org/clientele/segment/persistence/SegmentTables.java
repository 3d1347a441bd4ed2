package org.clientele.segment.persistence;

import org.clientele.common.persistence.TestDatabase;

/** Rows that the tables of this feature refer to. */
public final class SegmentTables {
    private SegmentTables() {}

    /** A vertical, as enabling a plugin makes it; its number. */
    public static int vertical(TestDatabase database, String key) {
        return database.jdbi().withHandle(handle -> handle.createUpdate(
                        "INSERT INTO vertical (vertical_key, currency, as_of_mode) VALUES (?, 'USD', 'LAST_ACTIVITY')")
                .bind(0, key)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Integer.class)
                .one());
    }
}
