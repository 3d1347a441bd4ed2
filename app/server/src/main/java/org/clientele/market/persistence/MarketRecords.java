package org.clientele.market.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clientele.common.persistence.IdRanges;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.market.Input;
import org.clientele.market.Measure;
import org.clientele.market.Quarter;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.RestoredRows;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was entered for the market development board, as rows. */
@Repository
public class MarketRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.MARKET.firstColumn();
    private static final String NAME = "name";
    private static final String QUARTER = "quarter";
    private static final String AMOUNT = "amount";
    private static final String BY = "entered-by";
    private static final String AT = "entered";
    private static final int AMOUNT_LENGTH = 19;
    private static final String SELECT = """
            SELECT e.id, e.entry_name, e.year_number, e.quarter_number, e.amount, u.login, e.entered_at
            FROM market_entry e JOIN app_user u ON u.id = e.entered_by WHERE e.vertical_id""";

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public MarketRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(jdbi, new Part("market_entry", "id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.MARKET;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, NAME, QUARTER, AMOUNT, BY, AT);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        String select = SELECT + " + 0 = %d AND e.id > ? AND e.id <= ? ORDER BY e.id".formatted(verticalId);
        jdbi.useHandle(handle -> IdRanges.readTable(handle, "market_entry", select, row -> rows.accept(cells(row))));
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        Instant at = row.getObject("entered_at", OffsetDateTime.class).toInstant();
        return List.of(
                key(row),
                row.getString("entry_name"),
                quarter(row).toString(),
                Objects.toString(row.getObject("amount", Long.class), ""),
                row.getString("login"),
                at.toString());
    }

    private static Quarter quarter(ResultSet row) throws SQLException {
        return new Quarter(row.getInt("year_number"), row.getInt("quarter_number"));
    }

    private static String key(ResultSet row) throws SQLException {
        return key(
                row.getString("entry_name"),
                quarter(row),
                row.getObject("entered_at", OffsetDateTime.class).toInstant());
    }

    private static String key(String name, Quarter quarter, Instant at) {
        return name + " " + quarter + " " + at;
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        Set<String> here = new HashSet<>();
        jdbi.useHandle(handle -> handle.createQuery(SELECT + " = :vertical")
                .bind("vertical", verticalId)
                .map((row, _) -> key(row))
                .forEach(here::add));
        return RestoredRows.once(
                here,
                row -> read(known, row),
                (row, entry) -> key(entry.name(), entry.quarter(), entry.at()),
                (fresh, importId) -> store(verticalId, fresh, importId));
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    private record Row(
            String name, Quarter quarter, @Nullable Long amount, long by, Instant at) {}

    private static Row read(KnownNames known, RecordRow row) throws UnfitRowException {
        String name = row.text(NAME);
        boolean named = Stream.concat(Arrays.stream(Input.values()), Arrays.stream(Measure.values()))
                .anyMatch(one -> one.name().equals(name));
        if (!named) {
            throw row.unfit(NAME, Cause.NOT_AS_WRITTEN);
        }
        String amount = row.textOrNull(AMOUNT, AMOUNT_LENGTH);
        if (amount != null && !amount.matches("-?\\d{1,18}")) {
            throw row.unfit(AMOUNT, Cause.NOT_AS_WRITTEN);
        }
        return new Row(
                name,
                Quarter.parse(row.text(QUARTER)).orElseThrow(() -> row.unfit(QUARTER, Cause.NOT_AS_WRITTEN)),
                amount == null ? null : Long.valueOf(amount),
                known.person(row, BY),
                row.time(AT));
    }

    private void store(int verticalId, List<Row> fresh, long importId) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO market_entry (vertical_id, entry_name, year_number, quarter_number, amount, entered_by, entered_at, import_id)
                    VALUES (:vertical, :name, :year, :quarter, :amount, :by, :at, :import)""");
            fresh.forEach(entry -> batch.bind("vertical", verticalId)
                    .bind("name", entry.name())
                    .bind("year", entry.quarter().year())
                    .bind("quarter", entry.quarter().number())
                    .bind("amount", entry.amount())
                    .bind("by", entry.by())
                    .bind("at", entry.at().atOffset(ZoneOffset.UTC))
                    .bind("import", importId)
                    .add());
            batch.execute();
        });
    }
}
