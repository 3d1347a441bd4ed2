package org.clientele.stakeholder;

import java.time.LocalDate;
import java.util.List;

/**
 * A party as it was judged on a day.
 *
 * @param by display name of who judged
 * @param marks with the criteria and weights as they were then
 */
public record PartyScore(
        long id, long partyId, Purpose purpose, LocalDate on, String by, List<Mark> marks, Risks risks, String note) {
    private static final double STEPS = Risks.MOST - Risks.LEAST;
    /** What a step of mean risk takes away: a mean of 5 halves the result. */
    private static final double PER_RISK = 0.125;

    public PartyScore {
        marks = List.copyOf(marks);
    }

    /** How one criterion is met, from 1 to 5. */
    public record Mark(String criterion, int weight, int mark) {
        double points() {
            return weight * (mark - Risks.LEAST) / STEPS;
        }
    }

    /** Sum of weight × (mark - 1) ÷ 4, from 0 to 100, before risk. */
    public double quality() {
        return marks.stream().mapToDouble(Mark::points).sum();
    }

    /** {@link #quality} × (1 - 0.125 × (mean risk - 1)), from 0 to 100, rounded. */
    public int result() {
        return (int) Math.round(quality() * (1 - PER_RISK * (risks.mean() - Risks.LEAST)));
    }
}
