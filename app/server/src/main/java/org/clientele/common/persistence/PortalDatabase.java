package org.clientele.common.persistence;

import com.zaxxer.hikari.HikariDataSource;
import org.clientele.common.ClienteleProperties;
import org.jspecify.annotations.Nullable;

/** The system of record, opened and brought to the schema of this version: HSQLDB in the data folder, or PostgreSQL when a URL is set. */
final class PortalDatabase implements AutoCloseable {
    private static final int CONNECTIONS = 12;

    private final @Nullable EmbeddedDatabase embedded;
    private final HikariDataSource dataSource;

    private PortalDatabase(@Nullable EmbeddedDatabase embedded, HikariDataSource dataSource) {
        this.embedded = embedded;
        this.dataSource = dataSource;
    }

    static PortalDatabase open(ClienteleProperties properties) {
        if (properties.database().url().isBlank()) {
            EmbeddedDatabase embedded = EmbeddedDatabase.open(properties.data());
            return opened(
                    embedded,
                    Connections.pool(embedded.url(), EmbeddedDatabase.USER, embedded.password(), CONNECTIONS));
        }
        ClienteleProperties.Database database = properties.database();
        return opened(null, Connections.pool(database.url(), database.user(), database.password(), CONNECTIONS));
    }

    HikariDataSource dataSource() {
        return dataSource;
    }

    Dialect dialect() {
        return Dialect.of(dataSource.getJdbcUrl());
    }

    @Override
    public void close() {
        dataSource.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    private static PortalDatabase opened(@Nullable EmbeddedDatabase embedded, HikariDataSource dataSource) {
        PortalDatabase database = new PortalDatabase(embedded, dataSource);
        try {
            Migrations.run(dataSource, database.dialect());
            return database;
        } catch (RuntimeException failure) {
            database.close();
            throw failure;
        }
    }
}
