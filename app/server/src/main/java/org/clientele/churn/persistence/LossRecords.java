package org.clientele.churn.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.clientele.churn.LossReason;
import org.clientele.churn.Losses;
import org.clientele.churn.WinBack;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
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

/** Lost customers as rows. */
@Repository
public class LossRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.LOSSES.firstColumn();
    private static final String CUSTOMER = "customer";
    private static final String LOST = "lost";
    private static final String REASON = "reason";
    private static final String YEARLY = "yearly-minor";
    private static final String NOTE = "note";
    private static final String RECORDED_BY = "recorded-by";
    private static final String RECORDED = "recorded";
    private static final String WON = "won";
    private static final String WON_YEARLY = "won-yearly-minor";
    private static final String WON_BY = "won-by";

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public LossRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(jdbi, new Part("customer_loss", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.LOSSES;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, CUSTOMER, LOST, REASON, YEARLY, NOTE, RECORDED_BY, RECORDED, WON, WON_YEARLY, WON_BY);
    }

    @Override
    public Set<String> laterColumns() {
        return Set.of(WON, WON_YEARLY, WON_BY);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        String select = """
                SELECT c.ref, l.lost_on, l.reason, l.yearly_minor, l.note, u.login, l.recorded_at,
                  l.won_on, l.won_yearly_minor, l.won_by
                FROM customer_loss l JOIN customer c ON c.id = l.customer_id JOIN app_user u ON u.id = l.recorded_by
                WHERE l.vertical_id + 0 = %d AND l.id > ? AND l.id <= ? ORDER BY l.id
                """.formatted(verticalId);
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "customer_loss", select, row -> rows.accept(cells(row))));
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        return List.of(
                key(row),
                row.getString("ref"),
                day(row).toString(),
                row.getString("reason"),
                Objects.toString(row.getObject("yearly_minor", Long.class), ""),
                row.getString("note"),
                row.getString("login"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant().toString(),
                Objects.toString(row.getObject("won_on", LocalDate.class), ""),
                Objects.toString(row.getObject("won_yearly_minor", Long.class), ""),
                Objects.toString(row.getString("won_by"), ""));
    }

    private static LocalDate day(ResultSet row) throws SQLException {
        return row.getObject("lost_on", LocalDate.class);
    }

    private static String key(ResultSet row) throws SQLException {
        return key(row.getString("ref"), day(row));
    }

    private static String key(String customer, LocalDate day) {
        return customer + " " + day;
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT c.ref, l.lost_on FROM customer_loss l JOIN customer c ON c.id = l.customer_id
                        WHERE l.vertical_id = :vertical""")
                .bind("vertical", verticalId)
                .map((row, context) -> key(row))
                .forEach(here::add));
        return RestoredRows.once(
                here,
                row -> read(known, row),
                (row, loss) -> key(row.text(CUSTOMER), loss.day()),
                (fresh, importId) -> store(verticalId, fresh, importId));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    private record Row(
            long customer,
            LocalDate day,
            LossReason reason,
            @Nullable Long yearly,
            String note,
            long by,
            Instant recorded,
            @Nullable WinBack won) {}

    private static Row read(KnownNames known, RecordRow row) throws UnfitRowException {
        return new Row(
                known.customer(row, CUSTOMER),
                row.day(LOST),
                row.choice(REASON, LossReason.class),
                row.orNull(YEARLY, row::whole),
                row.text(NOTE, Losses.NOTE_LENGTH),
                known.person(row, RECORDED_BY),
                row.time(RECORDED),
                won(row));
    }

    private static @Nullable WinBack won(RecordRow row) throws UnfitRowException {
        LocalDate on = row.orNull(WON, row::day);
        return on == null
                ? null
                : new WinBack(on, row.orNull(WON_YEARLY, row::whole), row.text(WON_BY, WinBack.BY_LENGTH));
    }

    private void store(int verticalId, List<Row> fresh, long importId) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO customer_loss (vertical_id, customer_id, lost_on, reason, yearly_minor, note, recorded_by,
                      recorded_at, import_id, won_on, won_yearly_minor, won_by)
                    VALUES (:vertical, :customer, :day, :reason, :yearly, :note, :by, :recorded, :import, :won, :wonYearly, :wonBy)""");
            fresh.forEach(loss -> batch.bind("vertical", verticalId)
                    .bind("customer", loss.customer())
                    .bind("day", loss.day())
                    .bind("reason", loss.reason().name())
                    .bind("yearly", loss.yearly())
                    .bind("note", loss.note())
                    .bind("by", loss.by())
                    .bind("recorded", loss.recorded().atOffset(ZoneOffset.UTC))
                    .bind("import", importId)
                    .bind("won", loss.won() == null ? null : loss.won().on())
                    .bind("wonYearly", loss.won() == null ? null : loss.won().yearly())
                    .bind("wonBy", loss.won() == null ? null : loss.won().by())
                    .add());
            batch.execute();
        });
    }
}
