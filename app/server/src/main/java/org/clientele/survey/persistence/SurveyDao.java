package org.clientele.survey.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.clientele.survey.Survey;
import org.clientele.survey.SurveyData;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Surveys, with how many were asked and answered. */
@Repository
public class SurveyDao {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SELECT = """
            SELECT s.id, s.content, s.running, s.version, COALESCE(c.invited, 0) AS invited, COALESCE(c.answered, 0) AS answered,
              COALESCE(c.entered, 0) AS entered
            FROM survey s LEFT JOIN (
              SELECT i.survey_id, sum(CASE WHEN i.by_staff THEN 0 ELSE 1 END) AS invited,
                sum(CASE WHEN i.answered_at IS NULL OR i.by_staff THEN 0 ELSE 1 END) AS answered,
                sum(CASE WHEN i.by_staff THEN 1 ELSE 0 END) AS entered
              FROM survey_invitation i WHERE i.vertical_id = :vertical GROUP BY i.survey_id
            ) c ON c.survey_id = s.id
            WHERE s.vertical_id = :vertical""";

    private final Jdbi jdbi;

    public SurveyDao(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The newest first. */
    public List<Survey> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " ORDER BY s.id DESC")
                .bind("vertical", verticalId)
                .map((row, _) -> survey(row))
                .list());
    }

    public Optional<Survey> find(int verticalId, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + " AND s.id = :id")
                .bind("vertical", verticalId)
                .bind("id", id)
                .map((row, _) -> survey(row))
                .findOne());
    }

    private static Survey survey(ResultSet row) throws SQLException {
        return new Survey(
                row.getLong("id"),
                read(row.getString("content")),
                row.getBoolean("running"),
                row.getLong("invited"),
                row.getLong("answered"),
                row.getLong("entered"),
                row.getInt("version"));
    }

    static SurveyData read(String content) {
        return JSON.readValue(content, SurveyData.class);
    }

    static String write(SurveyData data) {
        return JSON.writeValueAsString(data);
    }

    public long insert(int verticalId, SurveyData data, long by, Instant at) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO survey (vertical_id, content, running, created_by, created_at)
                        VALUES (:vertical, :content, TRUE, :by, :at)""")
                .bind("vertical", verticalId)
                .bind("content", write(data))
                .bind("by", by)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one());
    }

    /** False when somebody else changed it since the version was read. */
    public boolean update(int verticalId, long id, int version, SurveyData data) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE survey SET content = :content, version = version + 1, import_id = NULL
                        WHERE vertical_id = :vertical AND id = :id AND version = :version""")
                        .bind("content", write(data))
                        .bind("vertical", verticalId)
                        .bind("id", id)
                        .bind("version", version)
                        .execute()
                == 1);
    }

    public void setRunning(long id, boolean running) {
        jdbi.useHandle(
                handle -> handle.execute("UPDATE survey SET running = ?, import_id = NULL WHERE id = ?", running, id));
    }
}
