package org.clientele.common.persistence;

/** The few places where the two databases speak differently. */
public enum Dialect {
    HSQLDB("BLOB(100M)", "PORTAL"),
    POSTGRESQL("BYTEA", "public");

    private final String blob;
    private final String schema;

    Dialect(String blob, String schema) {
        this.blob = blob;
        this.schema = schema;
    }

    /** The column type of a file's bytes. */
    public String blob() {
        return blob;
    }

    /** The schema that holds the portal's tables. */
    public String schema() {
        return schema;
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
