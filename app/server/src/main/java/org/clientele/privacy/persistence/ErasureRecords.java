package org.clientele.privacy.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
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
import org.springframework.stereotype.Repository;

/** Proofs of erasure as rows. */
@Repository
public class ErasureRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.ERASURES.firstColumn();
    private static final String ERASED = "erased";
    private static final String ERASED_BY = "erased-by";
    private static final String COUNTS = "counts";
    private static final int PERSON_LENGTH = 200;
    private static final int COUNTS_LENGTH = 4_000;

    private final Jdbi jdbi;
    private final OwnedRows imported;

    public ErasureRecords(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.imported = new OwnedRows(jdbi, new Part("erasure_proof", "id", "import_id = :id", ""));
    }

    private record Proof(Instant at, String by, String counts) {}

    @Override
    public RecordKind kind() {
        return RecordKind.ERASURES;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, ERASED, ERASED_BY, COUNTS);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        all(verticalId)
                .forEach(proof -> rows.accept(List.of(key(proof), proof.at().toString(), proof.by(), proof.counts())));
    }

    private List<Proof> all(int verticalId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT erased_at, erased_by, counts FROM erasure_proof WHERE vertical_id = :vertical ORDER BY id""")
                .bind("vertical", verticalId)
                .map((row, _) -> proof(row))
                .list());
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return new Proof(
                row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                row.getString("erased_by"),
                row.getString("counts"));
    }

    private static String key(Proof proof) {
        return proof.at() + " " + proof.by();
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return RestoredRows.same(
                all(verticalId),
                COUNTS,
                ErasureRecords::read,
                ErasureRecords::key,
                (fresh, importId) -> store(verticalId, fresh, importId));
    }

    private static Proof read(RecordRow row) throws UnfitRowException {
        return new Proof(row.time(ERASED), row.required(ERASED_BY, PERSON_LENGTH), row.required(COUNTS, COUNTS_LENGTH));
    }

    private void store(int verticalId, List<Proof> fresh, long importId) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO erasure_proof (vertical_id, erased_at, erased_by, counts, import_id)
                    VALUES (:vertical, :at, :by, :counts, :import)""");
            fresh.forEach(proof -> batch.bind("vertical", verticalId)
                    .bind("at", proof.at().atOffset(ZoneOffset.UTC))
                    .bind("by", proof.by())
                    .bind("counts", proof.counts())
                    .bind("import", importId)
                    .add());
            batch.execute();
        });
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }
}
