package org.clientele.stakeholder.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.stakeholder.PartyScore;
import org.clientele.stakeholder.StakeholdersChanged;
import org.clientele.stakeholder.persistence.PartyColumns.Kind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Parties with all that hangs on them, and the criteria by which they are judged, as rows. */
@Repository
public class StakeholderRecords implements VerticalRecords {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Jdbi jdbi;
    private final ScoreDao scores;
    private final OwnedRows imported;

    public StakeholderRecords(Jdbi jdbi, ScoreDao scores) {
        this.jdbi = jdbi;
        this.scores = scores;
        this.imported = new OwnedRows(
                jdbi,
                new Part("stakeholder_criterion", "place", "import_id = :id", ""),
                new Part("stakeholder", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.STAKEHOLDERS;
    }

    @Override
    public List<String> columns() {
        return PartyColumns.ALL;
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        jdbi.useHandle(handle -> {
            Map<Long, String> logins = new HashMap<>();
            IdRanges.readFew(
                    handle,
                    "SELECT id, login FROM app_user",
                    row -> logins.put(row.getLong("id"), row.getString("login")));
            IdRanges.readFew(
                    handle,
                    "SELECT * FROM stakeholder_criterion WHERE vertical_id = %d ORDER BY purpose, place"
                            .formatted(verticalId),
                    row -> new Line(key(row.getString("purpose"), row.getInt("place")), Kind.CRITERION)
                            .put(PartyColumns.CHOICE, row.getString("purpose"))
                            .put(PartyColumns.NUMBER, row.getInt("place"))
                            .put(PartyColumns.NAME, row.getString("criterion"))
                            .put(PartyColumns.MORE, row.getInt("weight"))
                            .write(rows));
            IdRanges.readFew(
                    handle,
                    "SELECT * FROM stakeholder WHERE vertical_id = %d ORDER BY id".formatted(verticalId),
                    row -> new Writing(handle, row.getLong("id"), row.getString("party_name"), logins, rows)
                            .write(row));
        });
    }

    static String key(String purpose, int place) {
        return "criterion " + purpose + " " + place;
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        jdbi.useHandle(handle -> {
            IdRanges.readFew(
                    handle,
                    "SELECT party_name FROM stakeholder WHERE vertical_id = " + verticalId,
                    row -> here.add("party " + row.getString("party_name")));
            IdRanges.readFew(
                    handle,
                    "SELECT DISTINCT purpose FROM stakeholder_criterion WHERE vertical_id = " + verticalId,
                    row -> here.add(row.getString("purpose")));
        });
        return new StakeholderRestoring(jdbi, verticalId, known, here);
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new StakeholdersChanged(verticalKey));
    }

    /** One row in the making. */
    private static final class Line {
        private final Map<String, String> cells = new HashMap<>();

        Line(String record, Kind kind) {
            put(PartyColumns.RECORD, record).put(PartyColumns.PART, kind);
        }

        Line put(String column, @Nullable Object value) {
            cells.put(column, Objects.toString(value, ""));
            return this;
        }

        void write(Consumer<List<String>> rows) {
            rows.accept(PartyColumns.ALL.stream()
                    .map(column -> cells.getOrDefault(column, ""))
                    .toList());
        }
    }

    /** Writes a party and what hangs on it. */
    private final class Writing {
        private final Handle handle;
        private final long party;
        private final String record;
        private final Map<Long, String> logins;
        private final Consumer<List<String>> rows;

        Writing(Handle handle, long party, String name, Map<Long, String> logins, Consumer<List<String>> rows) {
            this.handle = handle;
            this.party = party;
            this.record = "party " + name;
            this.logins = logins;
            this.rows = rows;
        }

        private Line line(Kind kind) {
            return new Line(record, kind);
        }

        private @Nullable String login(ResultSet row, String column) throws SQLException {
            Long id = row.getObject(column, Long.class);
            return id == null ? null : logins.get(id);
        }

        private void each(String table, IdRanges.RowConsumer consumer) {
            IdRanges.readFew(
                    handle, "SELECT * FROM %s WHERE stakeholder_id = %d ORDER BY id".formatted(table, party), consumer);
        }

        void write(ResultSet row) throws SQLException {
            line(Kind.PARTY)
                    .put(PartyColumns.NAME, row.getString("party_name"))
                    .put(PartyColumns.TEXT, row.getString("about"))
                    .put(PartyColumns.MORE, row.getString("goals"))
                    .put(PartyColumns.CHOICE, row.getString("market"))
                    .put(PartyColumns.LEVEL, row.getString("relationship_level"))
                    .put(PartyColumns.PERSON, login(row, "owner_id"))
                    .put(PartyColumns.DAY, row.getString("next_review_on"))
                    .put(PartyColumns.NUMBER, row.getInt("review_months"))
                    .write(rows);
            each("stakeholder_contact", this::contact);
            each("stakeholder_agreement", this::agreement);
            each("stakeholder_action", this::action);
            each("stakeholder_event", this::event);
            Map<Long, PartyScore> known = new HashMap<>();
            scores.of(List.of(party)).forEach(score -> known.put(score.id(), score));
            each("stakeholder_score", score -> score(score, Objects.requireNonNull(known.get(score.getLong("id")))));
        }

        private void contact(ResultSet row) throws SQLException {
            line(Kind.CONTACT)
                    .put(PartyColumns.NAME, row.getString("contact_name"))
                    .put(PartyColumns.TEXT, row.getString("position_held"))
                    .put(PartyColumns.MORE, row.getString("phone"))
                    .put(PartyColumns.EMAIL, row.getString("email"))
                    .write(rows);
        }

        private void agreement(ResultSet row) throws SQLException {
            line(Kind.AGREEMENT)
                    .put(PartyColumns.NAME, row.getString("title"))
                    .put(PartyColumns.DAY, row.getString("starts_on"))
                    .put(PartyColumns.UNTIL, row.getString("ends_on"))
                    .put(PartyColumns.REMIND, row.getString("remind_on"))
                    .write(rows);
        }

        private void action(ResultSet row) throws SQLException {
            line(Kind.ACTION)
                    .put(PartyColumns.NAME, row.getString("title"))
                    .put(PartyColumns.PERSON, login(row, "owner_id"))
                    .put(PartyColumns.DAY, row.getString("due_on"))
                    .put(PartyColumns.CHOICE, row.getString("action_state"))
                    .put(PartyColumns.UNTIL, row.getString("ended_on"))
                    .write(rows);
        }

        private void event(ResultSet row) throws SQLException {
            line(Kind.EVENT)
                    .put(PartyColumns.CHOICE, row.getString("event_kind"))
                    .put(
                            PartyColumns.TIME,
                            row.getObject("happened_at", OffsetDateTime.class).toInstant())
                    .put(PartyColumns.PERSON, login(row, "author_id"))
                    .put(PartyColumns.NAME, row.getString("subject"))
                    .put(PartyColumns.TEXT, row.getString("note"))
                    .put(PartyColumns.LEVEL, row.getString("relationship_level"))
                    .put(PartyColumns.NUMBER, row.getObject("health", Integer.class))
                    .write(rows);
        }

        private void score(ResultSet row, PartyScore score) throws SQLException {
            line(Kind.SCORE)
                    .put(PartyColumns.CHOICE, score.purpose())
                    .put(PartyColumns.DAY, score.on())
                    .put(PartyColumns.PERSON, login(row, "scored_by"))
                    .put(PartyColumns.TEXT, score.note())
                    .put(PartyColumns.MARKS, JSON.writeValueAsString(new ScoreText(score.marks(), score.risks())))
                    .write(rows);
        }
    }
}
