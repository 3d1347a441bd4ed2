package org.clientele.common.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.clientele.common.persistence.BulkRead.RowConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Small statements carried out one after the other within the caller's transaction, which travel to PostgreSQL together: on the way there and back
 * most of them spend more time than they take. Each sees what those before it did. The same texts, asked for often, stay prepared.
 */
public final class RoundTrip {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final List<Step> steps = new ArrayList<>();

    public RoundTrip(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** Sets the parameters of one statement, whose first one has the given place. */
    @FunctionalInterface
    public interface Binder {
        void bind(PreparedStatement statement, int first) throws SQLException;
    }

    /**
     * @param reader makes what takes the rows, once those of the steps before are taken; null where there are none
     * @param key the column whose new values are the rows, where they are no result on every database
     */
    private record Step(
            String sql,
            int parameters,
            Binder binder,
            @Nullable Supplier<RowConsumer> reader,
            @Nullable String key) {}

    /** Asks for rows; the reader is made once all rows asked for before are read. */
    public void ask(String select, Supplier<RowConsumer> reader, long... parameters) {
        steps.add(new Step(
                select,
                parameters.length,
                (statement, first) -> {
                    for (int i = 0; i < parameters.length; i++) {
                        statement.setLong(first + i, parameters[i]);
                    }
                },
                reader,
                null));
    }

    /** Changes rows, by a statement with so many parameters. */
    public void change(String sql, int parameters, Binder binder) {
        steps.add(new Step(sql, parameters, binder, null, null));
    }

    /**
     * Stores a row, by a statement with so many parameters; the number that the database gave it, once the round trip is made.
     *
     * @param key the column with the number
     */
    public LongSupplier insert(String sql, String key, int parameters, Binder binder) {
        long[] given = new long[1];
        Supplier<RowConsumer> reader = () -> row -> given[0] = row.whole(1);
        steps.add(
                dialect == Dialect.POSTGRESQL
                        ? new Step(sql + " RETURNING " + key, parameters, binder, reader, null)
                        : new Step(sql, parameters, binder, reader, key));
        return () -> given[0];
    }

    /**
     * Carries out what was asked for and, on PostgreSQL, commits in the same round trip, so that whoever began the transaction finds nothing left to
     * commit. Nothing of the transaction may follow. Nothing is committed when a statement fails; where the connection is lost, which the rollback tells
     * by failing, too, nobody knows.
     */
    public void goAndCommit() {
        if (dialect == Dialect.POSTGRESQL) {
            change("COMMIT", 0, (statement, first) -> {});
        }
        go();
    }

    /** Carries out what was asked for. */
    public void go() {
        if (steps.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            try {
                if (dialect == Dialect.POSTGRESQL) {
                    goTogether(handle.getConnection(), steps);
                } else {
                    for (Step step : steps) {
                        go(handle.getConnection(), step);
                    }
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("One of these statements failed: " + text(steps), failure);
            }
        });
        steps.clear();
    }

    private static void go(Connection connection, Step step) throws SQLException {
        try (PreparedStatement statement = step.key() == null
                ? connection.prepareStatement(step.sql())
                : connection.prepareStatement(step.sql(), new String[] {step.key()})) {
            step.binder().bind(statement, 1);
            statement.execute();
            if (step.reader() != null) {
                read(step.key() == null ? statement.getResultSet() : statement.getGeneratedKeys(), step.reader());
            }
        }
    }

    private static void goTogether(Connection connection, List<Step> steps) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text(steps))) {
            int first = 1;
            for (Step step : steps) {
                step.binder().bind(statement, first);
                first += step.parameters();
            }
            statement.execute();
            for (Step step : steps) {
                if (step.reader() != null) {
                    read(statement.getResultSet(), step.reader());
                }
                statement.getMoreResults();
            }
        }
    }

    private static void read(ResultSet result, Supplier<RowConsumer> reader) throws SQLException {
        try (ResultSet rows = result) {
            RowConsumer consumer = reader.get();
            ResultCells cells = new ResultCells(rows);
            while (rows.next()) {
                consumer.accept(cells);
            }
        }
    }

    private static String text(List<Step> steps) {
        return steps.stream().map(Step::sql).collect(Collectors.joining("; "));
    }
}
