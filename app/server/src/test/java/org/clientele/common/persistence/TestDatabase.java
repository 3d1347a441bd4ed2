package org.clientele.common.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.clientele.common.DiskReserve;
import org.clientele.common.ReservedTransactions;
import org.clientele.common.TemporaryFiles;
import org.jdbi.v3.core.Jdbi;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A freshly migrated database. DAO tests run on both: {@code @ParameterizedClass @EnumSource(TestDatabase.Kind.class)} with the kind as
 * constructor parameter, then {@code TestDatabase.create(kind)} and {@code close()}.
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger COUNTER = new AtomicInteger();

    private final HikariDataSource dataSource;
    private final Dialect dialect;
    private final Jdbi jdbi;
    private final AutoCloseable files;

    /** The two databases the portal runs on. */
    public enum Kind {
        HSQLDB,
        POSTGRESQL
    }

    private TestDatabase(HikariDataSource dataSource, Dialect dialect, AutoCloseable files) {
        this.dataSource = dataSource;
        this.dialect = dialect;
        this.files = files;
        this.jdbi = Jdbi.create(new TransactionAwareDataSourceProxy(dataSource));
        Migrations.run(dataSource, dialect);
    }

    public static TestDatabase create(Kind kind) {
        return kind == Kind.HSQLDB ? hsqldb() : postgresql();
    }

    public Jdbi jdbi() {
        return jdbi;
    }

    public Dialect dialect() {
        return dialect;
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    /** Transactions that leave a megabyte free on the disk of the folder. */
    public PlatformTransactionManager reserved(Path folder) {
        return new ReservedTransactions(dataSource, new DiskReserve(folder, 1_000_000));
    }

    @Override
    public void close() throws Exception {
        dataSource.close();
        files.close();
    }

    /** HSQLDB in a folder that outlives the test database, as the portal keeps it. */
    public static TestDatabase inFolder(Path folder) {
        EmbeddedDatabase database = EmbeddedDatabase.open(folder);
        return new TestDatabase(
                pool(database.url(), EmbeddedDatabase.USER, database.password()), Dialect.HSQLDB, database::close);
    }

    private static TestDatabase hsqldb() {
        return inFolder(TemporaryFiles.folder("clientele-hsqldb"));
    }

    private static TestDatabase postgresql() {
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            String name = "test_" + COUNTER.incrementAndGet();
            statement.execute("CREATE DATABASE " + name);
            return new TestDatabase(
                    pool(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", ""), Dialect.POSTGRESQL, () -> {});
        } catch (SQLException failure) {
            throw new IllegalStateException("No database could be made on the embedded PostgreSQL", failure);
        }
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    /** Started once, on first use; ends with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
