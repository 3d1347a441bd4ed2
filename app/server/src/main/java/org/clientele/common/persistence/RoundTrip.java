package org.clientele.common.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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

    /** @param reader makes what takes the rows, once those of the steps before are taken; null where there are none */
    private record Step(
            String sql,
            int parameters,
            Binder binder,
            @Nullable Supplier<RowConsumer> reader) {}

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
                reader));
    }

    /** Changes rows, by a statement with so many parameters. */
    public void change(String sql, int parameters, Binder binder) {
        steps.add(new Step(sql, parameters, binder, null));
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
                        goTogether(handle.getConnection(), List.of(step));
                    }
                }
            } catch (SQLException failure) {
                throw new IllegalStateException("One of these statements failed: " + text(steps), failure);
            }
        });
        steps.clear();
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
                    read(statement, step.reader().get());
                }
                statement.getMoreResults();
            }
        }
    }

    private static void read(PreparedStatement statement, RowConsumer consumer) throws SQLException {
        try (ResultSet rows = statement.getResultSet()) {
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
