package org.clientele.survey.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.LoadSql;
import org.clientele.survey.UnhappyCustomer;
import org.clientele.worklist.WorkLoad;
import org.clientele.worklist.WorkQuery;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Unhappy answers to which somebody has to come back. */
@Repository
public class UnhappyDao {
    private static final String SELECT = """
            SELECT i.*, s.content, u.display_name, COALESCE(k.name, k.ref) AS customer, o.display_name AS owner FROM survey_invitation i
            JOIN survey s ON s.id = i.survey_id JOIN app_user u ON u.id = i.invited_by JOIN customer k ON k.id = i.customer_id
            LEFT JOIN app_user o ON o.id = i.work_owner_id
            """;

    private final Jdbi jdbi;
    private final Dialect dialect;

    public UnhappyDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /**
     * Those that the query asks for, the earliest first.
     *
     * @param onlyOwn only of customers whom this user looks after; null: of all
     */
    public List<UnhappyCustomer> open(int verticalId, WorkQuery asked, @Nullable Long onlyOwn, int limit) {
        Map<String, Object> values = new HashMap<>();
        String sql = SELECT + "WHERE " + where(verticalId, asked, onlyOwn, values)
                + " ORDER BY i.work_due_on, i.id FETCH FIRST " + limit + " ROWS ONLY";
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bindMap(values)
                .map((row, _) -> read(row))
                .list());
    }

    /** How many there are, counted no further than {@code most}. */
    public int count(int verticalId, WorkQuery asked, @Nullable Long onlyOwn, int most) {
        Map<String, Object> values = new HashMap<>();
        String sql = "SELECT count(*) FROM (SELECT i.id FROM survey_invitation i WHERE "
                + where(verticalId, asked, onlyOwn, values) + " FETCH FIRST " + most + " ROWS ONLY) f";
        return jdbi.withHandle(handle ->
                handle.createQuery(sql).bindMap(values).mapTo(Integer.class).one());
    }

    private static String where(int verticalId, WorkQuery asked, @Nullable Long onlyOwn, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>(
                List.of("i.vertical_id = :vertical", "i.work_done_at IS NULL", "i.work_due_on <= :until"));
        values.put("vertical", verticalId);
        values.put("until", asked.until());
        if (asked.from() != null) {
            conditions.add("i.work_due_on >= :from");
            values.put("from", asked.from());
        }
        if (asked.after() != null) {
            conditions.add("i.work_due_on >= :day AND (i.work_due_on > :day OR i.id > :after)");
            values.put("day", asked.after().day());
            values.put("after", asked.after().id());
        }
        if (!asked.whose().everybody()) {
            conditions.add(whose(asked.whose(), values));
        }
        if (onlyOwn != null) {
            conditions.add("i.customer_id IN (SELECT c.id FROM customer c WHERE c.owner_user_id = :own)");
            values.put("own", onlyOwn);
        }
        return String.join(" AND ", conditions);
    }

    private static String whose(WorkQuery.Whose whose, Map<String, Object> values) {
        List<String> any = new ArrayList<>(List.of("1 = 0"));
        if (whose.free()) {
            any.add("i.work_owner_id IS NULL");
        }
        if (whose.person() != null) {
            any.add("i.work_owner_id = :person");
            values.put("person", whose.person());
        }
        return "(" + String.join(" OR ", any) + ")";
    }

    /** The open ones of a customer, the earliest first. */
    public List<UnhappyCustomer> ofCustomer(int verticalId, long customerId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE i.customer_id = :customer AND i.vertical_id = :vertical AND i.work_due_on IS NOT NULL AND i.work_done_at IS NULL
                        ORDER BY i.work_due_on, i.id""")
                .bind("customer", customerId)
                .bind("vertical", verticalId)
                .map((row, _) -> read(row))
                .list());
    }

    public Optional<UnhappyCustomer> find(int verticalId, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "WHERE i.id = :id AND i.vertical_id = :vertical AND i.work_due_on IS NOT NULL")
                .bind("id", id)
                .bind("vertical", verticalId)
                .map((row, _) -> read(row))
                .findOne());
    }

    private static UnhappyCustomer read(ResultSet row) throws SQLException {
        return new UnhappyCustomer(
                InvitationDao.invitation(row),
                row.getString("customer"),
                row.getObject("work_due_on", LocalDate.class),
                row.getObject("work_owner_id", Long.class),
                row.getString("owner"),
                row.getObject("work_done_at", OffsetDateTime.class) != null,
                row.getInt("version"));
    }

    /** Changes day, owner and end; false when somebody else changed it since the version was read. */
    public boolean update(long id, int version, LocalDate dueOn, @Nullable Long ownerId, @Nullable Instant doneAt) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE survey_invitation SET work_due_on = :due, work_owner_id = :owner, work_done_at = :done, version = version + 1, import_id = NULL
                        WHERE id = :id AND version = :version""")
                        .bind("due", dueOn)
                        .bind("owner", ownerId)
                        .bind("done", doneAt == null ? null : doneAt.atOffset(ZoneOffset.UTC))
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    /** Who has how many, and how long those that were done took since the answer. */
    public List<WorkLoad> load(int verticalId, LocalDate today) {
        LoadSql load = new LoadSql(
                "f.work_owner_id", "f.work_done_at IS NULL", "f.work_due_on", "f.answered_at", "f.work_done_at");
        String sql = load.select(
                dialect,
                "survey_invitation f",
                "f.vertical_id = :vertical AND f.work_due_on IS NOT NULL",
                "f.work_done_at IS NOT NULL");
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("vertical", verticalId)
                .bindMap(LoadSql.days(today))
                .map((row, _) -> LoadSql.read(row, WorkLoad::new))
                .list());
    }
}
