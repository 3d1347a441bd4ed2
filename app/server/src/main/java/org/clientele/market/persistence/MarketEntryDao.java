package org.clientele.market.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.clientele.market.MarketEntry;
import org.clientele.market.Quarter;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was entered for the market development board. */
@Repository
public class MarketEntryDao {
    private final Jdbi jdbi;

    public MarketEntryDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The latest first. */
    public List<MarketEntry> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT e.id, e.entry_name, e.year_number, e.quarter_number, e.amount, u.display_name, e.entered_at
                        FROM market_entry e JOIN app_user u ON u.id = e.entered_by
                        WHERE e.vertical_id = :vertical ORDER BY e.id DESC""")
                .bind("vertical", verticalId)
                .map((row, _) -> entry(row))
                .list());
    }

    private static MarketEntry entry(ResultSet row) throws SQLException {
        return new MarketEntry(
                row.getLong("id"),
                row.getString("entry_name"),
                new Quarter(row.getInt("year_number"), row.getInt("quarter_number")),
                row.getObject("amount", Long.class),
                row.getString("display_name"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    public void insert(int verticalId, String name, Quarter quarter, @Nullable Long amount, long by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO market_entry (vertical_id, entry_name, year_number, quarter_number, amount, entered_by, entered_at)
                        VALUES (:vertical, :name, :year, :quarter, :amount, :by, :at)""")
                .bind("vertical", verticalId)
                .bind("name", name)
                .bind("year", quarter.year())
                .bind("quarter", quarter.number())
                .bind("amount", amount)
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
    }
}
