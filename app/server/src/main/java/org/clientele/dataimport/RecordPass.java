package org.clientele.dataimport;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.customer.CsvCells;
import org.clientele.dataimport.ImportPass.RejectionSink;
import org.clientele.dataimport.ImportPass.Watch;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.file.RawRow;
import org.clientele.dataimport.file.RowReader;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.VerticalRecords.Restoring;

/** One reading of a file with records. A check and an import differ in nothing but what becomes of the rows taken, so their counts are equal. */
final class RecordPass {
    private static final int BATCH = 2_000;

    private final Map<String, Integer> places = new HashMap<>();
    private final Restoring restoring;
    private final Runnable flush;
    private final RejectionSink rejections;
    private final ImportTally tally = new ImportTally();

    RecordPass(List<String> columns, Restoring restoring, Runnable flush, RejectionSink rejections) {
        for (int i = 0; i < columns.size(); i++) {
            places.putIfAbsent(columns.get(i), i);
        }
        this.restoring = restoring;
        this.flush = flush;
        this.rejections = rejections;
    }

    /** Reads all rows, or those before the cancellation. */
    ImportSummary run(RowReader rows, Watch watch) {
        rows.next();
        for (RawRow row = rows.next(); row != null; row = rows.next()) {
            tally.row();
            take(row);
            if (tally.read() % BATCH == 0) {
                flush.run();
            }
            if (watch.stops(tally.read())) {
                return tally.summary(0, List.of());
            }
        }
        flush.run();
        watch.accept(tally.read());
        return tally.summary(0, List.of());
    }

    private void take(RawRow row) {
        try {
            if (restoring.take(new RecordRow(column -> cell(row, column)))) {
                tally.fresh(row, false);
            } else {
                tally.unchanged();
            }
        } catch (UnfitRowException unfit) {
            Rejection rejection = new Rejection(
                    row.number(),
                    places.getOrDefault(unfit.column(), -1) + 1,
                    unfit.column(),
                    cell(row, unfit.column()),
                    reason(unfit),
                    "");
            tally.rejected(row, rejection);
            rejections.reject(row, rejection);
        }
    }

    /** Empty in a column that the file is too old to have; that the others are there is checked before. */
    private String cell(RawRow row, String column) {
        Integer place = places.get(column);
        return place == null ? "" : CsvCells.read(row.value(place).strip());
    }

    private static Reason reason(UnfitRowException unfit) {
        return switch (unfit.reason()) {
            case UNKNOWN_CUSTOMER -> Reason.UNKNOWN_CUSTOMER;
            case UNKNOWN_PERSON -> Reason.UNKNOWN_PERSON;
            case UNKNOWN_RECORD -> Reason.UNKNOWN_RECORD;
            case NOT_AS_WRITTEN -> Reason.NOT_AS_WRITTEN;
            case WITHOUT_RECORD -> Reason.WITHOUT_RECORD;
            case TAKEN -> Reason.TAKEN;
        };
    }
}
