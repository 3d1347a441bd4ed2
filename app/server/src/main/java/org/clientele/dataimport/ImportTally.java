package org.clientele.dataimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clientele.dataimport.Interpretation.Rejection;
import org.clientele.dataimport.file.RawRow;

/** Counts while a file is read. */
public final class ImportTally {
    private static final int SAMPLES = 20;

    private final Map<List<Object>, RejectionGroup> groups = new LinkedHashMap<>();
    private final List<SampleRow> samples = new ArrayList<>();
    private long read;
    private long fresh;
    private long changed;
    private long unchanged;
    private long rejected;
    private long negative;
    private long customersCreated;
    private int sampledFresh;

    /** Rows so far. */
    public long read() {
        return read;
    }

    /** Another row. */
    public void row() {
        read++;
    }

    /** A row that is taken. */
    public void fresh(RawRow row, boolean isNegative) {
        fresh++;
        negative += isNegative ? 1 : 0;
        if (sampledFresh < SAMPLES) {
            sampledFresh++;
            samples.add(new SampleRow(row, null));
        }
    }

    void changed() {
        changed++;
    }

    void unchanged() {
        unchanged++;
    }

    void customerCreated() {
        customersCreated++;
    }

    /** A row that is not. */
    public void rejected(RawRow row, Rejection rejection) {
        rejected++;
        RejectionGroup group = groups.merge(
                List.of(rejection.reason(), rejection.columnNumber()),
                new RejectionGroup(rejection, 1),
                (known, one) -> new RejectionGroup(known.first(), known.count() + 1));
        if (group.count() <= SAMPLES) {
            samples.add(new SampleRow(row, rejection));
        }
    }

    /** What was counted. */
    public ImportSummary summary(long customersChanged, List<UnknownKeys> unknown) {
        List<RejectionGroup> ordered = groups.values().stream()
                .sorted(Comparator.comparingLong(RejectionGroup::count).reversed())
                .toList();
        return new ImportSummary(
                read,
                fresh,
                changed,
                unchanged,
                rejected,
                negative,
                customersCreated,
                customersChanged,
                ordered,
                samples,
                unknown);
    }
}
