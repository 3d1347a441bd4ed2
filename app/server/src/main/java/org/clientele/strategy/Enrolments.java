package org.clientele.strategy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.clientele.engine.column.Column;
import org.clientele.engine.model.ModelResult;
import org.clientele.engine.statistics.HoldoutDraw;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.strategy.persistence.EnrolmentDao;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Draws who is left untreated. What was drawn is kept; only who was never drawn is, in an order of the draw's own. Callers check rights. */
@Component
public class Enrolments {
    private static final Logger LOG = LoggerFactory.getLogger(Enrolments.class);
    private static final String NONE = "-";

    private final EnrolmentDao dao;

    public Enrolments(EnrolmentDao dao) {
        this.dao = dao;
    }

    /**
     * Enrols the customers who are not yet, and says which of them all are held out. Called within a transaction.
     *
     * @param customers by their place in the snapshot
     */
    BitSet heldOut(PortalSnapshot snapshot, SegmentName segment, HoldoutPlan plan, BitSet customers) {
        BitSet held = new BitSet();
        Map<String, Long> places = new HashMap<>();
        BitSet fresh = drawable(snapshot, plan, customers);
        for (Enrolment known : dao.all(snapshot.vertical().id(), segment)) {
            places.merge(known.stratum(), 1L, Long::sum);
            int customer = snapshot.customers().indexOf(known.customerId());
            if (customer >= 0) {
                fresh.clear(customer);
                held.set(customer, known.heldOut() && customers.get(customer));
            }
        }
        dao.insert(snapshot.vertical().id(), segment, drawn(snapshot, plan, fresh, places, held));
        return held;
    }

    private static BitSet drawable(PortalSnapshot snapshot, HoldoutPlan plan, BitSet customers) {
        BitSet drawable = (BitSet) customers.clone();
        String among = plan.among();
        if (!plan.fits(snapshot.definition())) {
            LOG.warn(
                    "Vertical {}: nobody is drawn, {} no longer fits its plugin",
                    snapshot.vertical().key(),
                    among);
            drawable.clear();
        } else if (among != null) {
            drawable.and(snapshot.conditions()
                    .get(among)
                    .holding(snapshot.customers().size()));
        }
        return drawable;
    }

    private static List<Enrolment> drawn(
            PortalSnapshot snapshot, HoldoutPlan plan, BitSet fresh, Map<String, Long> places, BitSet held) {
        HoldoutDraw draw = new HoldoutDraw(plan.seed());
        IntFunction<String> strata = strata(snapshot, plan, fresh);
        List<Integer> order = new ArrayList<>(fresh.stream().boxed().toList());
        order.sort(Comparator.comparingLong(
                customer -> draw.order(snapshot.customers().id(customer))));
        List<Enrolment> drawn = new ArrayList<>();
        for (int customer : order) {
            String stratum = strata.apply(customer);
            long place = places.merge(stratum, 1L, Long::sum) - 1;
            boolean out = draw.isHeldOut(stratum, place, plan.percent());
            held.set(customer, out);
            drawn.add(new Enrolment(snapshot.customers().id(customer), snapshot.asOf(), out, stratum));
        }
        return drawn;
    }

    private static IntFunction<String> strata(PortalSnapshot snapshot, HoldoutPlan plan, BitSet fresh) {
        if (snapshot.definition().model(plan.strata()) != null) {
            ModelResult result = snapshot.model(plan.strata());
            return customer -> {
                int segment = result.segment(customer);
                return segment == ModelResult.NONE
                        ? NONE
                        : result.model().segments().get(segment).id();
            };
        }
        return thirds(snapshot.now().column(snapshot.definition().valueMetric()), fresh);
    }

    private static IntFunction<String> thirds(@org.jspecify.annotations.Nullable Column value, BitSet fresh) {
        if (value == null) {
            return customer -> NONE;
        }
        double[] sorted = fresh.stream()
                .mapToObj(customer -> Outcomes.number(value.value(customer)))
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return customer -> NONE;
        }
        double low = sorted[sorted.length / 3];
        double high = sorted[2 * sorted.length / 3];
        return customer -> {
            OptionalDouble own = Outcomes.number(value.value(customer));
            return own.isEmpty() ? NONE : own.getAsDouble() < low ? "1" : own.getAsDouble() < high ? "2" : "3";
        };
    }

    /** Who takes part. */
    List<Enrolment> all(int verticalId, SegmentName segment) {
        return dao.all(verticalId, segment);
    }

    /** The strategies that a customer is left out of now. */
    List<SegmentName> heldOut(AppliedStrategies applied, long customerId) {
        boolean any = applied.holdouts().values().stream().anyMatch(HoldoutPlan::isActive);
        return any
                ? dao.heldOut(applied.vertical().id(), customerId).stream()
                        .filter(segment -> applied.holdout(segment).isPresent())
                        .toList()
                : List.of();
    }
}
