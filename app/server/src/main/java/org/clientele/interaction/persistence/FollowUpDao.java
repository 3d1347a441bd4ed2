package org.clientele.interaction.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.LoadSql;
import org.clientele.interaction.FollowUp;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.clientele.worklist.WorkQuery.Place;
import org.clientele.worklist.WorkQuery.Whose;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Contacts that somebody has to come back to. */
@Repository
public class FollowUpDao {
    private static final String SELECT_OF = InteractionDao.COLUMNS + """
            , COALESCE(c.name, c.ref) AS customer, o.id AS owner_id, o.display_name AS owner
            FROM %s i
            JOIN app_user u ON u.id = i.author_id JOIN customer c ON c.id = i.customer_id
            JOIN app_user o ON o.id = COALESCE(i.follow_up_owner_id, i.author_id)
            ORDER BY i.follow_up_on, i.id""";
    private static final String OF_OWN = "f.customer_id IN (SELECT c.id FROM customer c WHERE c.owner_user_id = :own)";
    private static final String OWNER = "COALESCE(f.follow_up_owner_id, f.author_id)";

    private final Jdbi jdbi;
    private final Dialect dialect;

    public FollowUpDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /**
     * Open follow-ups, the earliest first.
     *
     * @param onlyOwn only of customers whom this user looks after; null: of all
     */
    public List<FollowUp> open(int verticalId, WorkQuery asked, @Nullable Long onlyOwn, int limit) {
        if (isNobodys(asked.whose())) {
            return List.of();
        }
        String sql = SELECT_OF.formatted(
                "(SELECT f.* %s ORDER BY f.vertical_id, f.follow_up_done_at, f.follow_up_on, f.id FETCH FIRST %d ROWS ONLY)"
                        .formatted(from(asked, onlyOwn), limit));
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), verticalId, asked, onlyOwn)
                .map((row, context) -> read(row))
                .list());
    }

    /** The open follow-ups of a customer, the earliest first. */
    public List<FollowUp> ofCustomer(int verticalId, long customerId, @Nullable Long onlyOwn) {
        String sql = SELECT_OF.formatted("""
                (SELECT f.* FROM interaction f WHERE f.customer_id = :customer AND f.vertical_id = :vertical
                  AND f.follow_up_on IS NOT NULL AND f.follow_up_done_at IS NULL%s)""".formatted(onlyOwn == null ? "" : " AND " + OF_OWN));
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("customer", customerId).bind("vertical", verticalId);
            return (onlyOwn == null ? query : query.bind("own", onlyOwn))
                    .map((row, context) -> read(row))
                    .list();
        });
    }

    private static FollowUp read(ResultSet row) throws SQLException {
        return new FollowUp(
                InteractionDao.read(row), row.getString("customer"), row.getLong("owner_id"), row.getString("owner"));
    }

    /** How many open follow-ups there are, counted no further than {@code most}. */
    public int count(int verticalId, WorkQuery asked, @Nullable Long onlyOwn, int most) {
        if (isNobodys(asked.whose())) {
            return 0;
        }
        String sql = "SELECT count(*) FROM (SELECT f.id %s FETCH FIRST %d ROWS ONLY) i"
                .formatted(from(asked, onlyOwn), most);
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), verticalId, asked, onlyOwn)
                .mapTo(Integer.class)
                .one());
    }

    /** Who has how many, and how long those that were done took since the contact. */
    public List<WorkLoad> load(int verticalId, LocalDate today) {
        LoadSql load = new LoadSql(
                OWNER, "f.follow_up_done_at IS NULL", "f.follow_up_on", "f.happened_at", "f.follow_up_done_at");
        String sql = load.select(
                dialect,
                "interaction f",
                "f.vertical_id = :vertical AND f.follow_up_on IS NOT NULL",
                "f.follow_up_done_at IS NOT NULL");
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("vertical", verticalId)
                .bindMap(LoadSql.days(today))
                .map((row, context) -> LoadSql.read(row, WorkLoad::new))
                .list());
    }

    /** A follow-up is its author's from the beginning: there is none that nobody has. */
    private static boolean isNobodys(Whose whose) {
        return !whose.everybody() && whose.person() == null;
    }

    private static String from(WorkQuery asked, @Nullable Long onlyOwn) {
        List<String> conditions = new ArrayList<>(
                List.of("f.vertical_id = :vertical", "f.follow_up_done_at IS NULL", "f.follow_up_on <= :until"));
        if (!asked.whose().everybody()) {
            conditions.add(OWNER + " = :person");
        }
        if (asked.from() != null) {
            conditions.add("f.follow_up_on >= :from");
        }
        if (asked.after() != null) {
            conditions.add("f.follow_up_on >= :day AND (f.follow_up_on > :day OR f.id > :id)");
        }
        if (onlyOwn != null) {
            conditions.add(OF_OWN);
        }
        return "FROM interaction f WHERE " + String.join(" AND ", conditions);
    }

    private static Query bind(Query query, int verticalId, WorkQuery asked, @Nullable Long onlyOwn) {
        query.bind("vertical", verticalId).bind("until", asked.until());
        Long person = asked.whose().person();
        if (!asked.whose().everybody() && person != null) {
            query.bind("person", person);
        }
        if (asked.from() != null) {
            query.bind("from", asked.from());
        }
        Place after = asked.after();
        if (after != null) {
            query.bind("day", after.day()).bind("id", after.id());
        }
        if (onlyOwn != null) {
            query.bind("own", onlyOwn);
        }
        return query;
    }
}
