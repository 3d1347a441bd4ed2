package org.clientele.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.clientele.stakeholder.PlanAction.State;
import org.clientele.stakeholder.YearPlan.Entry;
import org.clientele.stakeholder.YearPlan.Kind;
import org.junit.jupiter.api.Test;

class YearPlanTest {
    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }

    @Test
    void shouldPutEveryEntryIntoItsQuarter() {
        YearPlan plan = YearPlan.of(
                2026,
                List.of(
                        new PlanAction(1, "Visit", null, null, day(3, 31), State.OPEN, null),
                        new PlanAction(2, "Meet", null, null, day(1, 1), State.DONE, day(1, 2)),
                        new PlanAction(3, "Dropped", null, null, day(2, 1), State.DROPPED, day(1, 2)),
                        new PlanAction(4, "Next year", null, null, LocalDate.of(2027, 1, 1), State.OPEN, null)),
                List.of(new Agreement(5, "Frame", LocalDate.of(2025, 10, 1), day(9, 30), null)),
                day(12, 31));
        assertThat(plan.quarters())
                .containsExactly(
                        List.of(new Entry(day(1, 1), Kind.DONE, "Meet"), new Entry(day(3, 31), Kind.ACTION, "Visit")),
                        List.of(),
                        List.of(new Entry(day(9, 30), Kind.ENDS, "Frame")),
                        List.of(new Entry(day(12, 31), Kind.REVIEW, "")));
    }
}
