package org.clientele.loyalty.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.loyalty.MemberTier;
import org.clientele.loyalty.Programme;
import org.clientele.loyalty.Reward;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;

/** Programmes with their tiers and rewards. */
@Repository
public class ProgrammeDao {
    private final Jdbi jdbi;

    public ProgrammeDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public Optional<Programme> find(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT running, activity_id, rate, expire_months, window_days, counted_from, as_of
                        FROM loyalty_programme WHERE vertical_id = :vertical
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> programme(row, tiers(handle, verticalId)))
                .findOne());
    }

    private static Programme programme(ResultSet row, List<MemberTier> tiers) throws SQLException {
        return new Programme(
                row.getBoolean("running"),
                row.getString("activity_id"),
                row.getLong("rate"),
                row.getInt("expire_months"),
                row.getInt("window_days"),
                row.getObject("counted_from", LocalDate.class),
                row.getObject("as_of", LocalDate.class),
                tiers);
    }

    private static List<MemberTier> tiers(Handle handle, int verticalId) {
        return handle.createQuery("""
                        SELECT tier_id, from_points, tier_name, benefits FROM loyalty_tier
                        WHERE vertical_id = :vertical ORDER BY place
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> new MemberTier(
                        row.getString("tier_id"),
                        row.getLong("from_points"),
                        row.getString("tier_name"),
                        row.getString("benefits")))
                .list();
    }

    /** Stores the programme in the place of what was there. */
    public void store(int verticalId, Programme programme) {
        jdbi.useHandle(handle -> {
            String values =
                    "running = :running, activity_id = :activity, rate = :rate, expire_months = :months, window_days = :days, counted_from = :from, import_id = NULL";
            int changed = bind(
                    handle,
                    "UPDATE loyalty_programme SET " + values + " WHERE vertical_id = :vertical",
                    verticalId,
                    programme);
            if (changed == 0) {
                bind(handle, """
                        INSERT INTO loyalty_programme
                          (vertical_id, running, activity_id, rate, expire_months, window_days, counted_from)
                        VALUES (:vertical, :running, :activity, :rate, :months, :days, :from)""", verticalId, programme);
            }
            handle.execute("DELETE FROM loyalty_tier WHERE vertical_id = ?", verticalId);
            List<MemberTier> tiers = new ArrayList<>(programme.tiers());
            for (int place = 0; place < tiers.size(); place++) {
                MemberTier tier = tiers.get(place);
                handle.createUpdate("""
                                INSERT INTO loyalty_tier (vertical_id, place, tier_id, from_points, tier_name, benefits)
                                VALUES (:vertical, :place, :id, :points, :name, :benefits)
                                """)
                        .bind("vertical", verticalId)
                        .bind("place", place)
                        .bind("id", tier.id())
                        .bind("points", tier.fromPoints())
                        .bind("name", tier.name())
                        .bind("benefits", tier.benefits())
                        .execute();
            }
        });
    }

    /** Stores a programme that an import brings back; there is none yet. */
    void restore(int verticalId, Programme programme, long importId) {
        store(verticalId, programme);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE loyalty_programme SET as_of = ?, import_id = ? WHERE vertical_id = ?",
                programme.asOf(),
                importId,
                verticalId));
    }

    /** Stores a reward that an import brings back. */
    void restore(int verticalId, Reward reward, long importId) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO loyalty_reward (vertical_id, reward_name, points, offered, import_id) VALUES (?, ?, ?, ?, ?)",
                verticalId,
                reward.name(),
                reward.points(),
                reward.offered(),
                importId));
    }

    private static int bind(Handle handle, String sql, int verticalId, Programme programme) {
        return handle.createUpdate(sql)
                .bind("vertical", verticalId)
                .bind("running", programme.running())
                .bind("activity", programme.activity())
                .bind("rate", programme.rate())
                .bind("months", programme.expireMonths())
                .bind("days", programme.windowDays())
                .bind("from", programme.countedFrom())
                .execute();
    }

    /** Makes everybody else wait who would post for many until the transaction ends; false when the programme does not run. */
    public boolean lockRunning(int verticalId) {
        return jdbi.withHandle(handle -> handle.execute(
                        "UPDATE loyalty_programme SET turn = turn + 1 WHERE vertical_id = ? AND running", verticalId)
                == 1);
    }

    public void setAsOf(int verticalId, LocalDate day) {
        jdbi.useHandle(handle ->
                handle.execute("UPDATE loyalty_programme SET as_of = ? WHERE vertical_id = ?", day, verticalId));
    }

    /** All rewards, the cheapest first. */
    public List<Reward> rewards(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, reward_name, points, offered FROM loyalty_reward
                        WHERE vertical_id = :vertical ORDER BY points, id
                        """)
                .bind("vertical", verticalId)
                .map((row, _) -> new Reward(
                        row.getLong("id"),
                        row.getString("reward_name"),
                        row.getLong("points"),
                        row.getBoolean("offered")))
                .list());
    }

    public void insertReward(int verticalId, Reward reward) {
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO loyalty_reward (vertical_id, reward_name, points, offered) VALUES (?, ?, ?, ?)",
                verticalId,
                reward.name(),
                reward.points(),
                reward.offered()));
    }

    public void updateReward(int verticalId, Reward reward) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE loyalty_reward SET reward_name = ?, points = ?, offered = ?, import_id = NULL WHERE vertical_id = ? AND id = ?",
                reward.name(),
                reward.points(),
                reward.offered(),
                verticalId,
                reward.id()));
    }
}
