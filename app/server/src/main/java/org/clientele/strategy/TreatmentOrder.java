package org.clientele.strategy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.access.Audit;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.ConflictProblem;
import org.clientele.common.Problem;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.plugins.api.StrategyDefinition;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.clientele.strategy.persistence.TreatmentOrderDao;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which strategy a customer gets who is in several segments: that of the segment that ranks first. Segments without a strategy do not rank. What
 * nobody ordered follows what was ordered, as the vertical lists its strategies; those for whoever meets a condition come last.
 */
@Service
public class TreatmentOrder {
    private final TreatmentOrderDao dao;
    private final Segments segments;
    private final PublishedStrategies published;
    private final Verticals verticals;
    private final Rights rights;
    private final Audit audit;

    public TreatmentOrder(
            TreatmentOrderDao dao,
            Segments segments,
            PublishedStrategies published,
            Verticals verticals,
            Rights rights,
            Audit audit) {
        this.dao = dao;
        this.segments = segments;
        this.published = published;
        this.verticals = verticals;
        this.rights = rights;
        this.audit = audit;
    }

    /** The segments with a strategy, the one that decides first first. */
    public List<SegmentName> order(String verticalKey) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return of(applied(verticals.get(verticalKey)));
    }

    /** The same for work that nobody asked for: callers check rights. */
    List<SegmentName> of(AppliedStrategies applied) {
        List<SegmentName> order = new ArrayList<>(dao.order(applied.vertical().id()));
        List<SegmentName> declared = declared(applied);
        order.retainAll(declared);
        declared.stream().filter(segment -> !order.contains(segment)).forEach(order::add);
        return List.copyOf(order);
    }

    /** The strategies that apply, for work that nobody asked for: callers check rights. */
    AppliedStrategies applied(Vertical vertical) {
        return published.applied(vertical);
    }

    private static List<SegmentName> declared(AppliedStrategies applied) {
        Stream<StrategyDefinition> ofModels = applied.vertical().definition().models().stream()
                .flatMap(model -> applied.all().stream()
                        .filter(strategy -> strategy.model().equals(model.id())));
        return Stream.concat(ofModels, applied.ofConditions().stream())
                .map(TreatmentOrder::segment)
                .distinct()
                .toList();
    }

    static SegmentName segment(StrategyDefinition strategy) {
        return new SegmentName(strategy.model(), strategy.segment());
    }

    /**
     * A segment in the order.
     *
     * @param members who is in it
     * @param treated those of them whom no segment before it has
     */
    public record Rank(SegmentName segment, int members, int treated) {}

    /** Whom each segment treats now. */
    public List<Rank> ranks(String verticalKey) {
        List<SegmentName> order = order(verticalKey);
        PortalSnapshot snapshot = segments.snapshot(verticalKey);
        PlayPlan plan = new PlayPlan(snapshot, applied(snapshot.vertical()), Map.of());
        List<Rank> ranks = new ArrayList<>();
        for (SegmentName segment : order) {
            int all = plan.members(segment).cardinality();
            ranks.add(new Rank(segment, all, plan.treated(segment).cardinality()));
        }
        return ranks;
    }

    /**
     * Sets the order.
     *
     * @param seen the order that the author saw
     * @param order the same segments in another order
     * @throws ConflictProblem when somebody else set another one since
     */
    @Transactional
    public void set(String verticalKey, List<SegmentName> seen, List<SegmentName> order) {
        rights.require(Permission.MANAGE_SEGMENTS, verticalKey);
        List<SegmentName> now = order(verticalKey);
        if (!now.equals(seen)) {
            throw new ConflictProblem("strategy.problem.order-changed");
        }
        if (order.size() != now.size() || !order.containsAll(now)) {
            throw new Problem("strategy.problem.order-incomplete", now.size());
        }
        dao.store(verticals.get(verticalKey).id(), order);
        audit.record("strategy.order", verticalKey, text(now), text(order));
    }

    private static String text(List<SegmentName> order) {
        return order.stream()
                .map(segment -> segment.model() + "." + segment.segment())
                .collect(Collectors.joining(" "));
    }
}
