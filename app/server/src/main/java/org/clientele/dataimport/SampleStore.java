package org.clientele.dataimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.clientele.common.Job;
import org.clientele.dataimport.persistence.SampleDao;
import org.clientele.dataimport.persistence.SampleDao.Piece;
import org.clientele.dataimport.sample.SampleSet;
import org.clientele.plugin.Vertical;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores one set of sample data under the number of its import: references, customers, then what they did. */
final class SampleStore {
    private static final int PIECE = 5_000;

    private final SampleDao samples;
    private final Vertical vertical;
    private final long importId;
    private final SampleImports.Filling filling;
    private final SampleSet set;
    private final Instant now;
    private final TransactionTemplate transactions;
    private final Job job;
    private long done;

    SampleStore(
            SampleDao samples,
            Vertical vertical,
            long importId,
            SampleImports.Filling filling,
            Instant now,
            TransactionTemplate transactions,
            Job job) {
        this.samples = samples;
        this.vertical = vertical;
        this.importId = importId;
        this.filling = filling;
        this.set = filling.set();
        this.now = now;
        this.transactions = transactions;
        this.job = job;
    }

    /** Stores everything, or what comes before a cancellation. */
    List<SampleImports.Stored> store() {
        for (SampleSet.ReferenceRows rows : set.references()) {
            inPieces(rows.keys().size(), piece -> samples.insertReference(vertical, importId, rows, piece));
        }
        inPieces(
                set.people().size(),
                piece -> samples.insertCustomers(vertical, importId, set.people(), filling.owners(), now, piece));
        if (job.isCancelled()) {
            return List.of();
        }
        long[] ids = samples.ids(importId, set.people());
        inPieces(ids.length, piece -> samples.insertAttributes(vertical, set.attributes(), ids, piece));
        int[] counts = new int[ids.length];
        for (SampleSet.Events events : set.activities()) {
            long firstKey = samples.count(vertical, events.activity());
            inPieces(
                    events.times().size(),
                    piece -> samples.insertActivities(vertical, importId, events, ids, firstKey, piece));
            IntStream.range(0, events.times().size())
                    .forEach(row -> counts[events.fields().customer(row)]++);
        }
        List<SampleImports.Stored> stored = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            stored.add(new SampleImports.Stored(ids[i], set.people().get(i), counts[i]));
        }
        return stored;
    }

    private void inPieces(int rows, Consumer<Piece> work) {
        for (int from = 0; from < rows && !job.isCancelled(); from += PIECE) {
            Piece piece = new Piece(from, Math.min(from + PIECE, rows));
            transactions.executeWithoutResult(_ -> work.accept(piece));
            done += piece.to() - piece.from();
            job.progress(done, set.rows() + set.people().size());
        }
    }
}
