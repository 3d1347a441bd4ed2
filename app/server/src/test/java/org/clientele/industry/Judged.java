package org.clientele.industry;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.clientele.engine.Snapshot;
import org.clientele.engine.Snapshots;
import org.clientele.engine.check.CheckResults;
import org.clientele.engine.check.CheckState;
import org.clientele.engine.check.SnapshotConditions;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.report.ReportTable;
import org.clientele.plugins.api.GuideDefinition;

/** What an industry says of its customers: segments, metrics, checks, guides, reports. */
final class Judged {
    private final Snapshot snapshot;
    private final Snapshots engine;
    private final SnapshotConditions conditions;
    private final CheckResults checks;

    Judged(Snapshot snapshot, Snapshots engine) {
        this.snapshot = snapshot;
        this.engine = engine;
        this.conditions = new SnapshotConditions(snapshot);
        this.checks = new CheckResults(snapshot, conditions);
    }

    /** The segment of the first customer, {@code none} when in none. */
    String segment(String model) {
        return segment(model, 0);
    }

    String segment(String model, int customer) {
        ModelResult result = snapshot.result(model);
        int segment = result.segment(customer);
        return segment == ModelResult.NONE
                ? "none"
                : result.model().segments().get(segment).id();
    }

    /** The segments of all customers in their order. */
    List<String> segments(String model) {
        return IntStream.range(0, snapshot.customers().size())
                .mapToObj(customer -> segment(model, customer))
                .toList();
    }

    /** All labels of the first customer by a model that gives several. */
    List<String> labels(String model) {
        ModelResult result = snapshot.result(model);
        return IntStream.range(0, result.segmentCount())
                .filter(segment -> result.isMember(0, segment))
                .mapToObj(segment -> result.model().segments().get(segment).id())
                .toList();
    }

    /** The conditions that made the first customer's segment, as the reason names them. */
    List<String> because(String model) {
        return snapshot.result(model).reason(0).checks().stream()
                .map(check -> check.subject())
                .toList();
    }

    double metric(String id) {
        return ((MeasureColumn) Objects.requireNonNull(snapshot.column(id), id)).asDouble(0);
    }

    CheckState check(String id) {
        return checks.result(id).state(0);
    }

    /** The guides that conditions open for the first customer. */
    List<String> guides() {
        return snapshot.data().definition().guides().stream()
                .filter(guide -> guide.when() != null
                        && conditions.get(Objects.requireNonNull(guide.when())).holds(0))
                .map(GuideDefinition::id)
                .toList();
    }

    /** Whether a condition of the definition holds for the first customer. */
    boolean holds(String condition) {
        return conditions.get(condition).holds(0);
    }

    ReportTable report(String id) {
        return engine.reports()
                .compute(
                        snapshot.data().definition().reports().stream()
                                .filter(report -> report.id().equals(id))
                                .findFirst()
                                .orElseThrow(),
                        snapshot);
    }
}
