package org.clientele.common.persistence;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The rows that belong to something, in a few tables: counted, and deleted piece by piece so that no database holds all of them at once. */
public final class OwnedRows {
    private static final int PIECE = 10_000;

    private final Jdbi jdbi;
    private final List<Part> parts;

    /** @param parts what points to others first */
    public OwnedRows(Jdbi jdbi, Part... parts) {
        this.jdbi = jdbi;
        this.parts = List.of(parts);
    }

    /**
     * The rows in a table.
     *
     * @param key a column of whole numbers; rows of one value are deleted together
     * @param condition which rows, with the owner's number as parameter {@code :id}
     * @param kind what people call the rows; empty when they are not counted
     */
    public record Part(String table, String key, String condition, String kind) {}

    public Set<String> tables() {
        Set<String> tables = new LinkedHashSet<>();
        parts.forEach(part -> tables.add(part.table()));
        return tables;
    }

    /** How many rows of each kind there are. */
    public Map<String, Long> count(long owner) {
        Map<String, Long> counts = new LinkedHashMap<>();
        jdbi.useHandle(handle -> parts.stream()
                .filter(part -> !part.kind().isEmpty())
                .forEach(part -> counts.put(part.kind(), count(handle, part, owner))));
        return counts;
    }

    /** Deletes the next rows; how many, 0 when there are none left. */
    public int deletePiece(long owner) {
        return jdbi.withHandle(handle -> {
            int deleted = 0;
            for (int part = 0; part < parts.size() && deleted == 0; part++) {
                deleted = delete(handle, parts.get(part), owner);
            }
            return deleted;
        });
    }

    private static long count(Handle handle, Part part, long owner) {
        return handle.createQuery("SELECT count(*) FROM %s WHERE %s".formatted(part.table(), part.condition()))
                .bind("id", owner)
                .mapTo(Long.class)
                .one();
    }

    private static int delete(Handle handle, Part part, long owner) {
        Optional<Long> last = handle.createQuery("""
                        SELECT CAST(max(piece.k) AS BIGINT) FROM (
                          SELECT %1$s AS k FROM %2$s WHERE %3$s ORDER BY %1$s FETCH FIRST %4$d ROWS ONLY
                        ) piece
                        """.formatted(part.key(), part.table(), part.condition(), PIECE))
                .bind("id", owner)
                .map((row, _) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .one();
        return last.map(until -> handle.createUpdate("DELETE FROM %s WHERE %s <= :last AND (%s)"
                                .formatted(part.table(), part.key(), part.condition()))
                        .bind("last", until)
                        .bind("id", owner)
                        .execute())
                .orElse(0);
    }
}
