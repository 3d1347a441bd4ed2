package org.clientele.privacy.persistence;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.persistence.Dialect;
import org.clientele.privacy.ErasureProof;
import org.clientele.privacy.HeldTable;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Everything that any table holds about a customer: read, and deleted. */
@Repository
public class PersonalRowsDao {
    /** Rows of a table that are shown and exported; nobody has as many. */
    private static final int MOST = 100_000;

    private final Jdbi jdbi;
    private final Dialect dialect;
    private volatile @Nullable PersonalTables known;

    public PersonalRowsDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** Has the database be asked anew which tables and columns there are; until then it is asked once. */
    public void forgetTables() {
        known = null;
    }

    private PersonalTables tables(Handle handle) {
        PersonalTables tables = known;
        if (tables == null) {
            tables = PersonalTables.of(handle, dialect);
            known = tables;
        }
        return tables;
    }

    /** The tables that hold something, with their rows; the customer's own row first. */
    public List<HeldTable> read(long customerId) {
        try {
            return held(customerId);
        } catch (JdbiException failure) {
            // A table may have gone since the database was asked.
            forgetTables();
            throw failure;
        }
    }

    private List<HeldTable> held(long customerId) {
        List<HeldTable> held = jdbi.withHandle(handle -> tables(handle).rows().stream()
                .map(rows -> {
                    List<String> columns = new ArrayList<>();
                    List<List<String>> cells = handle.createQuery("SELECT * FROM %s WHERE %s FETCH FIRST %d ROWS ONLY"
                                    .formatted(rows.table(), rows.condition(), MOST))
                            .bind("customer", customerId)
                            .map((row, context) -> cells(row, columns))
                            .list();
                    return new HeldTable(rows.table(), List.copyOf(columns), cells);
                })
                .filter(table -> !table.rows().isEmpty())
                .toList());
        return held.reversed();
    }

    private static List<String> cells(ResultSet row, List<String> columns) throws SQLException {
        ResultSetMetaData data = row.getMetaData();
        List<String> cells = new ArrayList<>();
        boolean first = columns.isEmpty();
        for (int column = 1; column <= data.getColumnCount(); column++) {
            if (first) {
                columns.add(data.getColumnLabel(column).toLowerCase(Locale.ROOT));
            }
            cells.add(Objects.toString(row.getString(column), ""));
        }
        return cells;
    }

    /** Deletes everything, in the caller's transaction; how many rows of which table. */
    public Map<String, Integer> delete(long customerId) {
        return jdbi.withHandle(handle -> {
            PersonalTables tables = tables(handle);
            tables.detached().forEach(rows -> handle.createUpdate(
                            "UPDATE %s SET %s = NULL WHERE %s".formatted(rows.table(), rows.column(), rows.condition()))
                    .bind("customer", customerId)
                    .execute());
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (PersonalTables.Rows rows : tables.rows()) {
                int deleted = handle.createUpdate("DELETE FROM %s WHERE %s".formatted(rows.table(), rows.condition()))
                        .bind("customer", customerId)
                        .execute();
                if (deleted > 0) {
                    counts.put(rows.table(), deleted);
                }
            }
            return counts;
        });
    }

    public void insertProof(int verticalId, String by, Instant at, String counts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO erasure_proof (vertical_id, erased_at, erased_by, counts)
                        VALUES (:vertical, :at, :by, :counts)""")
                .bind("vertical", verticalId)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .bind("counts", counts)
                .execute());
    }

    /** Newest first. */
    public List<ErasureProof> proofs(int verticalId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, erased_at, erased_by, counts FROM erasure_proof WHERE vertical_id = :vertical
                        ORDER BY id DESC FETCH FIRST :limit ROWS ONLY""")
                .bind("vertical", verticalId)
                .bind("limit", limit)
                .map((row, context) -> new ErasureProof(
                        row.getLong("id"),
                        row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                        row.getString("erased_by"),
                        row.getString("counts")))
                .list());
    }
}
