package org.clientele.survey.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.clientele.survey.Invitation;
import org.clientele.survey.SurveyData;
import org.clientele.survey.SurveyTally;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Answers of a survey, to be counted and listed. */
@Repository
public class ResultDao {
    private static final String OF_OWN =
            " AND i.customer_id IN (SELECT c.id FROM customer c WHERE c.owner_user_id = :own)";
    private static final int PIECE = 5_000;

    private final Jdbi jdbi;

    public ResultDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** An invitation as far as figures need it. */
    public record Row(
            long customerId,
            Instant invitedAt,
            boolean answered,
            boolean byStaff,
            @Nullable Integer nps,
            @Nullable Integer csat) {}

    /** An answer with the customer's name, or number. */
    public record Said(Invitation invitation, String customer) {}

    /**
     * Hands on every invitation of a survey.
     *
     * @param onlyOwn only of customers whom this user looks after; null: of all
     */
    public void each(int verticalId, long surveyId, @Nullable Long onlyOwn, Consumer<Row> rows) {
        String sql = """
                SELECT i.customer_id, i.invited_at, i.answered_at, i.by_staff, i.nps, i.csat FROM survey_invitation i
                WHERE i.survey_id = :survey AND i.vertical_id = :vertical""" + (onlyOwn == null ? "" : OF_OWN);
        jdbi.useHandle(handle -> bind(handle.createQuery(sql), verticalId, surveyId, onlyOwn)
                .setFetchSize(PIECE)
                .map((row, _) -> row(row))
                .forEach(rows));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("customer_id"),
                row.getObject("invited_at", OffsetDateTime.class).toInstant(),
                row.getObject("answered_at") != null,
                row.getBoolean("by_staff"),
                row.getObject("nps", Integer.class),
                row.getObject("csat", Integer.class));
    }

    /** What was answered in a time, to whatever survey; asked counts as far as it was answered. */
    public SurveyTally answered(int verticalId, Instant from, Instant until, @Nullable Long onlyOwn) {
        String sql = """
                SELECT count(CASE WHEN i.by_staff THEN NULL ELSE 1 END) AS links, count(CASE WHEN i.by_staff THEN 1 END) AS entered,
                  count(CASE WHEN i.nps >= %d THEN 1 END) AS promoters, count(CASE WHEN i.nps <= %d THEN 1 END) AS detractors,
                  count(i.nps) AS recommending, count(CASE WHEN i.csat >= %d THEN 1 END) AS satisfied, count(i.csat) AS rated
                FROM survey_invitation i
                WHERE i.vertical_id = :vertical AND i.answered_at >= :from AND i.answered_at < :until""".formatted(SurveyData.PROMOTER, SurveyData.DETRACTOR, SurveyData.SATISFIED);
        return sum(sql, verticalId, from, until, onlyOwn, row -> {
            long promoters = row.getLong("promoters");
            long detractors = row.getLong("detractors");
            return new SurveyTally(
                    row.getLong("links"),
                    row.getLong("links"),
                    row.getLong("entered"),
                    promoters,
                    row.getLong("recommending") - promoters - detractors,
                    detractors,
                    row.getLong("satisfied"),
                    row.getLong("rated"));
        });
    }

    /** How many were asked by a link in a time, and how many of them have answered. */
    public SurveyTally asked(int verticalId, Instant from, Instant until, @Nullable Long onlyOwn) {
        String sql = """
                SELECT count(*) AS invited, count(i.answered_at) AS answered FROM survey_invitation i
                WHERE i.vertical_id = :vertical AND i.invited_at >= :from AND i.invited_at < :until AND NOT i.by_staff""";
        return sum(
                sql,
                verticalId,
                from,
                until,
                onlyOwn,
                row -> new SurveyTally(row.getLong("invited"), row.getLong("answered"), 0, 0, 0, 0, 0, 0));
    }

    /** Reads the only row of a sum. */
    @FunctionalInterface
    private interface Sum {
        SurveyTally of(ResultSet row) throws SQLException;
    }

    private SurveyTally sum(String sql, int verticalId, Instant from, Instant until, @Nullable Long onlyOwn, Sum sum) {
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(onlyOwn == null ? sql : sql + OF_OWN)
                    .bind("vertical", verticalId)
                    .bind("from", from.atOffset(ZoneOffset.UTC))
                    .bind("until", until.atOffset(ZoneOffset.UTC));
            return (onlyOwn == null ? query : query.bind("own", onlyOwn))
                    .map((row, _) -> sum.of(row))
                    .one();
        });
    }

    /** Whether anybody was ever asked. */
    public boolean isAsked(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT i.id FROM survey_invitation i WHERE i.vertical_id = :vertical FETCH FIRST 1 ROWS ONLY")
                .bind("vertical", verticalId)
                .mapTo(Long.class)
                .findOne()
                .isPresent());
    }

    /** How many answered a question with a number. */
    public record Counted(int question, int number, long answers) {}

    /** How often each number was answered to each question. */
    public List<Counted> counts(int verticalId, long surveyId, @Nullable Long onlyOwn) {
        String sql = """
                SELECT a.question, a.number_given, count(*) AS answers
                FROM survey_answer a JOIN survey_invitation i ON i.id = a.invitation_id
                WHERE i.survey_id = :survey AND i.vertical_id = :vertical AND a.number_given IS NOT NULL""" + (onlyOwn == null ? "" : OF_OWN) + " GROUP BY a.question, a.number_given";
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), verticalId, surveyId, onlyOwn)
                .map((row, _) ->
                        new Counted(row.getInt("question"), row.getInt("number_given"), row.getLong("answers")))
                .list());
    }

    /** The last answers, the newest first. */
    public List<Said> newest(int verticalId, long surveyId, boolean unhappy, @Nullable Long onlyOwn, int limit) {
        String sql = InvitationDao.SELECT
                + "WHERE i.survey_id = :survey AND i.vertical_id = :vertical AND i.answered_at IS NOT NULL"
                + (unhappy ? " AND i.work_due_on IS NOT NULL" : "")
                + (onlyOwn == null ? "" : OF_OWN)
                + " ORDER BY i.answered_at DESC, i.id DESC FETCH FIRST " + limit + " ROWS ONLY";
        return jdbi.withHandle(handle -> bind(handle.createQuery(sql), verticalId, surveyId, onlyOwn)
                .map((row, _) -> new Said(InvitationDao.invitation(row), row.getString("customer")))
                .list());
    }

    private static Query bind(Query query, int verticalId, long surveyId, @Nullable Long onlyOwn) {
        query.bind("vertical", verticalId).bind("survey", surveyId);
        return onlyOwn == null ? query : query.bind("own", onlyOwn);
    }
}
