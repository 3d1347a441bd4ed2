package org.clientele.cases;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clientele.common.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a vertical promises: which cases it takes, how soon they are answered and solved, and on whose clock.
 *
 * @param types that can be opened
 * @param goals by type; every type has one
 * @param tierModel model whose segments are promised more or less, or null: all customers alike
 * @param tiers share of the type's times in which cases of a segment's customers are answered and solved, in percent; 100 where none is set
 * @param pauses states in which the solution clock stands
 * @param nearShare share of a goal from which its end is near
 * @param escalateShare share of a goal, above 1, from which the breach goes to the second level
 */
public record ServicePolicy(
        WorkingCalendar calendar,
        Set<CaseType> types,
        Map<CaseType, Goal> goals,
        @Nullable String tierModel,
        Map<String, Integer> tiers,
        Set<CaseState> pauses,
        double nearShare,
        double escalateShare) {
    private static final int MOST_PERCENT = 1_000;
    private static final int WHOLE = 100;
    private static final double USUAL_NEAR = 0.75;
    private static final double USUAL_ESCALATION = 1.5;
    private static final double MOST_ESCALATION = 10;

    /**
     * How soon, in minutes of working time.
     *
     * @param answer until the first answer
     * @param solution until it is solved
     */
    public record Goal(int answer, int solution) {
        private static final int MOST = 60 * 24 * 365;

        public Goal {
            if (answer < 1 || solution < answer || solution > MOST) {
                throw new Problem("cases.problem.goal", answer, solution);
            }
        }

        Goal percent(int share) {
            int shorter = Math.max(1, Math.round(answer * share / (float) WHOLE));
            return new Goal(shorter, Math.min(MOST, Math.max(shorter, Math.round(solution * share / (float) WHOLE))));
        }
    }

    public ServicePolicy {
        types = types.isEmpty() ? Set.of() : Set.copyOf(types);
        goals = Map.copyOf(goals);
        tiers = Map.copyOf(tiers);
        pauses = Set.copyOf(pauses);
        if (types.isEmpty()) {
            throw new Problem("cases.problem.types");
        }
        if (tiers.values().stream().anyMatch(share -> share < 1 || share > MOST_PERCENT)) {
            throw new Problem("cases.problem.tier", MOST_PERCENT);
        }
        if (!(nearShare > 0 && nearShare <= 1)) {
            throw new Problem("cases.problem.near");
        }
        if (!(escalateShare > 1 && escalateShare <= MOST_ESCALATION)) {
            throw new Problem("cases.problem.escalate");
        }
    }

    /** Types that the bundled industries do not meet; others begin with all. */
    private static final Map<String, Set<CaseType>> UNUSUAL = Map.of(
            "retail", Set.of(CaseType.OUTAGE),
            "telecom", Set.of(CaseType.CLAIM),
            "utilities", Set.of(CaseType.REFUND),
            "realestate", Set.of(CaseType.OUTAGE));

    /** What holds in a vertical until somebody sets it: the types usual there, office hours, all customers alike. */
    public static ServicePolicy usual(String verticalKey, ZoneId zone) {
        Set<CaseType> types = EnumSet.allOf(CaseType.class);
        types.removeAll(UNUSUAL.getOrDefault(verticalKey, Set.of()));
        Map<CaseType, Goal> goals = new EnumMap<>(CaseType.class);
        goals.put(CaseType.OUTAGE, new Goal(30, 480));
        goals.put(CaseType.COMPLAINT, new Goal(120, 1_620));
        goals.put(CaseType.REPAIR, new Goal(240, 1_620));
        goals.put(CaseType.REFUND, new Goal(240, 2_700));
        goals.put(CaseType.ENQUIRY, new Goal(240, 1_080));
        goals.put(CaseType.CLAIM, new Goal(480, 5_400));
        return new ServicePolicy(
                WorkingCalendar.office(zone),
                types,
                goals,
                null,
                Map.of(),
                EnumSet.of(CaseState.WAITING_CUSTOMER),
                USUAL_NEAR,
                USUAL_ESCALATION);
    }

    /** The goal for a case of the type of a customer who is in the segment; null: in none. */
    public Goal goal(CaseType type, @Nullable String segment) {
        Goal usual = Objects.requireNonNull(goals.get(type));
        return segment == null ? usual : usual.percent(tiers.getOrDefault(segment, WHOLE));
    }
}
