package org.clientele.common.persistence;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the schema of this version. */
public final class Migrations {
    private Migrations() {}

    public static void run(DataSource dataSource, Dialect dialect) {
        Flyway.configure()
                .dataSource(dataSource)
                .defaultSchema(dialect.schema())
                .locations("classpath:db/migration")
                .placeholders(Map.of("blob", dialect.blob()))
                .load()
                .migrate();
    }
}
