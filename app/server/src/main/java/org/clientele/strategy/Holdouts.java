package org.clientele.strategy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.clientele.access.Permission;
import org.clientele.access.Rights;
import org.clientele.common.Answer;
import org.clientele.common.Job;
import org.clientele.common.Jobs;
import org.clientele.customer.Customer;
import org.clientele.customer.OwnCustomers;
import org.clientele.engine.statistics.ConfidenceSequence;
import org.clientele.engine.statistics.Uplift;
import org.clientele.plugin.Vertical;
import org.clientele.plugin.Verticals;
import org.clientele.segment.PortalSnapshot;
import org.clientele.segment.SegmentName;
import org.clientele.segment.Segments;
import org.springframework.stereotype.Service;

/** What strategies change: compares those treated with those whom the draw left untreated. */
@Service
public class Holdouts {
    /** The share of intervals that miss the true effect at any look. */
    public static final double ALPHA = 0.05;

    /** The customers with a known outcome at whom intervals are narrowest. */
    private static final long NARROWEST_AT = 1_000;

    private final Enrolments enrolments;
    private final PublishedStrategies published;
    private final Segments segments;
    private final Verticals verticals;
    private final OwnCustomers own;
    private final Rights rights;
    private final Jobs jobs;

    public Holdouts(
            Enrolments enrolments,
            PublishedStrategies published,
            Segments segments,
            Verticals verticals,
            OwnCustomers own,
            Rights rights,
            Jobs jobs) {
        this.enrolments = enrolments;
        this.published = published;
        this.segments = segments;
        this.verticals = verticals;
        this.own = own;
        this.rights = rights;
        this.jobs = jobs;
    }

    /** How a strategy is measured, if it ever was. @param segment or {@link StrategySetting#ALL} */
    public Optional<HoldoutPlan> plan(String verticalKey, SegmentName segment) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        return Optional.ofNullable(
                published.applied(verticals.get(verticalKey)).holdouts().get(segment));
    }

    /** Whether the user may set who is left untreated, and see what came of it. */
    public boolean maySee(String verticalKey) {
        return rights.may(Permission.MANAGE_STRATEGIES, verticalKey);
    }

    /** The strategies that a customer is left out of now; {@link StrategySetting#ALL}: of all of them. */
    public List<SegmentName> ofCustomer(String verticalKey, Customer customer) {
        rights.require(Permission.VIEW_PORTAL, verticalKey);
        Vertical vertical = verticals.get(verticalKey);
        own.require(vertical, customer.id());
        return enrolments.heldOut(published.applied(vertical), customer.id());
    }

    /**
     * What came of it.
     *
     * @param enrolledTreated who takes part and is treated
     * @param enrolledHeldOut who takes part and is not
     * @param waiting whose horizon is not over yet
     * @param uplift of those whose horizon is over
     * @param required the customers with whom the effect worth knowing would be told; empty while that cannot be said
     */
    public record Result(
            HoldoutPlan plan,
            int enrolledTreated,
            int enrolledHeldOut,
            int waiting,
            Uplift uplift,
            OptionalLong required) {}

    /** Compares, in the background. */
    public Answer<Result> result(String verticalKey, SegmentName segment, HoldoutPlan plan) {
        rights.require(Permission.MANAGE_STRATEGIES, verticalKey);
        PortalSnapshot snapshot = segments.snapshot(verticalKey);
        return jobs.answer("uplift", job -> result(snapshot, segment, plan, job));
    }

    private Result result(PortalSnapshot snapshot, SegmentName segment, HoldoutPlan plan, Job job) {
        List<Enrolment> all = enrolments.all(snapshot.vertical().id(), segment);
        Uplift uplift = new Uplift(new ConfidenceSequence(ALPHA, NARROWEST_AT));
        int waiting = new Outcomes(snapshot, plan, job).addTo(uplift, all);
        int held = (int) all.stream().filter(Enrolment::heldOut).count();
        Double wished = plan.worthwhile();
        return new Result(
                plan,
                all.size() - held,
                held,
                waiting,
                uplift,
                uplift.required(wished == null ? uplift.difference() : wished));
    }
}
