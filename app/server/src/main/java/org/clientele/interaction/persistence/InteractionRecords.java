package org.clientele.interaction.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.interaction.InteractionData;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Contacts as rows: each as it stands, then what it said before each edit. */
@Repository
public class InteractionRecords implements VerticalRecords {
    private final Jdbi jdbi;
    private final OwnedRows imported;
    private final RevisionText revisionText = new RevisionText();

    public InteractionRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(
                jdbi,
                new Part(
                        "interaction_revision",
                        "interaction_id",
                        "interaction_id IN (SELECT id FROM interaction WHERE import_id = :id)",
                        ""),
                new Part("interaction", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.INTERACTIONS;
    }

    @Override
    public List<String> columns() {
        return InteractionColumns.ALL;
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        String select = """
                SELECT i.request_key, i.version, c.ref, i.happened_at, i.channel, i.direction, i.subject, i.notes, i.outcome,
                  i.satisfaction, i.follow_up_on, i.follow_up_done_at, done.login AS done_by, author.login AS author,
                  r.version AS replaced_version, r.edited_at, editor.login AS editor, r.before_state
                FROM interaction i JOIN customer c ON c.id = i.customer_id JOIN app_user author ON author.id = i.author_id
                LEFT JOIN app_user done ON done.id = i.follow_up_done_by
                LEFT JOIN interaction_revision r ON r.interaction_id = i.id LEFT JOIN app_user editor ON editor.id = r.edited_by
                WHERE i.vertical_id + 0 = %d AND i.id > ? AND i.id <= ? ORDER BY i.id, r.version
                """.formatted(verticalId);
        Writer writer = new Writer(rows);
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "interaction", select, writer::row));
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = jdbi.withHandle(handle -> handle.createQuery("SELECT request_key FROM interaction")
                .mapTo(String.class)
                .set());
        return new InteractionRestoring(jdbi, verticalId, known, here);
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    /** Makes rows of what the query finds: one line for each revision, or one alone. */
    private final class Writer {
        private final Consumer<List<String>> rows;
        private String last = "";

        Writer(Consumer<List<String>> rows) {
            this.rows = rows;
        }

        void row(ResultSet row) throws SQLException {
            String key = row.getString("request_key");
            if (!key.equals(last)) {
                last = key;
                write(row, row.getInt("version"), InteractionDao.readData(row), row.getString("done_by"), null);
            }
            String before = row.getString("before_state");
            if (before != null) {
                write(row, row.getInt("replaced_version"), revisionText.read(before), null, row.getString("editor"));
            }
        }

        private void write(
                ResultSet row, int version, InteractionData data, @Nullable String doneBy, @Nullable String editor)
                throws SQLException {
            rows.accept(Arrays.asList(
                    row.getString("request_key"),
                    String.valueOf(version),
                    row.getString("ref"),
                    data.happenedAt().toString(),
                    data.channel().name(),
                    data.direction().name(),
                    data.subject(),
                    data.notes(),
                    text(data.outcome()),
                    text(data.satisfaction()),
                    text(data.followUpOn()),
                    editor == null ? time(row, "follow_up_done_at") : "",
                    text(doneBy),
                    row.getString("author"),
                    editor == null ? "" : time(row, "edited_at"),
                    text(editor)));
        }

        private static String time(ResultSet row, String column) throws SQLException {
            OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
            return time == null ? "" : time.toInstant().toString();
        }

        private static String text(@Nullable Object value) {
            return Objects.toString(value, "");
        }
    }
}
