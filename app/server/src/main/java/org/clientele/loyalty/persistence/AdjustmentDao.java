package org.clientele.loyalty.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.loyalty.Adjustment;
import org.clientele.loyalty.PointsKind;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Bulk adjustments of points, and what of them stands. */
@Repository
public class AdjustmentDao {
    private static final int PIECE = 500;
    private static final String SELECT = """
            SELECT a.*, u.display_name, b.display_name AS undone_name FROM loyalty_adjustment a
            JOIN app_user u ON u.id = a.posted_by LEFT JOIN app_user b ON b.id = a.undone_by
            WHERE a.vertical_id = :vertical AND\s""";

    private final Jdbi jdbi;

    public AdjustmentDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What it is made from.
     *
     * @param key the file's digest, or the form's number
     */
    public record Source(String name, String key, boolean fromFile) {}

    /** An entry that was not taken back. */
    public record Standing(long id, long customerId, PointsKind kind, long points, LocalDate day, String reason) {}

    public long insert(int verticalId, Source source, Instant at, long by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO loyalty_adjustment
                          (vertical_id, source_name, source_key, from_file, posted_at, posted_by, entries, given, taken, left_out)
                        VALUES (:vertical, :name, :key, :file, :at, :by, 0, 0, 0, 0)
                        """)
                .bind("vertical", verticalId)
                .bind("name", source.name())
                .bind("key", source.key())
                .bind("file", source.fromFile())
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("by", by)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    public void store(long id, Adjustment.Counts counts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE loyalty_adjustment SET entries = :entries, given = :given, taken = :taken, left_out = :left
                        WHERE id = :id
                        """)
                .bind("entries", counts.entries())
                .bind("given", counts.given())
                .bind("taken", counts.taken())
                .bind("left", counts.leftOut())
                .bind("id", id)
                .execute());
    }

    /** Notes that it is undone; false when somebody did so before. */
    public boolean undone(long id, Instant at, long by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                UPDATE loyalty_adjustment SET undone_at = :at, undone_by = :by WHERE id = :id AND undone_at IS NULL
                                """)
                        .bind("at", at.atOffset(ZoneOffset.UTC))
                        .bind("by", by)
                        .bind("id", id)
                        .execute()
                == 1);
    }

    public Optional<Adjustment> find(int verticalId, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "a.id = :id")
                .bind("vertical", verticalId)
                .bind("id", id)
                .map((row, _) -> adjustment(row))
                .findOne());
    }

    /** What stands of the same source. */
    public Optional<Adjustment> standing(int verticalId, String key) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "a.source_key = :key AND a.undone_at IS NULL ORDER BY a.id")
                        .bind("vertical", verticalId)
                        .bind("key", key)
                        .map((row, _) -> adjustment(row))
                        .findFirst());
    }

    /** Newest first. */
    public List<Adjustment> list(int verticalId, int limit) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "1 = 1 ORDER BY a.id DESC FETCH FIRST " + limit + " ROWS ONLY")
                        .bind("vertical", verticalId)
                        .map((row, _) -> adjustment(row))
                        .list());
    }

    private static Adjustment adjustment(ResultSet row) throws SQLException {
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Adjustment(
                row.getLong("id"),
                row.getString("source_name"),
                row.getBoolean("from_file"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getString("display_name"),
                new Adjustment.Counts(
                        row.getLong("entries"), row.getLong("given"), row.getLong("taken"), row.getLong("left_out")),
                undone == null ? null : undone.toInstant(),
                row.getString("undone_name"));
    }

    /** Its entries that nobody took back, the last first. */
    public List<Standing> entries(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.id, e.customer_id, e.entry_kind, e.points, e.lot_on, e.reason FROM loyalty_entry e
                        WHERE e.adjustment_id = :id AND NOT EXISTS (SELECT 1 FROM loyalty_entry r WHERE r.reverses = e.id)
                        ORDER BY e.id DESC
                        """)
                .bind("id", id)
                .map((row, _) -> new Standing(
                        row.getLong(1),
                        row.getLong(2),
                        PointsKind.valueOf(row.getString(3)),
                        row.getLong(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6)))
                .list());
    }

    /**
     * Customers by number.
     *
     * @param owner finds those whom this user looks after; null: all
     */
    public Map<String, Long> customers(int verticalId, Collection<String> refs, @Nullable Long owner) {
        Map<String, Long> found = new HashMap<>();
        List<String> all = new ArrayList<>(refs);
        String own = owner == null ? "" : " AND owner_user_id = " + owner;
        jdbi.useHandle(handle -> {
            for (int from = 0; from < all.size(); from += PIECE) {
                handle.createQuery(
                                "SELECT ref, id FROM customer WHERE vertical_id = :vertical AND ref IN (<refs>)" + own)
                        .bind("vertical", verticalId)
                        .bindList("refs", all.subList(from, Math.min(from + PIECE, all.size())))
                        .map((row, _) -> Map.entry(row.getString(1), row.getLong(2)))
                        .forEach(customer -> found.put(customer.getKey(), customer.getValue()));
            }
        });
        return found;
    }
}
