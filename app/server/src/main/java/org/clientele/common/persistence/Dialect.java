package org.clientele.common.persistence;

/** The few places where the two databases speak differently. */
public enum Dialect {
    HSQLDB("BLOB(100M)", "PORTAL", "CREATE CACHED TABLE"),
    POSTGRESQL("BYTEA", "public", "CREATE TABLE");

    private final String blob;
    private final String schema;
    private final String createTable;

    Dialect(String blob, String schema, String createTable) {
        this.blob = blob;
        this.schema = schema;
        this.createTable = createTable;
    }

    /** The column type of a file's bytes. */
    public String blob() {
        return blob;
    }

    /** The seconds from 1970-01-01 to a timestamp with time zone, as a whole number. */
    public String epochSecond(String column) {
        return this == HSQLDB
                ? "CAST(UNIX_TIMESTAMP(" + column + ") AS BIGINT)"
                : "CAST(FLOOR(EXTRACT(EPOCH FROM " + column + ")) AS BIGINT)";
    }

    /** The hours from one timestamp to a later one, with fractions. */
    public String hours(String from, String until) {
        return this == HSQLDB
                ? "(CAST(TIMESTAMPDIFF(SQL_TSI_SECOND, %s, %s) AS DOUBLE) / 3600)".formatted(from, until)
                : "CAST(EXTRACT(EPOCH FROM (%2$s - %1$s)) / 3600 AS DOUBLE PRECISION)".formatted(from, until);
    }

    /** The schema that holds the portal's tables. */
    public String schema() {
        return schema;
    }

    /** How the statement begins that makes a table whose rows are kept on disk. */
    public String createTable() {
        return createTable;
    }

    /** The dialect of a JDBC URL; fails for a database that is not supported. */
    public static Dialect of(String url) {
        if (url.startsWith("jdbc:hsqldb:")) {
            return HSQLDB;
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return POSTGRESQL;
        }
        throw new IllegalArgumentException(
                "clientele.database.url must start with jdbc:postgresql: or be empty, but it is " + url);
    }
}
