package org.clientele.strategy.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.clientele.common.persistence.OwnedRows;
import org.clientele.common.persistence.OwnedRows.Part;
import org.clientele.plugin.records.KnownNames;
import org.clientele.plugin.records.RecordKind;
import org.clientele.plugin.records.RecordRow;
import org.clientele.plugin.records.UnfitRowException;
import org.clientele.plugin.records.UnfitRowException.Cause;
import org.clientele.plugin.records.VerticalRecords;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.RunningStrategy;
import org.clientele.strategy.StrategiesChanged;
import org.clientele.strategy.TasksChanged;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What consultants set about strategies as rows, one for each segment: its place in the order of treatment, and since when its strategy runs. */
@Repository
public class TreatmentRecords implements VerticalRecords {
    private static final String RECORD = RecordKind.TREATMENTS.firstColumn();
    private static final String MODEL = "model";
    private static final String SEGMENT = "segment";
    private static final String PLACE = "place";
    private static final String COUNTED_FROM = "counted-from";
    private static final String STARTED_BY = "started-by";
    private static final String STARTED = "started";

    private static final int ID_LENGTH = 40;
    private static final int PERSON_LENGTH = 100;

    private final RunningStrategyDao running;
    private final TreatmentOrderDao order;
    private final OwnedRows imported;

    public TreatmentRecords(RunningStrategyDao running, TreatmentOrderDao order, Jdbi jdbi) {
        this.running = running;
        this.order = order;
        this.imported = new OwnedRows(
                jdbi,
                new Part("running_strategy", "vertical_id", "import_id = :id", ""),
                new Part("treatment_order", "vertical_id", "import_id = :id", ""));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.TREATMENTS;
    }

    @Override
    public List<String> columns() {
        return List.of(RECORD, MODEL, SEGMENT, PLACE, COUNTED_FROM, STARTED_BY, STARTED);
    }

    @Override
    public void read(int verticalId, Consumer<List<String>> rows) {
        List<SegmentName> places = order.order(verticalId);
        Map<SegmentName, RunningStrategy> strategies = running.all(verticalId).stream()
                .collect(Collectors.toMap(RunningStrategy::segment, Function.identity()));
        Set<SegmentName> segments = new LinkedHashSet<>(places);
        running.all(verticalId).forEach(strategy -> segments.add(strategy.segment()));
        segments.forEach(segment -> rows.accept(cells(segment, places.indexOf(segment), strategies.get(segment))));
    }

    private static List<String> cells(SegmentName segment, int place, @Nullable RunningStrategy strategy) {
        return List.of(
                segment.model() + " " + segment.segment(),
                segment.model(),
                segment.segment(),
                place < 0 ? "" : String.valueOf(place),
                strategy == null ? "" : strategy.countedFrom().toString(),
                strategy == null ? "" : strategy.startedBy(),
                strategy == null ? "" : strategy.startedAt().toString());
    }

    @Override
    public Restoring restoring(int verticalId, KnownNames known) {
        return new Treatments(verticalId);
    }

    @Override
    public int takeBack(long importId) {
        return imported.deletePiece(importId);
    }

    @Override
    public List<Object> news(String verticalKey) {
        return List.of(new StrategiesChanged(verticalKey), new TasksChanged(verticalKey));
    }

    /** A strategy that runs here goes on as it runs, and an order that somebody set stays. */
    private final class Treatments implements Restoring {
        private final int verticalId;
        private final boolean ordered;
        private final Set<SegmentName> runningHere = new HashSet<>();
        private final Set<SegmentName> placed = new HashSet<>();
        private final Map<Integer, SegmentName> places = new TreeMap<>();
        private final List<RunningStrategy> strategies = new ArrayList<>();

        Treatments(int verticalId) {
            this.verticalId = verticalId;
            this.ordered = !order.order(verticalId).isEmpty();
            running.all(verticalId).forEach(strategy -> runningHere.add(strategy.segment()));
        }

        @Override
        public boolean take(RecordRow row) throws UnfitRowException {
            SegmentName segment = new SegmentName(row.required(MODEL, ID_LENGTH), row.required(SEGMENT, ID_LENGTH));
            Integer place = row.orNull(PLACE, row::number);
            LocalDate countedFrom = row.orNull(COUNTED_FROM, row::day);
            RunningStrategy strategy = countedFrom == null ? null : strategy(row, segment, countedFrom);
            boolean fresh = false;
            if (place != null && !ordered && placed.add(segment)) {
                if (places.putIfAbsent(place, segment) != null) {
                    throw row.unfit(PLACE, Cause.TAKEN);
                }
                fresh = true;
            }
            if (strategy != null && runningHere.add(segment)) {
                strategies.add(strategy);
                fresh = true;
            }
            return fresh;
        }

        private static RunningStrategy strategy(RecordRow row, SegmentName segment, LocalDate countedFrom)
                throws UnfitRowException {
            Instant started = row.time(STARTED);
            return new RunningStrategy(segment, countedFrom, row.text(STARTED_BY, PERSON_LENGTH), started);
        }

        @Override
        public void flush(@Nullable Long importId) {
            if (importId != null) {
                strategies.forEach(strategy -> running.insert(verticalId, strategy, importId));
                if (!places.isEmpty()) {
                    order.store(verticalId, List.copyOf(places.values()), importId);
                }
            }
            strategies.clear();
        }
    }
}
