package org.clientele.loyalty.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.clientele.loyalty.Adjustment;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Bulk adjustments that an import brings back before the entries that they posted; one that is here already stays as it is. */
final class RestoredAdjustments {
    private static final int NAME_LENGTH = 200;
    private static final int KEY_LENGTH = 64;

    private final Jdbi jdbi;
    private final int verticalId;
    private final KnownNames known;

    /** Ids by what tells adjustments apart. */
    private final Map<String, Long> here = new HashMap<>();

    private final Map<Long, Long> ids = new HashMap<>();
    private final Set<Long> numbers = new HashSet<>();
    private final Map<Long, Row> fresh = new LinkedHashMap<>();

    RestoredAdjustments(Jdbi jdbi, int verticalId, KnownNames known) {
        this.jdbi = jdbi;
        this.verticalId = verticalId;
        this.known = known;
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT id, posted_at, source_key FROM loyalty_adjustment WHERE vertical_id = :vertical")
                .bind("vertical", verticalId)
                .map((row, _) -> Map.entry(key(posted(row), row.getString("source_key")), row.getLong("id")))
                .forEach(one -> here.put(one.getKey(), one.getValue())));
    }

    private record Row(
            AdjustmentDao.Source source,
            Instant at,
            long by,
            Adjustment.Counts counts,
            @Nullable Instant undone,
            @Nullable Long undoneBy) {}

    private static Instant posted(ResultSet row) throws SQLException {
        return row.getObject("posted_at", OffsetDateTime.class).toInstant();
    }

    private static String key(Instant posted, String source) {
        return posted + " " + source;
    }

    /** Whether the adjustment is new here. */
    boolean take(RecordRow row) throws UnfitRowException {
        long number = row.whole(PointsColumns.ADJUSTMENT);
        Row read = read(row);
        if (!numbers.add(number)) {
            return false;
        }
        Long id = here.get(key(read.at(), read.source().key()));
        if (id != null) {
            ids.put(number, id);
            return false;
        }
        fresh.put(number, read);
        return true;
    }

    private Row read(RecordRow row) throws UnfitRowException {
        return new Row(
                new AdjustmentDao.Source(
                        row.text(PointsColumns.SOURCE, NAME_LENGTH),
                        row.required(PointsColumns.SOURCE_KEY, KEY_LENGTH),
                        row.flag(PointsColumns.FROM_FILE)),
                row.time(PointsColumns.POSTED),
                known.person(row, PointsColumns.POSTED_BY),
                new Adjustment.Counts(
                        row.whole(PointsColumns.ENTRIES),
                        row.whole(PointsColumns.GIVEN),
                        row.whole(PointsColumns.TAKEN),
                        row.whole(PointsColumns.LEFT_OUT)),
                row.orNull(PointsColumns.UNDONE, row::time),
                row.orNull(PointsColumns.UNDONE_BY, column -> known.person(row, column)));
    }

    /** Whether the file has the adjustment. */
    boolean has(long number) {
        return numbers.contains(number);
    }

    /** The id of what the file calls so, once it is stored. */
    @Nullable
    Long id(@Nullable Long number) {
        return number == null ? null : ids.get(number);
    }

    /** @param importId kept with what was taken; null forgets it */
    void flush(@Nullable Long importId) {
        if (importId != null && !fresh.isEmpty()) {
            jdbi.useHandle(handle -> fresh.forEach((number, row) -> ids.put(number, store(handle, row, importId))));
        }
        fresh.clear();
    }

    private long store(Handle handle, Row row, long importId) {
        Instant undone = row.undone();
        return handle.createUpdate("""
                        INSERT INTO loyalty_adjustment (vertical_id, source_name, source_key, from_file, posted_at, posted_by, entries,
                          given, taken, left_out, undone_at, undone_by, import_id)
                        VALUES (:vertical, :name, :key, :file, :at, :by, :entries, :given, :taken, :left, :undone, :undoneBy, :import)
                        """)
                .bind("vertical", verticalId)
                .bind("name", row.source().name())
                .bind("key", row.source().key())
                .bind("file", row.source().fromFile())
                .bind("at", row.at().atOffset(ZoneOffset.UTC))
                .bind("by", row.by())
                .bind("entries", row.counts().entries())
                .bind("given", row.counts().given())
                .bind("taken", row.counts().taken())
                .bind("left", row.counts().leftOut())
                .bind("undone", undone == null ? null : undone.atOffset(ZoneOffset.UTC))
                .bind("undoneBy", row.undoneBy())
                .bind("import", importId)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }
}
