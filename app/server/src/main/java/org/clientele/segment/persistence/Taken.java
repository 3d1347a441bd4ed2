package org.clientele.segment.persistence;

import java.sql.SQLException;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Tells a number that is taken from other failures; PostgreSQL allows no query after either in the same transaction. */
final class Taken {
    private static final String INTEGRITY = "23";

    private Taken() {}

    static boolean is(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith(INTEGRITY);
    }
}
