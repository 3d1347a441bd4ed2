package org.clientele.stakeholder;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clientele.common.Problem;

/**
 * One thing by which parties are judged.
 *
 * @param name in the words of the house; of a usual criterion its key, see {@link #isUsual}
 * @param weight per cent; those of a purpose add up to 100
 */
public record Criterion(String name, int weight) {
    public static final int NAME_LENGTH = 100;
    public static final int MOST = 12;
    private static final int WHOLE = 100;
    private static final String USUAL = "usual.";

    public Criterion {
        name = name.strip();
    }

    /**
     * What partners are usually judged by: for selection need, ability and fit (risk is judged beside them); periodically what they do for the market,
     * how well the work goes, how satisfied their customers are, and cost.
     */
    public static List<Criterion> usual(Purpose purpose) {
        return switch (purpose) {
            case SELECTION -> List.of(usual("need", 30), usual("ability", 40), usual("fit", 30));
            case PERIODIC ->
                List.of(usual("market", 30), usual("cooperation", 30), usual("satisfaction", 20), usual("cost", 20));
        };
    }

    private static Criterion usual(String key, int weight) {
        return new Criterion(USUAL + key, weight);
    }

    /** Whether the name is a key, which screens put into words. */
    public static boolean isUsual(String name) {
        return name.startsWith(USUAL);
    }

    /** Fails unless they can be used together. */
    static void requireSound(List<Criterion> criteria) {
        if (criteria.isEmpty() || criteria.size() > MOST) {
            throw new Problem("stakeholder.problem.criteria", criteria.size(), MOST);
        }
        Set<String> names = new HashSet<>();
        for (Criterion one : criteria) {
            StakeholderData.requireText("stakeholder.problem.criterion", one.name, NAME_LENGTH);
            if (one.weight < 1) {
                throw new Problem("stakeholder.problem.weight", one.weight, one.name);
            }
            if (!names.add(one.name)) {
                throw new Problem("stakeholder.problem.criterion-twice", one.name);
            }
        }
        int sum = criteria.stream().mapToInt(Criterion::weight).sum();
        if (sum != WHOLE) {
            throw new Problem("stakeholder.problem.weights", sum);
        }
    }
}
