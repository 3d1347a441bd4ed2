package org.clientele.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path folder;

    @Test
    void shouldKeepRowsByTheHeapOfThisMachineNotOfTheOneThatMadeTheDatabase() throws SQLException {
        EmbeddedDatabase made = EmbeddedDatabase.open(folder);
        try (Connection connection = administrator(made);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE CACHED TABLE kept (id BIGINT PRIMARY KEY)");
            statement.execute("INSERT INTO kept VALUES (1)");
            statement.execute("SET FILES CACHE ROWS 1000");
        }
        made.close();
        EmbeddedDatabase.open(folder).close();

        EmbeddedDatabase opened = EmbeddedDatabase.open(folder);
        try (Connection connection = administrator(opened);
                Statement statement = connection.createStatement();
                ResultSet cache =
                        statement.executeQuery("SELECT max_cache_count FROM information_schema.system_cacheinfo")) {
            assertThat(cache.next()).isTrue();
            assertThat(cache.getLong(1)).isEqualTo(EmbeddedDatabase.CACHED_ROWS).isBetween(500_000L, 4_000_000L);
        } finally {
            opened.close();
        }
    }

    private static Connection administrator(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), "SA", database.password());
    }
}
