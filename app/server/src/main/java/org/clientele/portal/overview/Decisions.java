package org.clientele.portal.overview;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.clientele.customer.CustomerFilter;
import org.clientele.customer.CustomerFilter.Compare;
import org.clientele.customer.CustomerFilter.Op;
import org.clientele.engine.Snapshot;
import org.clientele.engine.column.MeasureColumn;
import org.clientele.engine.column.MoneyColumn;
import org.clientele.engine.column.Value;
import org.clientele.engine.model.ChurnResult;
import org.clientele.engine.model.ModelResult;
import org.clientele.plugins.api.ModelDefinition;
import org.clientele.plugins.api.SegmentDefinition;
import org.clientele.plugins.api.TileDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.jspecify.annotations.Nullable;

/**
 * Finds what needs a decision, as far as the vertical's models tell: its RFM model names the metrics of recency and frequency, its pyramid
 * tile the tiers of value, its segment-share tile the segment of the lost, its churn model who is likely to leave, its tiles of gaps which
 * requirements matter. Each finding states the very filters that list its customers.
 */
final class Decisions {
    private static final int MOST = 4;
    private static final int QUIET_DAYS = 90;
    private static final int SECOND_PURCHASE_DAYS = 30;
    private static final int STILL_NEW_DAYS = 180;

    private final PortalSnapshot snapshot;
    private final List<Decision> found = new ArrayList<>();

    private Decisions(PortalSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    static List<Decision> of(PortalSnapshot snapshot) {
        Decisions decisions = new Decisions(snapshot);
        Optional<ModelDefinition.Rfm> rfm = snapshot.definition().models().stream()
                .filter(ModelDefinition.Rfm.class::isInstance)
                .map(ModelDefinition.Rfm.class::cast)
                .findFirst();
        Optional<ModelDefinition> pyramid =
                decisions.tile(TileDefinition.Kind.PYRAMID).map(tile -> decisions.model(tile.model()));
        rfm.ifPresent(model -> {
            pyramid.ifPresent(tiers -> decisions.bestQuiet(model, tiers));
            decisions.noSecondPurchase(model);
        });
        pyramid.ifPresent(tiers -> decisions
                .tile(TileDefinition.Kind.SEGMENT_SHARE)
                .ifPresent(tile -> decisions.lapsedValuable(tile, tiers)));
        decisions.likelyToLeave();
        decisions.found.addAll(GapDecisions.of(snapshot, Math.max(0, MOST - decisions.found.size())));
        return List.copyOf(decisions.found);
    }

    /** The last segment before those who have left is the likeliest to. */
    private void likelyToLeave() {
        for (ModelDefinition model : snapshot.definition().models()) {
            if (model instanceof ModelDefinition.Churn churn && snapshot.model(churn.id()) instanceof ChurnResult) {
                List<String> staying = churn.segments().stream()
                        .map(SegmentDefinition::id)
                        .filter(id -> !id.equals(churn.left()))
                        .toList();
                String likeliest = staying.getLast();
                add(
                        Decision.Kind.LIKELY_TO_LEAVE,
                        new SegmentName(churn.id(), likeliest),
                        0,
                        members(churn, List.of(likeliest)),
                        CustomerFilter.segment(churn.id(), likeliest));
            }
        }
    }

    private Optional<TileDefinition> tile(TileDefinition.Kind kind) {
        return snapshot.definition().tiles().stream()
                .filter(tile -> tile.kind() == kind)
                .findFirst();
    }

    private ModelDefinition model(@Nullable String id) {
        return snapshot.model(id == null ? "" : id).model();
    }

    private void bestQuiet(ModelDefinition.Rfm rfm, ModelDefinition pyramid) {
        String best = pyramid.segments().getFirst().id();
        BitSet customers = members(pyramid, List.of(best));
        keep(customers, rfm.recency(), QUIET_DAYS, Double.MAX_VALUE);
        add(
                Decision.Kind.BEST_QUIET,
                new SegmentName(pyramid.id(), best),
                QUIET_DAYS,
                customers,
                CustomerFilter.segment(pyramid.id(), best),
                new Compare(rfm.recency(), Op.GTE, List.of(String.valueOf(QUIET_DAYS))));
    }

    private void lapsedValuable(TileDefinition tile, ModelDefinition pyramid) {
        ModelDefinition model = model(tile.model());
        String lost = String.valueOf(tile.segment());
        List<String> valuable = pyramid.segments().stream()
                .limit(Math.max(1, pyramid.segments().size() / 2))
                .map(SegmentDefinition::id)
                .toList();
        BitSet customers = members(model, List.of(lost));
        customers.and(members(pyramid, valuable));
        add(
                Decision.Kind.LAPSED_VALUABLE,
                new SegmentName(model.id(), lost),
                0,
                customers,
                CustomerFilter.segment(model.id(), lost),
                new Compare(Snapshot.SEGMENT_PREFIX + pyramid.id(), Op.IN, valuable));
    }

    private void noSecondPurchase(ModelDefinition.Rfm rfm) {
        BitSet customers = (BitSet) snapshot.present().clone();
        keep(customers, rfm.frequency(), 1, 1);
        keep(customers, rfm.recency(), SECOND_PURCHASE_DAYS, STILL_NEW_DAYS);
        ModelResult result = snapshot.model(rfm.id());
        int first = customers.nextSetBit(0);
        int segment = first < 0 ? ModelResult.NONE : result.segment(first);
        add(
                Decision.Kind.NO_SECOND_PURCHASE,
                new SegmentName(
                        rfm.id(),
                        segment == ModelResult.NONE
                                ? ""
                                : rfm.segments().get(segment).id()),
                SECOND_PURCHASE_DAYS,
                customers,
                new Compare(rfm.frequency(), Op.EQ, List.of("1")),
                new Compare(
                        rfm.recency(),
                        Op.BETWEEN,
                        List.of(String.valueOf(SECOND_PURCHASE_DAYS), String.valueOf(STILL_NEW_DAYS))));
    }

    private BitSet members(ModelDefinition model, List<String> segments) {
        ModelResult result = snapshot.model(model.id());
        BitSet members = new BitSet();
        for (String segment : segments) {
            int ordinal = result.ordinal(segment);
            if (ordinal != ModelResult.NONE) {
                members.or(result.members(ordinal));
            }
        }
        return members;
    }

    private void keep(BitSet customers, String metric, double least, double most) {
        MeasureColumn column = snapshot.metrics().column(metric);
        for (int c = customers.nextSetBit(0); c >= 0; c = customers.nextSetBit(c + 1)) {
            double value = column.asDouble(c);
            customers.set(c, value >= least && value <= most);
        }
    }

    private void add(Decision.Kind kind, SegmentName about, int days, BitSet customers, CustomerFilter... filters) {
        if (!customers.isEmpty()) {
            found.add(new Decision(
                    kind, about, days, customers.cardinality(), value(snapshot, customers), List.of(filters), null));
        }
    }

    static Value value(PortalSnapshot snapshot, BitSet customers) {
        if (!(snapshot.metrics().column(snapshot.definition().valueMetric()) instanceof MoneyColumn money)) {
            return Value.MISSING;
        }
        long sum = 0;
        for (int c = customers.nextSetBit(0); c >= 0; c = customers.nextSetBit(c + 1)) {
            sum += money.isMissing(c) ? 0 : money.get(c);
        }
        return new Value.Money(sum, money.fractionDigits());
    }
}
