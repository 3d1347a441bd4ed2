package org.clientele.plugin.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.plugin.AsOfMode;
import org.clientele.plugin.VerticalSettings;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The registry of verticals: one row per vertical ever enabled, so that its data outlives its plugin. */
@Repository
public class VerticalDao {
    private final Jdbi jdbi;

    public VerticalDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<VerticalSettings> find(String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, vertical_key, currency, as_of_mode, as_of_date
                        FROM vertical
                        WHERE vertical_key = :key
                        """)
                .bind("key", key)
                .map((row, context) -> settings(row))
                .findOne());
    }

    public void insert(String key, String currency, AsOfMode asOfMode, @Nullable LocalDate asOfDate) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO vertical (vertical_key, currency, as_of_mode, as_of_date)
                        VALUES (:key, :currency, :asOfMode, :asOfDate)
                        """)
                .bind("key", key)
                .bind("currency", currency)
                .bind("asOfMode", asOfMode.name())
                .bind("asOfDate", asOfDate)
                .execute());
    }

    public void update(VerticalSettings settings) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE vertical
                        SET currency = :currency, as_of_mode = :asOfMode, as_of_date = :asOfDate
                        WHERE id = :id
                        """)
                .bind("currency", settings.currency())
                .bind("asOfMode", settings.asOfMode().name())
                .bind("asOfDate", settings.asOfDate())
                .bind("id", settings.id())
                .execute());
    }

    /** All verticals there are data of, by key. */
    public List<String> keys() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT vertical_key FROM vertical ORDER BY vertical_key")
                .mapTo(String.class)
                .list());
    }

    public void delete(int id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM vertical WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    /** Makes other nodes look at the settings; in the transaction that changes them. */
    public void tellNodes() {
        new NodeDao(jdbi).raiseRevision();
    }

    private static VerticalSettings settings(ResultSet row) throws SQLException {
        return new VerticalSettings(
                row.getInt("id"),
                row.getString("vertical_key"),
                row.getString("currency"),
                AsOfMode.valueOf(row.getString("as_of_mode")),
                row.getObject("as_of_date", LocalDate.class));
    }
}
