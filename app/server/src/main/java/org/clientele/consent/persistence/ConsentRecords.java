package org.clientele.consent.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.consent.ConsentDecision;
import org.clientele.consent.ConsentTopic;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What customers allow as rows. */
@Repository
public class ConsentRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.CONSENTS.firstColumn();
    private static final String CUSTOMER = "customer";
    private static final String TOPIC = "topic";
    private static final String DECISION = "decision";
    private static final String CHANNEL = "channel";
    private static final String RECORDED = "recorded";
    private static final String RECORDED_BY = "recorded-by";
    private static final String NOTE = "note";
    private static final int CHANNEL_LENGTH = 20;
    private static final int NOTE_LENGTH = 1_000;

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public ConsentRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(jdbi, new Part("consent", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONSENTS;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, CUSTOMER, TOPIC, DECISION, CHANNEL, RECORDED, RECORDED_BY, NOTE);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        String select = """
                SELECT c.ref, s.topic, s.decision, s.channel, s.recorded_at, u.login, s.note
                FROM consent s JOIN customer c ON c.id = s.customer_id JOIN app_user u ON u.id = s.recorded_by
                WHERE s.vertical_id + 0 = %d AND s.id > ? AND s.id <= ? ORDER BY s.id
                """.formatted(verticalId);
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "consent", select, row -> rows.accept(cells(row))));
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                key(row),
                row.getString("ref"),
                row.getString("topic"),
                row.getString("decision"),
                Objects.toString(row.getString("channel"), ""),
                recorded(row).toString(),
                row.getString("login"),
                row.getString("note"));
    }

    private static String key(ResultSet row) throws SQLException {
        return key(row.getString("ref"), row.getString("topic"), recorded(row));
    }

    private static String key(String customer, String topic, Instant recorded) {
        return String.join(" ", customer, topic, recorded.toString());
    }

    private static Instant recorded(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT c.ref, s.topic, s.recorded_at FROM consent s JOIN customer c ON c.id = s.customer_id
                        WHERE s.vertical_id = :vertical""")
                .bind("vertical", verticalId)
                .map((row, context) -> key(row))
                .forEach(here::add));
        return RestoredRows.once(
                here,
                row -> read(known, row),
                (row, said) -> key(row.text(CUSTOMER), said.topic().name(), said.recorded()),
                (fresh, importId) -> store(verticalId, fresh, importId));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    private record Row(
            long customer,
            ConsentTopic topic,
            ConsentDecision decision,
            @Nullable String channel,
            Instant recorded,
            long by,
            String note) {}

    private static Row read(KnownNames known, RecordRow row) throws UnfitRowException {
        return new Row(
                known.customer(row, CUSTOMER),
                row.choice(TOPIC, ConsentTopic.class),
                row.choice(DECISION, ConsentDecision.class),
                row.textOrNull(CHANNEL, CHANNEL_LENGTH),
                row.time(RECORDED),
                known.person(row, RECORDED_BY),
                row.text(NOTE, NOTE_LENGTH));
    }

    private void store(int verticalId, List<Row> fresh, long importId) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO consent (vertical_id, customer_id, topic, decision, channel, recorded_at, recorded_by, note, import_id)
                    VALUES (:vertical, :customer, :topic, :decision, :channel, :recorded, :by, :note, :import)""");
            fresh.forEach(said -> batch.bind("vertical", verticalId)
                    .bind("customer", said.customer())
                    .bind("topic", said.topic().name())
                    .bind("decision", said.decision().name())
                    .bind("channel", said.channel())
                    .bind("recorded", said.recorded().atOffset(ZoneOffset.UTC))
                    .bind("by", said.by())
                    .bind("note", said.note())
                    .bind("import", importId)
                    .add());
            batch.execute();
        });
    }
}
