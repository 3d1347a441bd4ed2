package org.clientele.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.customer.PersonalData;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.figure.SegmentFigures;
import org.clientele.engine.figure.SegmentTotal;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.ModelDefinition;
import org.springframework.stereotype.Service;

/** The segments of a vertical as screens show them. */
@Service
public class Segments {
    private static final int MONTHS_BACK = 3;

    private final Snapshots snapshots;
    private final ModelOverrides overrides;
    private final Rights rights;

    public Segments(Snapshots snapshots, ModelOverrides overrides, Rights rights) {
        this.snapshots = snapshots;
        this.overrides = overrides;
        this.rights = rights;
    }

    /** The models that apply, in the order of the vertical. */
    public List<ModelDefinition> models(String verticalKey) {
        return snapshot(verticalKey).definition().models();
    }

    /** The vertical's snapshot, as far as the user may see it. */
    public PortalSnapshot snapshot(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return snapshots.get(verticalKey).seenBy(rights);
    }

    /** The segments of a model, compared with three months before. Fails when there is no model of that id. */
    public ModelSummary summary(String verticalKey, String model) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        LocalDate before = snapshot.asOf().minusMonths(MONTHS_BACK);
        ModelResult result = snapshot.model(model);
        int[] countsBefore = snapshot.at(before).result(model).counts();
        List<ModelSummary.Segment> segments = new ArrayList<>();
        for (SegmentTotal total : totals(snapshot.now(), result)) {
            if (total.segment() != ModelResult.NONE) {
                segments.add(new ModelSummary.Segment(
                        total.segment(),
                        result.model().segments().get(total.segment()).id(),
                        total.count(),
                        countsBefore[total.segment()],
                        total.value(),
                        average(total),
                        total.valueShare()));
            }
        }
        return new ModelSummary(
                snapshot.vertical(),
                result,
                snapshot.present().cardinality(),
                before,
                overrides.isChanged(snapshot.vertical(), model),
                segments);
    }

    /**
     * Places those who meet a condition now in the grid of relationships, on any thread; nowhere where the condition does not fit the vertical or
     * compares what is hidden from the user, and where the grid places nobody.
     */
    public Function<String, Optional<RelationshipGrid.Place>> placing(String verticalKey) {
        PortalSnapshot snapshot = snapshot(verticalKey);
        Set<String> hidden = PersonalData.hiddenFrom(rights, snapshot.vertical());
        return condition -> PersonalData.mentions(condition, hidden) ? Optional.empty() : place(snapshot, condition);
    }

    private static Optional<RelationshipGrid.Place> place(PortalSnapshot snapshot, String condition) {
        try {
            BitSet met = snapshot.conditions()
                    .once(condition)
                    .holding(snapshot.now().customers().size());
            met.and(snapshot.present());
            return RelationshipGrid.of(met, snapshot.present(), value(snapshot.now()));
        } catch (IllegalArgumentException unfit) {
            // It is still being written, or names what this vertical does not have (any more).
            return Optional.empty();
        }
    }

    private static List<SegmentTotal> totals(Snapshot snapshot, ModelResult result) {
        return SegmentFigures.totals(result, value(snapshot), snapshot.present());
    }

    private static MeasureColumn value(Snapshot snapshot) {
        return snapshot.metrics().column(snapshot.data().definition().valueMetric());
    }

    private static Value average(SegmentTotal total) {
        return total.count() > 0 && total.value() instanceof Value.Money(long minor, int digits)
                ? new Value.Money(Math.round((double) minor / total.count()), digits)
                : Value.MISSING;
    }
}
