package org.clientele.segment.persistence;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.clientele.common.persistence.Dialect;
import org.clientele.segment.MembershipChanges.Opened;
import org.clientele.segment.MembershipOrigins;
import org.clientele.segment.StoredMembership;
import org.jspecify.annotations.Nullable;

/** Statements over many memberships of a vertical, in batches; within the caller's transaction. */
record MembershipRows(Connection connection, Dialect dialect, int verticalId) {
    private static final int BATCH = 5_000;

    /** Up to so many rows a prepared statement costs less than opening a copy. */
    private static final int FEW = 50;

    /** Binds the parameters of one row. */
    @FunctionalInterface
    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    /** @param run that the rows wait for to be done, or null */
    void insert(@Nullable Long run, LocalDate asOf, List<Opened> opened, MembershipOrigins origins)
            throws SQLException {
        if (dialect == Dialect.POSTGRESQL && opened.size() > FEW) {
            MembershipCopy.insert(connection, verticalId, run, asOf, opened, origins);
        } else {
            insertInBatches(run, asOf, opened, origins);
        }
    }

    /** The reasons of the next batch are made on another processor while the database takes this one. */
    private void insertInBatches(@Nullable Long run, LocalDate asOf, List<Opened> opened, MembershipOrigins origins)
            throws SQLException {
        List<String> reasons = reasons(slice(opened, 0), origins);
        for (int from = 0; from < opened.size(); from += BATCH) {
            List<Opened> following = slice(opened, from + BATCH);
            CompletableFuture<List<String>> next = following.isEmpty()
                    ? CompletableFuture.completedFuture(List.of())
                    : CompletableFuture.supplyAsync(() -> reasons(following, origins));
            insertBatch(run, asOf, slice(opened, from), reasons, origins);
            reasons = next.join();
        }
    }

    private static List<Opened> slice(List<Opened> opened, int from) {
        return opened.subList(Math.min(from, opened.size()), Math.min(from + BATCH, opened.size()));
    }

    private static List<String> reasons(List<Opened> opened, MembershipOrigins origins) {
        return opened.stream().map(origins).toList();
    }

    private void insertBatch(
            @Nullable Long run, LocalDate asOf, List<Opened> opened, List<String> reasons, MembershipOrigins origins)
            throws SQLException {
        Date from = Date.valueOf(asOf);
        MembershipBinding binding = binding();
        try (PreparedStatement statement = connection.prepareStatement(MembershipBinding.OPEN)) {
            for (int i = 0; i < opened.size(); i++) {
                Opened row = opened.get(i);
                binding.open(statement, 1, from, row);
                binding.origin(statement, 5, reasons.get(i), run, origins.version(row));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void end(List<StoredMembership> ended) throws SQLException {
        if (!MembershipArrays.serve(dialect, ended)) {
            batch(MembershipBinding.END, ended, (statement, row) -> binding().end(statement, 1, row));
            return;
        }
        for (List<StoredMembership> sameDay : MembershipArrays.byLastDay(ended)) {
            atOnce(MembershipArrays.END, statement -> MembershipArrays.end(statement, 1, verticalId, sameDay));
        }
    }

    void remove(List<StoredMembership> removed) throws SQLException {
        remove(removed, MembershipBinding.REMOVE, MembershipArrays.REMOVE);
    }

    /** Puts last days aside for a run. */
    void stage(long run, List<StoredMembership> ended) throws SQLException {
        if (MembershipArrays.serve(dialect, ended)) {
            atOnce(MembershipArrays.STAGE, statement -> {
                statement.setInt(1, verticalId);
                statement.setLong(2, run);
                MembershipArrays.keysAndLast(statement, 3, ended);
            });
        } else {
            batch(MembershipBinding.STAGE, ended, (statement, row) -> {
                binding().key(statement, 1, row);
                MembershipBinding.lastDay(statement, 5, row);
                statement.setLong(6, run);
            });
        }
    }

    /** Takes last days away that were put aside. */
    void unstage(List<StoredMembership> ended) throws SQLException {
        remove(ended, MembershipBinding.UNSTAGE, MembershipArrays.UNSTAGE);
    }

    private void remove(List<StoredMembership> rows, String one, String several) throws SQLException {
        if (MembershipArrays.serve(dialect, rows)) {
            atOnce(several, statement -> {
                statement.setInt(1, verticalId);
                MembershipArrays.keys(statement, 2, rows);
            });
        } else {
            batch(one, rows, (statement, row) -> binding().key(statement, 1, row));
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void bind(PreparedStatement statement) throws SQLException;
    }

    private void atOnce(String sql, Parameters parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.bind(statement);
            statement.executeUpdate();
        }
    }

    void forget(List<Long> customers) throws SQLException {
        String sql = "DELETE FROM membership WHERE vertical_id = ? AND customer_id = ?";
        batch(sql, customers, (statement, customer) -> {
            statement.setInt(1, verticalId);
            statement.setLong(2, customer);
        });
    }

    private MembershipBinding binding() {
        return new MembershipBinding(verticalId);
    }

    private <T> void batch(String sql, List<T> rows, Binder<T> binder) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int waiting = 0;
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
                if (++waiting == BATCH) {
                    statement.executeBatch();
                    waiting = 0;
                }
            }
            if (waiting > 0) {
                statement.executeBatch();
            }
        }
    }
}
