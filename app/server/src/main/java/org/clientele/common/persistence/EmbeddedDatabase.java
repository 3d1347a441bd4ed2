package org.clientele.common.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * HSQLDB in a folder. The administrator account only makes the database; the portal connects as the owner of its own schema. Every
 * commit is on disk before it is acknowledged.
 */
public final class EmbeddedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);

    /**
     * Rows kept in memory, some 500 bytes each: a third of the heap. A walk over a table that does not fit decodes every row anew, which
     * takes four times as long. For more than four million HSQLDB would keep 50,000.
     */
    static final long CACHED_ROWS = Math.clamp(Runtime.getRuntime().maxMemory() / 1_500, 500_000L, 4_000_000L);

    /** As they are stored; in memory they take more. */
    private static final long CACHED_KILOBYTES = CACHED_ROWS * 2 / 5;

    /** The schema owner the portal connects as. */
    public static final String USER = "CLIENTELE";

    private final String url;
    private final String secret;

    private EmbeddedDatabase(String url, String secret) {
        this.url = url;
        this.secret = secret;
    }

    /** Opens or makes the database in the folder, waiting while a dead process's lock still looks alive. */
    public static EmbeddedDatabase open(Path folder) {
        return open(folder, "");
    }

    /** @param settings of HSQLDB beyond those of the portal, each with a semicolon before it */
    static EmbeddedDatabase open(Path folder, String settings) {
        try {
            Files.createDirectories(folder);
            String secret = secret(folder.resolve("database.secret"));
            EmbeddedDatabase database = new EmbeddedDatabase(
                    "jdbc:hsqldb:file:" + folder.resolve("clientele").toAbsolutePath()
                            + ";hsqldb.write_delay=false;hsqldb.default_table_type=cached;hsqldb.tx=mvcc"
                            + ";hsqldb.lob_compressed=false;sql.syntax_pgs=true;shutdown=false;hsqldb.log_size=200"
                            + ";hsqldb.nio_max_size=1024;hsqldb.cache_rows=" + CACHED_ROWS + ";hsqldb.cache_size="
                            + CACHED_KILOBYTES + settings,
                    secret);
            database.prepare();
            return database;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "The data folder %s cannot be used; it must be a writable folder".formatted(folder), failure);
        }
    }

    public String url() {
        return url;
    }

    public String password() {
        return secret;
    }

    /** Writes everything to disk and releases the files. */
    public void close() {
        try (Connection connection = administrator();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException failure) {
            LOG.warn("The embedded database did not shut down cleanly; it recovers at the next start", failure);
        }
    }

    private void prepare() {
        try (Connection connection = waitForLock();
                Statement statement = connection.createStatement()) {
            if (isNew(connection)) {
                statement.execute("ALTER USER SA SET PASSWORD '" + secret + "'");
                statement.execute("CREATE ROLE PORTAL_OWNER");
                statement.execute("CREATE SCHEMA PORTAL AUTHORIZATION PORTAL_OWNER");
                statement.execute("CREATE USER " + USER + " PASSWORD '" + secret + "'");
                statement.execute("GRANT PORTAL_OWNER TO " + USER);
                statement.execute("ALTER USER " + USER + " SET INITIAL SCHEMA PORTAL");
            }
            statement.execute("SET FILES WRITE DELAY FALSE");
            // An existing database takes these when it is opened the next time.
            statement.execute("SET FILES CACHE ROWS " + CACHED_ROWS);
            statement.execute("SET FILES CACHE SIZE " + CACHED_KILOBYTES);
        } catch (SQLException failure) {
            throw new IllegalStateException(
                    "The embedded database at %s cannot be opened: %s".formatted(url, failure.getMessage()), failure);
        }
    }

    private static boolean isNew(Connection connection) throws SQLException {
        try (var schemas = connection.getMetaData().getSchemas(null, "PORTAL")) {
            return !schemas.next();
        }
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(url, "SA", secret);
    }

    private Connection waitForLock() throws SQLException {
        long patienceEnds = System.nanoTime() + LOCK_PATIENCE.toNanos();
        while (true) {
            try {
                return firstConnection();
            } catch (SQLException failure) {
                boolean locked = String.valueOf(failure.getMessage()).contains("lock");
                if (!locked || System.nanoTime() > patienceEnds) {
                    throw failure;
                }
                LOG.info("The database is still locked by another process; trying again");
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    /** A database just made knows SA without password; one made earlier knows the secret. */
    private Connection firstConnection() throws SQLException {
        try {
            return administrator();
        } catch (SQLException failure) {
            boolean refused = String.valueOf(failure.getMessage()).contains("authorization");
            if (!refused) {
                throw failure;
            }
            return DriverManager.getConnection(url, "SA", "");
        }
    }

    private static String secret(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(file, secret);
        return secret;
    }
}
