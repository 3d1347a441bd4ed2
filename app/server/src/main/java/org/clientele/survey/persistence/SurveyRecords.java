package org.clientele.survey.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.Problem;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.survey.SurveysChanged;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.springframework.stereotype.Repository;
import tools.jackson.core.JacksonException;

/** Surveys as rows. */
@Repository
public class SurveyRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.SURVEYS.firstColumn();
    private static final String CREATED = "created";
    private static final String CREATED_BY = "created-by";
    private static final String RUNNING = "running";
    private static final String CONTENT = "content";
    private static final int CONTENT_LENGTH = 16_000;

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public SurveyRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(
                jdbi,
                new Part(
                        "survey",
                        "id",
                        "import_id = :id AND NOT EXISTS (SELECT 1 FROM survey_invitation i WHERE i.survey_id = survey.id)",
                        ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SURVEYS;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, CREATED, CREATED_BY, RUNNING, CONTENT);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        jdbi.useHandle(handle -> {
            Map<Long, String> keys = SurveyKeys.of(handle, verticalId);
            handle.createQuery("""
                            SELECT s.id, s.created_at, u.login, s.running, s.content
                            FROM survey s JOIN app_user u ON u.id = s.created_by
                            WHERE s.vertical_id = :vertical ORDER BY s.created_at, s.id""")
                    .bind("vertical", verticalId)
                    .map((row, _) -> cells(Objects.requireNonNull(keys.get(row.getLong("id"))), row))
                    .forEach(rows);
        });
    }

    private static List<String> cells(String key, ResultSet row) throws SQLException {
        return List.of(
                key,
                row.getObject("created_at", OffsetDateTime.class).toInstant().toString(),
                row.getString("login"),
                String.valueOf(row.getBoolean("running")),
                row.getString("content"));
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = jdbi.withHandle(
                handle -> new HashSet<>(SurveyKeys.of(handle, verticalId).values()));
        return RestoredRows.once(
                here,
                row -> read(known, row),
                (row, survey) -> row.text(RECORD),
                (fresh, importId) -> store(verticalId, fresh, importId));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new SurveysChanged(verticalKey, Set.of()));
    }

    private record Row(Instant created, long by, boolean running, String content) {}

    private static Row read(KnownNames known, RecordRow row) throws UnfitRowException {
        Row found = new Row(
                row.time(CREATED),
                known.person(row, CREATED_BY),
                row.flag(RUNNING),
                row.required(CONTENT, CONTENT_LENGTH));
        if (!row.text(RECORD).startsWith(found.created().toString())) {
            throw row.unfit(RECORD, Cause.NOT_AS_WRITTEN);
        }
        try {
            SurveyDao.read(found.content()).requireSound();
        } catch (Problem | JacksonException refused) {
            throw row.unfit(CONTENT, Cause.NOT_AS_WRITTEN);
        }
        return found;
    }

    private void store(int verticalId, List<Row> fresh, long importId) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO survey (vertical_id, content, running, created_by, created_at, import_id)
                    VALUES (:vertical, :content, :running, :by, :created, :import)""");
            fresh.forEach(survey -> batch.bind("vertical", verticalId)
                    .bind("content", survey.content())
                    .bind("running", survey.running())
                    .bind("by", survey.by())
                    .bind("created", survey.created().atOffset(ZoneOffset.UTC))
                    .bind("import", importId)
                    .add());
            batch.execute();
        });
    }
}
