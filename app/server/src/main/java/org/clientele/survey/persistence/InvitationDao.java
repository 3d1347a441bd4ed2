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
import org.clientele.survey.Invitation;
import org.clientele.survey.Reply;
import org.clientele.survey.SurveyAbout;
import org.clientele.survey.SurveyData;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who was asked, and what they answered. */
@Repository
public class InvitationDao {
    static final String SELECT = """
            SELECT i.*, s.content, u.display_name, COALESCE(k.name, k.ref) AS customer FROM survey_invitation i
            JOIN survey s ON s.id = i.survey_id JOIN app_user u ON u.id = i.invited_by JOIN customer k ON k.id = i.customer_id
            """;

    private final Jdbi jdbi;

    public InvitationDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** A link that still works. */
    public record Asked(long invitationId, int verticalId, long customerId, SurveyData survey) {}

    public boolean customerExists(int verticalId, long customerId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("SELECT count(*) FROM customer WHERE vertical_id = :vertical AND id = :customer")
                                .bind("vertical", verticalId)
                                .bind("customer", customerId)
                                .mapTo(Long.class)
                                .one()
                        == 1);
    }

    /** Gives the link that was not used yet another token and another end; false when there is none. */
    public boolean renew(
            long surveyId, long customerId, @Nullable SurveyAbout about, String hash, Instant now, Instant expires) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE survey_invitation SET token_hash = :hash, expires_at = :expires, version = version + 1, import_id = NULL
                        WHERE id = (SELECT max(i.id) FROM survey_invitation i
                          WHERE i.survey_id = :survey AND i.customer_id = :customer AND i.answered_at IS NULL AND i.expires_at > :now
                            AND COALESCE(i.about_kind, '') = :kind AND COALESCE(i.about_key, '') = :key)""")
                        .bind("hash", hash)
                        .bind("expires", expires.atOffset(ZoneOffset.UTC))
                        .bind("survey", surveyId)
                        .bind("customer", customerId)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .bind("kind", about == null ? "" : about.kind().name())
                        .bind("key", about == null ? "" : about.key())
                        .execute()
                == 1);
    }

    public void insert(
            int verticalId,
            long surveyId,
            long customerId,
            @Nullable SurveyAbout about,
            String hash,
            long by,
            Instant now,
            Instant expires) {
        jdbi.useHandle(handle -> bind(handle.createUpdate("""
                                INSERT INTO survey_invitation (vertical_id, survey_id, customer_id, about_kind, about_key, invited_by,
                                  invited_at, token_hash, expires_at, by_staff)
                                VALUES (:vertical, :survey, :customer, :kind, :key, :by, :now, :hash, :expires, FALSE)"""), verticalId, surveyId, customerId, about, by, now)
                .bind("hash", hash)
                .bind("expires", expires.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** What a customer said to staff; its id. */
    public long insertEntered(
            int verticalId, long surveyId, long customerId, @Nullable SurveyAbout about, long by, Instant now) {
        return jdbi.withHandle(
                handle -> bind(handle.createUpdate("""
                                INSERT INTO survey_invitation (vertical_id, survey_id, customer_id, about_kind, about_key, invited_by,
                                  invited_at, expires_at, answered_at, by_staff)
                                VALUES (:vertical, :survey, :customer, :kind, :key, :by, :now, :now, :now, TRUE)"""), verticalId, surveyId, customerId, about, by, now)
                        .executeAndReturnGeneratedKeys("id")
                        .mapTo(Long.class)
                        .one());
    }

    private static Update bind(
            Update insert,
            int verticalId,
            long surveyId,
            long customerId,
            @Nullable SurveyAbout about,
            long by,
            Instant now) {
        return insert.bind("vertical", verticalId)
                .bind("survey", surveyId)
                .bind("customer", customerId)
                .bind("kind", about == null ? null : about.kind().name())
                .bind("key", about == null ? null : about.key())
                .bind("by", by)
                .bind("now", now.atOffset(ZoneOffset.UTC));
    }

    /** What the link asks, as long as it works. */
    public Optional<Asked> asked(String hash, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT i.id, i.vertical_id, i.customer_id, s.content
                        FROM survey_invitation i JOIN survey s ON s.id = i.survey_id
                        WHERE i.token_hash = :hash AND i.answered_at IS NULL AND i.expires_at > :now AND s.running""")
                .bind("hash", hash)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .map((row, _) -> new Asked(
                        row.getLong("id"),
                        row.getInt("vertical_id"),
                        row.getLong("customer_id"),
                        SurveyDao.read(row.getString("content"))))
                .findOne());
    }

    /** Uses the link up; false when somebody else did, or it works no more. */
    public boolean use(String hash, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE survey_invitation SET answered_at = :now, version = version + 1, import_id = NULL
                        WHERE token_hash = :hash AND answered_at IS NULL AND expires_at > :now""")
                        .bind("hash", hash)
                        .bind("now", now.atOffset(ZoneOffset.UTC))
                        .execute()
                == 1);
    }

    /**
     * Keeps what was answered.
     *
     * @param comeBack the day by which somebody comes back to the customer, first of all whoever looks after them; null: nobody needs to
     */
    public void keep(
            long id, List<Reply> replies, @Nullable Integer nps, @Nullable Integer csat, @Nullable LocalDate comeBack) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO survey_answer (invitation_id, question, number_given, text_given)
                    VALUES (:id, :question, :number, :text)""");
            replies.forEach(reply -> batch.bind("id", id)
                    .bind("question", reply.question())
                    .bind("number", reply.number())
                    .bind("text", reply.text())
                    .add());
            batch.execute();
            handle.createUpdate("""
                            UPDATE survey_invitation SET nps = :nps, csat = :csat, work_due_on = :due, work_owner_id = (
                              SELECT u.id FROM customer c JOIN app_user u ON u.id = c.owner_user_id AND u.active
                              WHERE c.id = survey_invitation.customer_id)
                            WHERE id = :id""")
                    .bind("nps", nps)
                    .bind("csat", csat)
                    .bind("due", comeBack)
                    .bind("id", id)
                    .execute();
        });
    }

    /** The newest first. */
    public List<Invitation> ofCustomer(int verticalId, long customerId, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE i.customer_id = :customer AND i.vertical_id = :vertical
                        ORDER BY i.id DESC FETCH FIRST :limit ROWS ONLY""")
                .bind("customer", customerId)
                .bind("vertical", verticalId)
                .bind("limit", limit)
                .map((row, _) -> invitation(row))
                .list());
    }

    static Invitation invitation(ResultSet row) throws SQLException {
        String kind = row.getString("about_kind");
        return new Invitation(
                row.getLong("id"),
                row.getLong("survey_id"),
                SurveyDao.read(row.getString("content")),
                row.getLong("customer_id"),
                kind == null ? null : new SurveyAbout(SurveyAbout.Kind.valueOf(kind), row.getString("about_key")),
                row.getString("display_name"),
                instant(row, "invited_at"),
                instant(row, "expires_at"),
                row.getObject("answered_at") == null ? null : instant(row, "answered_at"),
                row.getBoolean("by_staff"),
                row.getObject("nps", Integer.class),
                row.getObject("csat", Integer.class));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** What was answered, by invitation, in the order of the questions. */
    public Map<Long, List<Reply>> replies(List<Long> invitationIds) {
        Map<Long, List<Reply>> replies = new HashMap<>();
        if (invitationIds.isEmpty()) {
            return replies;
        }
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT invitation_id, question, number_given, text_given FROM survey_answer
                        WHERE invitation_id IN (<ids>) ORDER BY invitation_id, question""")
                .bindList("ids", invitationIds)
                .map((row, _) -> Map.entry(
                        row.getLong("invitation_id"),
                        new Reply(
                                row.getInt("question"),
                                row.getObject("number_given", Integer.class),
                                row.getString("text_given"))))
                .forEach(found -> replies.computeIfAbsent(found.getKey(), id -> new ArrayList<>())
                        .add(found.getValue())));
        return replies;
    }
}
