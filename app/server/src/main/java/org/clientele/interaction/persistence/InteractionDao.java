package org.clientele.interaction.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.clientele.interaction.Channel;
import org.clientele.interaction.Direction;
import org.clientele.interaction.Interaction;
import org.clientele.interaction.InteractionData;
import org.clientele.interaction.Outcome;
import org.clientele.interaction.Revision;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Interactions, their earlier texts and their follow-ups. */
@Repository
public class InteractionDao {
    static final String COLUMNS = """
            SELECT i.id, i.customer_id, i.author_id, u.display_name AS author, i.happened_at, i.channel, i.direction,
                   i.subject, i.notes, i.outcome, i.satisfaction, i.follow_up_on, i.follow_up_done_at, i.version
            """;
    private static final String FROM = " FROM interaction i JOIN app_user u ON u.id = i.author_id ";

    private final Jdbi jdbi;
    private final RevisionText revisionText = new RevisionText();

    public InteractionDao(Jdbi jdbi) {
        this.jdbi = jdbi;
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

    public long insert(int verticalId, long customerId, long authorId, UUID request, InteractionData data) {
        return jdbi.withHandle(h -> bind(h.createUpdate("""
                                INSERT INTO interaction (request_key, vertical_id, customer_id, author_id, happened_at,
                                  channel, direction, subject, notes, outcome, satisfaction, follow_up_on)
                                VALUES (:request, :vertical, :customer, :author, :happenedAt,
                                  :channel, :direction, :subject, :notes, :outcome, :satisfaction, :followUpOn)
                                """), data)
                .bind("request", request.toString())
                .bind("vertical", verticalId)
                .bind("customer", customerId)
                .bind("author", authorId)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** False when somebody else changed it in the meantime. */
    public boolean update(long id, int version, InteractionData data) {
        return jdbi.withHandle(h -> bind(h.createUpdate("""
                                UPDATE interaction SET happened_at = :happenedAt, channel = :channel,
                                  direction = :direction, subject = :subject, notes = :notes, outcome = :outcome,
                                  satisfaction = :satisfaction, follow_up_on = :followUpOn, version = version + 1,
                                  import_id = NULL
                                WHERE id = :id AND version = :version
                                """), data)
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    public void insertRevision(Interaction before, long editorId, Instant at) {
        jdbi.useHandle(h -> h.createUpdate("""
                        INSERT INTO interaction_revision (interaction_id, version, edited_by, edited_at, before_state)
                        VALUES (:id, :version, :editor, :at, :before)
                        """)
                .bind("id", before.id())
                .bind("version", before.version())
                .bind("editor", editorId)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("before", revisionText.write(before.data()))
                .execute());
    }

    public List<Revision> revisions(long id) {
        return jdbi.withHandle(h -> h.createQuery("""
                        SELECT r.version, u.display_name, r.edited_at, r.before_state
                        FROM interaction_revision r JOIN app_user u ON u.id = r.edited_by
                        WHERE r.interaction_id = :id ORDER BY r.version DESC
                        """)
                .bind("id", id)
                .map((row, _) -> new Revision(
                        row.getInt("version"),
                        row.getString("display_name"),
                        row.getObject("edited_at", OffsetDateTime.class).toInstant(),
                        revisionText.read(row.getString("before_state"))))
                .list());
    }

    public Optional<Interaction> find(int verticalId, long id) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + FROM + "WHERE i.vertical_id = :vertical AND i.id = :id")
                .bind("vertical", verticalId)
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne());
    }

    public Interaction get(int verticalId, long id) {
        return find(verticalId, id).orElseThrow();
    }

    public Optional<Interaction> findByRequest(UUID request) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + FROM + "WHERE i.request_key = :request")
                .bind("request", request.toString())
                .map((row, _) -> read(row))
                .findOne());
    }

    public List<Interaction> ofCustomer(int verticalId, long customerId, int limit) {
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + FROM + """
                        WHERE i.vertical_id = :vertical AND i.customer_id = :customer
                        ORDER BY i.happened_at DESC, i.id DESC FETCH FIRST :limit ROWS ONLY
                        """)
                .bind("vertical", verticalId)
                .bind("customer", customerId)
                .bind("limit", limit)
                .map((row, _) -> read(row))
                .list());
    }

    /** @param owner only of customers whom this user looks after; null: of all */
    public List<Interaction> all(int verticalId, Set<Long> ids, @Nullable Long owner) {
        return jdbi.withHandle(h -> bindOwner(h.createQuery(COLUMNS + FROM + """
                        JOIN customer c ON c.id = i.customer_id
                        WHERE i.vertical_id = :vertical AND i.id IN (<ids>) AND (:anyOwner OR c.owner_user_id = :owner)
                        """), owner)
                .bind("vertical", verticalId)
                .bindList("ids", List.copyOf(ids))
                .map((row, _) -> read(row))
                .list());
    }

    private static Query bindOwner(Query query, @Nullable Long owner) {
        return query.bind("anyOwner", owner == null).bind("owner", owner == null ? -1L : owner);
    }

    public void setFollowUpDone(long id, @Nullable Instant at, @Nullable Long userId) {
        jdbi.useHandle(h -> h.createUpdate("""
                        UPDATE interaction SET follow_up_done_at = :at, follow_up_done_by = :user, import_id = NULL WHERE id = :id
                        """)
                .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .bind("user", userId)
                .bind("id", id)
                .execute());
    }

    /** Has somebody else come back to it; false when somebody changed it since the version was read: of two people who hand it over at once one does. */
    public boolean setFollowUpOwner(long id, int version, long userId) {
        return jdbi.withHandle(h -> h.createUpdate("""
                                UPDATE interaction SET follow_up_owner_id = :user, version = version + 1, import_id = NULL
                                WHERE id = :id AND version = :version
                                """)
                        .bind("user", userId)
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    /** False when somebody else changed it since the version was read: of two people who put it off at once one does. */
    public boolean setFollowUpDay(long id, int version, LocalDate day) {
        return jdbi.withHandle(h -> h.createUpdate("""
                                UPDATE interaction SET follow_up_on = :day, version = version + 1, import_id = NULL
                                WHERE id = :id AND version = :version
                                """)
                        .bind("day", day)
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    static <S extends SqlStatement<S>> S bind(S statement, InteractionData data) {
        Outcome outcome = data.outcome();
        return statement
                .bind("happenedAt", data.happenedAt().atOffset(ZoneOffset.UTC))
                .bind("channel", data.channel().name())
                .bind("direction", data.direction().name())
                .bind("subject", data.subject())
                .bind("notes", data.notes())
                .bind("outcome", outcome == null ? null : outcome.name())
                .bind("satisfaction", data.satisfaction())
                .bind("followUpOn", data.followUpOn());
    }

    static Interaction read(ResultSet row) throws SQLException {
        OffsetDateTime doneAt = row.getObject("follow_up_done_at", OffsetDateTime.class);
        return new Interaction(
                row.getLong("id"),
                row.getLong("customer_id"),
                row.getLong("author_id"),
                row.getString("author"),
                readData(row),
                doneAt == null ? null : doneAt.toInstant(),
                row.getInt("version"));
    }

    static InteractionData readData(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new InteractionData(
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                Channel.valueOf(row.getString("channel")),
                Direction.valueOf(row.getString("direction")),
                row.getString("subject"),
                row.getString("notes"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getObject("satisfaction", Integer.class),
                row.getObject("follow_up_on", LocalDate.class));
    }
}
