package org.clientele.common.persistence;

import java.sql.SQLException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads many rows the fastest way each database has, without ever holding them: binary COPY on PostgreSQL, pieces by ranges of the id on
 * HSQLDB. Run it in a transaction of isolation REPEATABLE READ to see one state of the data.
 */
public final class BulkRead {
    private static final int ROWS_BETWEEN_QUESTIONS = 20_000;

    private BulkRead() {}

    /** Takes one row. */
    @FunctionalInterface
    public interface RowConsumer {
        void accept(Cells row) throws SQLException;
    }

    /**
     * @param table whose ids are the ranges
     * @param id the column of the ids
     * @param select the query with a condition put in; its result has columns of the types smallint, integer, bigint, double
     *     precision, boolean, varchar, date and timestamp only, as they are stored
     */
    public static void table(
            Handle handle,
            Dialect dialect,
            String table,
            String id,
            UnaryOperator<String> select,
            RowConsumer consumer) {
        if (dialect == Dialect.POSTGRESQL) {
            copy(handle, select.apply("TRUE"), consumer);
        } else {
            IdRanges.readTableAhead(
                    handle, table, select.apply(IdRanges.range(id)), row -> consumer.accept(new ResultCells(row)));
        }
    }

    /** The same consumer; breaks reading off, with a {@link CancellationException}, soon after it is cancelled. */
    public static RowConsumer unless(BooleanSupplier cancelled, RowConsumer consumer) {
        int[] untilAsked = {ROWS_BETWEEN_QUESTIONS};
        return row -> {
            if (--untilAsked[0] < 0) {
                untilAsked[0] = ROWS_BETWEEN_QUESTIONS;
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException("Reading was cancelled");
                }
            }
            consumer.accept(row);
        };
    }

    /** Reads the rows of a query without parameters, which are few. */
    public static void few(Handle handle, String select, RowConsumer consumer) {
        IdRanges.readFew(handle, select, row -> consumer.accept(new ResultCells(row)));
    }

    private static void copy(Handle handle, String select, RowConsumer consumer) {
        try {
            CopyOut copy = handle.getConnection()
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (%s) TO STDOUT (FORMAT binary)".formatted(select));
            try {
                CopiedCells cells = new CopiedCells();
                while (cells.next(copy)) {
                    consumer.accept(cells);
                }
            } finally {
                drain(copy);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Copying rows out failed: " + select, failure);
        }
    }

    /** What is left when reading is broken off: the driver's cancelling leaves it in the way of the next statement. */
    private static void drain(CopyOut copy) throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {}
    }
}
