package org.clientele.engine.model;

import java.util.ArrayList;
import java.util.List;
import org.clientele.engine.condition.Gap;
import org.clientele.engine.model.RfmResult.Axis;
import org.clientele.plugins.api.MetricDefinition;
import org.clientele.plugins.api.MetricDefinition.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Searches the scores upwards from a customer's for the nearest better segment. Where recency counts the days since the last event,
 * whatever improves takes one more event, today: recency becomes 0 days and a count one more, and steps are counted from there.
 */
final class RfmSteps {
    private final RfmResult result;
    private final int customer;
    private final boolean byEvent;
    private int fewest = Integer.MAX_VALUE;
    private int nearest = ModelResult.NONE;
    private Reason.@Nullable Better better;

    RfmSteps(RfmResult result, int customer) {
        this.result = result;
        this.customer = customer;
        this.byEvent = aggregate(result.model().recency()) == Aggregate.DAYS_SINCE_LAST;
    }

    private @Nullable Aggregate aggregate(String metric) {
        MetricDefinition definition = result.context.definition().metric(metric);
        return definition == null ? null : definition.aggregate();
    }

    Reason.@Nullable Better nearest() {
        int leastRecency = byEvent ? result.scale(Axis.RECENCY).scoreOf(0) : score(Axis.RECENCY);
        int mostRecency = byEvent ? leastRecency : ScoreScale.SCORES;
        int leastFrequency = leastFrequency();
        for (int m = score(Axis.MONETARY); m <= ScoreScale.SCORES; m++) {
            for (int f = leastFrequency; f <= ScoreScale.SCORES; f++) {
                for (int r = leastRecency; r <= mostRecency; r++) {
                    visit(r, f, m, (r - leastRecency) + (f - leastFrequency) + (m - score(Axis.MONETARY)));
                }
            }
        }
        return better;
    }

    private int leastFrequency() {
        boolean counted = byEvent && aggregate(result.model().frequency()) == Aggregate.COUNT;
        ScoreScale scale = result.scale(Axis.FREQUENCY);
        return counted ? scale.scoreOf(scale.column().order(customer) + 1) : score(Axis.FREQUENCY);
    }

    private void visit(int r, int f, int m, int steps) {
        int reached = result.segmentOf(r, f, m);
        boolean nearer = steps < fewest || (steps == fewest && reached > nearest);
        if (reached >= result.segment(customer) || !nearer) {
            return;
        }
        List<Gap> gaps = new ArrayList<>();
        if (add(gaps, Axis.RECENCY, r) && add(gaps, Axis.FREQUENCY, f) && add(gaps, Axis.MONETARY, m)) {
            fewest = steps;
            nearest = reached;
            better = new Reason.Better(result.segmentId(reached), gaps);
        }
    }

    private boolean add(List<Gap> gaps, Axis axis, int score) {
        if (score == score(axis)) {
            return true;
        }
        Gap gap = result.scale(axis).gap(customer, score);
        if (gap != null) {
            gaps.add(gap);
        }
        return gap != null;
    }

    private int score(Axis axis) {
        return result.score(axis, customer);
    }
}
