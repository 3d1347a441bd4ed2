package org.clientele.segment.persistence;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Versions of models that imports brought. When they are taken back, memberships that came of one forget its number first: another version
 * will have it. A crash in between lets the memberships be looked through again.
 */
final class ImportedVersions {
    private static final long PIECE = 20_000;

    private final Jdbi jdbi;
    private final OwnedRows versions;
    private final Map<Long, Long> reached = new ConcurrentHashMap<>();

    ImportedVersions(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.versions = new OwnedRows(jdbi, new Part("model_version", "id", "import_id = :id", ""));
    }

    /** The customers of the vertical that are still to be looked through. */
    private record Rest(int verticalId, long first, long last) {}

    int takeBack(long importId) {
        Optional<Rest> rest = rest(importId).filter(customers -> customers.first() <= customers.last());
        if (rest.isEmpty()) {
            reached.remove(importId);
            return versions.deletePiece(importId);
        }
        forget(importId, rest.get());
        return 1;
    }

    private Optional<Rest> rest(long importId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT v.vertical_id, (SELECT max(id) FROM customer) AS last_id
                        FROM model_version v WHERE v.import_id = :import FETCH FIRST 1 ROWS ONLY
                        """)
                .bind("import", importId)
                .map((row, context) -> new Rest(
                        row.getInt("vertical_id"), reached.getOrDefault(importId, -1L) + 1, row.getLong("last_id")))
                .findOne());
    }

    private void forget(long importId, Rest rest) {
        long until = rest.first() + PIECE - 1;
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    UPDATE membership SET model_version = NULL
                    WHERE vertical_id = :vertical AND customer_id >= :first AND customer_id <= :until
                      AND segment_key_id = :segment AND model_version = :number""");
            segments(handle, importId).forEach(segment -> batch.bind("vertical", rest.verticalId())
                    .bind("first", rest.first())
                    .bind("until", until)
                    .bind("segment", segment.key())
                    .bind("number", segment.version())
                    .add());
            if (batch.size() > 0) {
                batch.execute();
            }
        });
        reached.put(importId, until);
    }

    /** A segment of a version. */
    private record VersionSegment(int key, int version) {}

    private static List<VersionSegment> segments(Handle handle, long importId) {
        return handle.createQuery("""
                        SELECT k.id, v.version_number
                        FROM model_version v JOIN segment_key k ON k.vertical_id = v.vertical_id AND k.model_id = v.model_id
                        WHERE v.import_id = :import""")
                .bind("import", importId)
                .map((row, context) -> new VersionSegment(row.getInt(1), row.getInt(2)))
                .list();
    }
}
