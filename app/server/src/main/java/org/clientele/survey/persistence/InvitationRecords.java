package org.clientele.survey.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.Dialect;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.customer.CustomersChanged;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.Occurrences;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.survey.SurveysChanged;
import org.clientele.survey.persistence.InvitationColumns.Part;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Invitations as rows, each followed by what was answered. */
@Repository
public class InvitationRecords implements VerticalRecords {
    private final Jdbi jdbi;
    private final Dialect dialect;
    private final OwnedRows imported;

    public InvitationRecords(Jdbi jdbi, Dialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
        this.imported = new OwnedRows(
                jdbi,
                new OwnedRows.Part(
                        "survey_answer",
                        "invitation_id",
                        "invitation_id IN (SELECT i.id FROM survey_invitation i WHERE i.import_id = :id)",
                        ""),
                new OwnedRows.Part("survey_invitation", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SURVEY_INVITATIONS;
    }

    @Override
    public List<String> columns() {
        return InvitationColumns.ALL;
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        String select = """
                SELECT i.*, c.ref, asker.login AS asker, worker.login AS worker, a.question, a.number_given, a.text_given
                FROM survey_invitation i JOIN customer c ON c.id = i.customer_id JOIN app_user asker ON asker.id = i.invited_by
                LEFT JOIN app_user worker ON worker.id = i.work_owner_id LEFT JOIN survey_answer a ON a.invitation_id = i.id
                WHERE i.vertical_id + 0 = %d AND i.id > ? AND i.id <= ? ORDER BY i.id, a.question
                """.formatted(verticalId);
        jdbi.useHandle(handle -> {
            Writer writer = new Writer(SurveyKeys.of(handle, verticalId), rows);
            IdRanges.readTable(handle, "survey_invitation", select, writer::row);
        });
    }

    /** Makes rows of what the query finds: one for each invitation, then one for each answer. */
    private static final class Writer {
        private final Map<Long, String> surveys;
        private final Consumer<List<String>> rows;
        private long last = -1;

        Writer(Map<Long, String> surveys, Consumer<List<String>> rows) {
            this.surveys = surveys;
            this.rows = rows;
        }

        void row(ResultSet row) throws SQLException {
            String record = key(surveys, row);
            long id = row.getLong("id");
            if (id != last) {
                last = id;
                write(record, asked(row));
            }
            if (row.getString("question") != null) {
                Map<String, String> values = new HashMap<>();
                values.put(InvitationColumns.PART, Part.ANSWER.name());
                values.put(InvitationColumns.QUESTION, row.getString("question"));
                values.put(InvitationColumns.NUMBER, text(row.getString("number_given")));
                values.put(InvitationColumns.TEXT, text(row.getString("text_given")));
                write(record, values);
            }
        }

        private void write(String record, Map<String, String> values) {
            values.put(InvitationColumns.RECORD, record);
            rows.accept(InvitationColumns.ALL.stream()
                    .map(column -> values.getOrDefault(column, ""))
                    .toList());
        }

        private Map<String, String> asked(ResultSet row) throws SQLException {
            Map<String, String> values = new HashMap<>();
            values.put(InvitationColumns.PART, Part.ASKED.name());
            values.put(InvitationColumns.SURVEY, survey(surveys, row));
            values.put(InvitationColumns.CUSTOMER, row.getString("ref"));
            values.put(InvitationColumns.LINK, text(row.getString("token_hash")));
            values.put(InvitationColumns.ABOUT, text(row.getString("about_kind")));
            values.put(InvitationColumns.ABOUT_KEY, text(row.getString("about_key")));
            values.put(InvitationColumns.INVITED_BY, row.getString("asker"));
            values.put(InvitationColumns.INVITED, time(row, "invited_at"));
            values.put(InvitationColumns.EXPIRES, time(row, "expires_at"));
            values.put(InvitationColumns.ANSWERED, time(row, "answered_at"));
            values.put(InvitationColumns.BY_STAFF, String.valueOf(row.getBoolean("by_staff")));
            values.put(InvitationColumns.NPS, text(row.getString("nps")));
            values.put(InvitationColumns.CSAT, text(row.getString("csat")));
            values.put(InvitationColumns.DUE, text(row.getObject("work_due_on", LocalDate.class)));
            values.put(InvitationColumns.OWNER, text(row.getString("worker")));
            values.put(InvitationColumns.DONE, time(row, "work_done_at"));
            return values;
        }
    }

    private static String survey(Map<Long, String> surveys, ResultSet row) throws SQLException {
        return Objects.requireNonNull(surveys.get(row.getLong("survey_id")));
    }

    private static String key(Map<Long, String> surveys, ResultSet row) throws SQLException {
        return InvitationRestoring.key(
                survey(surveys, row),
                row.getString("ref"),
                time(row, "invited_at"),
                text(row.getString("about_kind")),
                text(row.getString("about_key")));
    }

    private static String time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? "" : time.toInstant().toString();
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return jdbi.withHandle(handle -> {
            Map<Long, String> keys = SurveyKeys.of(handle, verticalId);
            Map<String, Long> surveys = new HashMap<>();
            keys.forEach((id, key) -> surveys.put(key, id));
            return new InvitationRestoring(jdbi, dialect, verticalId, known, surveys, here(handle, verticalId, keys));
        });
    }

    private static Occurrences here(Handle handle, int verticalId, Map<Long, String> surveys) {
        Occurrences here = new Occurrences();
        handle.createQuery("""
                        SELECT i.survey_id, c.ref, i.invited_at, i.about_kind, i.about_key
                        FROM survey_invitation i JOIN customer c ON c.id = i.customer_id WHERE i.vertical_id = :vertical""")
                .bind("vertical", verticalId)
                .map((row, _) -> key(surveys, row))
                .forEach(here::here);
        return here;
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new SurveysChanged(verticalKey, Set.of()), new CustomersChanged(verticalKey, Set.of()));
    }
}
