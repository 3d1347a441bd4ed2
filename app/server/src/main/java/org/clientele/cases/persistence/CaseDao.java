package org.clientele.cases.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.clientele.cases.CaseAlert;
import org.clientele.cases.CaseData;
import org.clientele.cases.CasePriority;
import org.clientele.cases.CaseReason;
import org.clientele.cases.CaseState;
import org.clientele.cases.CaseType;
import org.clientele.cases.ServiceCase;
import org.clientele.common.persistence.Dialect;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Cases, one at a time. */
@Repository
public class CaseDao {
    static final String COLUMNS = """
            SELECT s.id, s.case_number, s.customer_id, COALESCE(c.name, c.ref) AS customer, s.case_type, s.subject, s.description,
              s.priority, s.owner_id, u.display_name AS owner, s.team, s.case_state, s.reason, o.display_name AS opener,
              s.opened_at, s.answered_at, s.solved_at, s.due_on, s.due_at, s.alert, s.tier, s.cost_minor, m.case_number AS merged_number, s.version
            """;
    static final String FROM = """
             FROM service_case s JOIN customer c ON c.id = s.customer_id JOIN app_user o ON o.id = s.opened_by
             LEFT JOIN app_user u ON u.id = s.owner_id LEFT JOIN service_case m ON m.id = s.merged_into
            """;
    private static final int BEFORE_FIRST = 1000;

    private final Jdbi jdbi;
    private final Dialect dialect;

    public CaseDao(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    public boolean customerExists(int verticalId, long customerId) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT count(*) FROM customer WHERE vertical_id = :vertical AND id = :customer")
                                .bind("vertical", verticalId)
                                .bind("customer", customerId)
                                .mapTo(Integer.class)
                                .one()
                        > 0);
    }

    /** The next number of the vertical; others wait for it until the transaction ends. */
    public int nextNumber(int verticalId) {
        return jdbi.withHandle(handle -> {
            handle.createUpdate(dialect == Dialect.POSTGRESQL ? """
                            INSERT INTO case_number (vertical_id, last_number) VALUES (:vertical, :before)
                            ON CONFLICT (vertical_id) DO NOTHING""" : """
                            INSERT INTO case_number (vertical_id, last_number)
                            SELECT id, CAST(:before AS INTEGER) FROM vertical
                            WHERE id = :vertical AND id NOT IN (SELECT vertical_id FROM case_number)""")
                    .bind("vertical", verticalId)
                    .bind("before", BEFORE_FIRST)
                    .execute();
            handle.createUpdate("UPDATE case_number SET last_number = last_number + 1 WHERE vertical_id = :vertical")
                    .bind("vertical", verticalId)
                    .execute();
            return handle.createQuery("SELECT last_number FROM case_number WHERE vertical_id = :vertical")
                    .bind("vertical", verticalId)
                    .mapTo(Integer.class)
                    .one();
        });
    }

    /** A new case under the next number. */
    public void insert(int verticalId, long customerId, long openerId, UUID request, CaseData data, Instant at) {
        int number = nextNumber(verticalId);
        jdbi.useHandle(h -> bind(h.createUpdate("""
                                INSERT INTO service_case (request_key, vertical_id, case_number, customer_id, case_type, subject,
                                  description, priority, owner_id, team, case_state, is_open, opened_by, opened_at)
                                VALUES (:request, :vertical, :number, :customer, :type, :subject,
                                  :description, :priority, :owner, :team, 'NEW', TRUE, :opener, :at)
                                """), data)
                .bind("request", request.toString())
                .bind("vertical", verticalId)
                .bind("number", number)
                .bind("customer", customerId)
                .bind("opener", openerId)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Stores all that can change; false when somebody else changed it in the meantime. */
    public boolean update(ServiceCase changed) {
        return jdbi.withHandle(h -> bind(h.createUpdate("""
                                        UPDATE service_case SET case_type = :type, subject = :subject, description = :description,
                                          priority = :priority, owner_id = :owner, team = :team, case_state = :state, is_open = :open,
                                          reason = :reason, answered_at = :answered, solved_at = :solved, cost_minor = :cost, version = version + 1,
                                          import_id = NULL
                                        WHERE id = :id AND version = :version
                                        """), changed.data())
                        .bind("state", changed.state().name())
                        .bind("open", changed.state().isOpen())
                        .bind("reason", name(changed.reason()))
                        .bind("answered", at(changed.answeredAt()))
                        .bind("solved", at(changed.solvedAt()))
                        .bind("cost", changed.cost())
                        .bind("id", changed.id())
                        .bind("version", changed.version())
                        .execute()
                == 1);
    }

    /** Makes a case that an import brought back the portal's own. */
    public void touch(long id) {
        jdbi.useHandle(h -> h.execute("UPDATE service_case SET import_id = NULL WHERE id = ?", id));
    }

    /** Says which case goes on in the case's stead, and in that of those that were merged into it before. */
    public void setMergedInto(long id, long into) {
        jdbi.useHandle(
                h -> h.createUpdate("UPDATE service_case SET merged_into = :into WHERE id = :id OR merged_into = :id")
                        .bind("into", into)
                        .bind("id", id)
                        .execute());
    }

    public Optional<ServiceCase> find(int verticalId, int number) {
        return jdbi.withHandle(
                h -> h.createQuery(COLUMNS + FROM + "WHERE s.vertical_id = :vertical AND s.case_number = :number")
                        .bind("vertical", verticalId)
                        .bind("number", number)
                        .map((row, _) -> read(row))
                        .findOne());
    }

    public Optional<ServiceCase> findByRequest(UUID request) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + FROM + "WHERE s.request_key = :request")
                .bind("request", request.toString())
                .map((row, _) -> read(row))
                .findOne());
    }

    static <S extends SqlStatement<S>> S bind(S statement, CaseData data) {
        return statement
                .bind("type", data.type().name())
                .bind("subject", data.subject())
                .bind("description", data.description())
                .bind("priority", data.priority().ordinal())
                .bind("owner", data.ownerId())
                .bind("team", data.team());
    }

    static ServiceCase read(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new ServiceCase(
                row.getLong("id"),
                row.getInt("case_number"),
                row.getLong("customer_id"),
                row.getString("customer"),
                new CaseData(
                        CaseType.valueOf(row.getString("case_type")),
                        row.getString("subject"),
                        row.getString("description"),
                        CasePriority.values()[row.getInt("priority")],
                        row.getObject("owner_id", Long.class),
                        row.getString("team")),
                row.getString("owner"),
                CaseState.valueOf(row.getString("case_state")),
                reason == null ? null : CaseReason.valueOf(reason),
                row.getString("opener"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "answered_at"),
                instant(row, "solved_at"),
                row.getObject("due_on", LocalDate.class),
                instant(row, "due_at"),
                CaseAlert.values()[row.getInt("alert")],
                row.getString("tier"),
                row.getObject("cost_minor", Long.class),
                row.getObject("merged_number", Integer.class),
                row.getInt("version"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    /** The cases of these ids, by number. */
    public List<ServiceCase> all(List<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbi.withHandle(h -> h.createQuery(COLUMNS + FROM + "WHERE s.id IN (<ids>) ORDER BY s.case_number")
                        .bindList("ids", ids)
                        .map((row, _) -> read(row))
                        .list());
    }
}
