package org.clientele.common.persistence;

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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * A freshly migrated database, a copy of one migrated for all tests. DAO tests run on both:
 * {@code @ParameterizedClass @EnumSource(TestDatabase.Kind.class)} with the kind as constructor parameter, then
 * {@code TestDatabase.create(kind)} and {@code close()}.
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
        this.jdbi = Connections.jdbi(dataSource);
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
        TestDatabase database = opened(EmbeddedDatabase.open(folder));
        Migrations.run(database.dataSource, database.dialect);
        return database;
    }

    private static TestDatabase opened(EmbeddedDatabase database) {
        return new TestDatabase(
                pool(database.url(), EmbeddedDatabase.USER, database.password()), Dialect.HSQLDB, database::close);
    }

    /** Without a lock, since nobody else knows the folder: HSQLDB sleeps for a tenth of a second before it lets go of one. */
    private static TestDatabase hsqldb() {
        Path folder = TemporaryFiles.folder("clientele-hsqldb");
        try {
            FileSystemUtils.copyRecursively(Folder.MIGRATED, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return opened(EmbeddedDatabase.open(folder, ";hsqldb.lock_file=false"));
    }

    private static TestDatabase postgresql() {
        String name = "test_" + COUNTER.incrementAndGet();
        Server.execute("CREATE DATABASE %s TEMPLATE %s".formatted(name, Server.MIGRATED));
        return Server.opened(name, () -> Server.execute("DROP DATABASE %s WITH (FORCE)".formatted(name)));
    }

    private static HikariDataSource pool(String url, String user, String password) {
        return Connections.pool(url, user, password, 4);
    }

    /** Migrated once, on first use, and then copied: a copy takes a fraction of what the migrations take. */
    private static final class Folder {
        static final Path MIGRATED = migrated();

        private static Path migrated() {
            Path folder = TemporaryFiles.folder("clientele-migrated");
            closed(inFolder(folder));
            return folder;
        }
    }

    /** Started once, on first use, with a migrated database to copy; ends with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();
        static final String MIGRATED = migrated();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static String migrated() {
            String name = "migrated";
            execute("CREATE DATABASE " + name);
            TestDatabase database = opened(name, () -> {});
            Migrations.run(database.dataSource, database.dialect);
            closed(database);
            return name;
        }

        static TestDatabase opened(String name, AutoCloseable closing) {
            return new TestDatabase(
                    pool(POSTGRES.getJdbcUrl("postgres", name), "postgres", ""), Dialect.POSTGRESQL, closing);
        }

        static void execute(String sql) {
            try (var connection = POSTGRES.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException failure) {
                throw new IllegalStateException("The embedded PostgreSQL refused: " + sql, failure);
            }
        }
    }

    private static void closed(TestDatabase database) {
        try {
            database.close();
        } catch (Exception failure) {
            throw new IllegalStateException("The migrated database cannot be closed", failure);
        }
    }
}
