package org.clientele.stakeholder.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.clientele.common.persistence.LikeText;
import org.clientele.plugins.api.StrategyDefinition.Relationship;
import org.clientele.stakeholder.Market;
import org.clientele.stakeholder.Stakeholder;
import org.clientele.stakeholder.StakeholderData;
import org.clientele.stakeholder.StakeholderQuery;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The register of parties. */
@Repository
public class StakeholderDao {
    private static final String SELECT = """
            SELECT s.id, s.market, s.party_name, s.about, s.goals, s.relationship_level, s.owner_id, s.review_months, s.next_review_on,
              s.version, u.display_name AS owner
            FROM stakeholder s LEFT JOIN app_user u ON u.id = s.owner_id
            WHERE s.vertical_id = :vertical""";

    private final Jdbi jdbi;

    public StakeholderDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** By name. */
    public List<Stakeholder> page(int verticalId, StakeholderQuery asked, int offset, int limit) {
        String sql = SELECT
                + condition(asked)
                + " ORDER BY s.party_name, s.id OFFSET %d ROWS FETCH NEXT %d ROWS ONLY".formatted(offset, limit);
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), verticalId, asked)
                .map((row, _) -> read(row))
                .list());
    }

    public int count(int verticalId, StakeholderQuery asked) {
        String sql = "SELECT count(*) FROM stakeholder s WHERE s.vertical_id = :vertical" + condition(asked);
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), verticalId, asked)
                .mapTo(Integer.class)
                .one());
    }

    private static String condition(StakeholderQuery asked) {
        return (asked.market() == null ? "" : " AND s.market = :market")
                + (asked.search().isEmpty() ? "" : " AND lower(s.party_name) LIKE :search ESCAPE '!'");
    }

    private static <S extends SqlStatement<S>> S bind(S statement, int verticalId, StakeholderQuery asked) {
        statement.bind("vertical", verticalId);
        if (asked.market() != null) {
            statement.bind("market", asked.market().name());
        }
        if (!asked.search().isEmpty()) {
            statement.bind("search", "%" + LikeText.literal(asked.search()) + "%");
        }
        return statement;
    }

    public Optional<Stakeholder> find(int verticalId, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND s.id = :id")
                .bind("vertical", verticalId)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne());
    }

    /** Whether another party has the name. */
    public boolean isTaken(int verticalId, String name, long except) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM stakeholder WHERE vertical_id = :vertical AND party_name = :name AND id <> :id")
                        .bind("vertical", verticalId)
                        .bind("name", name)
                        .bind("id", except)
                        .mapTo(Integer.class)
                        .one()
                > 0);
    }

    private static Stakeholder read(ResultSet row) throws SQLException {
        return new Stakeholder(row.getLong("id"), data(row), row.getString("owner"), row.getInt("version"));
    }

    static StakeholderData data(ResultSet row) throws SQLException {
        return new StakeholderData(
                Market.valueOf(row.getString("market")),
                row.getString("party_name"),
                row.getString("about"),
                row.getString("goals"),
                Relationship.valueOf(row.getString("relationship_level")),
                row.getObject("owner_id", Long.class),
                row.getInt("review_months"),
                row.getObject("next_review_on", LocalDate.class));
    }

    /** The new party's number. */
    public long insert(int verticalId, StakeholderData data) {
        return jdbi.withHandle(handle -> insert(handle, verticalId, data, null));
    }

    static long insert(Handle handle, int verticalId, StakeholderData data, @Nullable Long importId) {
        return bind(handle.createUpdate("""
                        INSERT INTO stakeholder (vertical_id, market, party_name, about, goals, relationship_level, owner_id, review_months,
                          next_review_on, import_id)
                        VALUES (:vertical, :market, :name, :about, :goals, :level, :owner, :months, :review, :import)"""), data)
                .bind("vertical", verticalId)
                .bind("import", importId)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** False when somebody else changed it since the version was read. */
    public boolean update(long id, int version, StakeholderData data) {
        return jdbi.withHandle(handle -> bind(handle.createUpdate("""
                                UPDATE stakeholder SET market = :market, party_name = :name, about = :about, goals = :goals,
                                  relationship_level = :level, owner_id = :owner, review_months = :months, next_review_on = :review,
                                  version = version + 1, import_id = NULL
                                WHERE id = :id AND version = :version"""), data)
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    private static <S extends SqlStatement<S>> S bind(S statement, StakeholderData data) {
        return statement
                .bind("market", data.market().name())
                .bind("name", data.name())
                .bind("about", data.about())
                .bind("goals", data.goals())
                .bind("level", data.level().name())
                .bind("owner", data.ownerId())
                .bind("months", data.reviewMonths())
                .bind("review", data.nextReview());
    }

    /** Something of it was changed here: taking its import back leaves it. */
    public void adopt(long id) {
        jdbi.useHandle(handle ->
                handle.execute("UPDATE stakeholder SET import_id = NULL WHERE id = ? AND import_id IS NOT NULL", id));
    }

    /** With all that hangs on it. */
    public void delete(long id) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM stakeholder WHERE id = ?", id));
    }

    /** Puts a review off; false when it is due on another day already. */
    public boolean postponeReview(long id, LocalDate before, LocalDate day) {
        return jdbi.withHandle(handle -> handle.execute(
                        "UPDATE stakeholder SET next_review_on = ?, version = version + 1, import_id = NULL WHERE id = ? AND next_review_on = ?",
                        day,
                        id,
                        before)
                == 1);
    }

    /** Parties whose review is due by the day. */
    public List<Stakeholder> toReview(int verticalId, LocalDate until) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND s.next_review_on <= :until ORDER BY s.id")
                .bind("vertical", verticalId)
                .bind("until", until)
                .map((row, _) -> read(row))
                .list());
    }
}
