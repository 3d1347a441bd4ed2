package org.clientele.common.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Makes connections whose failures do not tell the values they failed with: those may be personal data, and failures are logged. */
public final class Connections {
    private Connections() {}

    public static HikariDataSource pool(String url, String user, String password, int most) {
        HikariConfig config = new HikariConfig();
        config.setMaximumPoolSize(most);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        if (Dialect.of(url) == Dialect.POSTGRESQL) {
            config.addDataSourceProperty("logServerErrorDetail", "false");
        } else {
            config.setDataSource(KeptStatements.dataSource(url));
        }
        return new HikariDataSource(config);
    }

    static Jdbi jdbi(DataSource dataSource) {
        Jdbi jdbi = Jdbi.create(new TransactionAwareDataSourceProxy(dataSource));
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return jdbi;
    }
}
