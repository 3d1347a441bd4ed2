package org.clientele.stakeholder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.clientele.stakeholder.PlanAction.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private static PlanAction action(LocalDate due, State state) {
        return new PlanAction(0, "a", null, null, due, state, null);
    }

    @Test
    void shouldBeUnknownWithoutAnyData() {
        assertThat(Health.of(TODAY, null, List.of(), List.of(), null).whole()).isEqualTo(OptionalInt.empty());
    }

    /** 2 of 3 due are done: 67; 45 of 90 days late: 50; in force for good: 100; scored 30; mean of 247 ÷ 4 = 61.75. */
    @Test
    void shouldBeTheMeanOfItsParts() {
        Health health = Health.of(
                TODAY,
                TODAY.minusDays(45),
                List.of(
                        action(TODAY, State.DONE),
                        action(TODAY.minusDays(10), State.DONE),
                        action(TODAY.minusDays(1), State.OPEN),
                        action(TODAY.minusDays(2), State.DROPPED),
                        action(TODAY.plusDays(1), State.OPEN),
                        action(TODAY.minusYears(1), State.OPEN)),
                List.of(new Agreement(NewRow.ID, "a", TODAY.minusDays(5), null, null)),
                30);
        assertThat(health).isEqualTo(new Health(67, 50, 100, 30));
        assertThat(health.whole()).hasValue(62);
    }

    @Test
    void shouldCountAnAgreementHalfBeforeItsEndAndNothingAfter() {
        LocalDate start = TODAY.minusYears(1);
        assertThat(agreements(new Agreement(NewRow.ID, "a", start, TODAY.plusDays(61), null)))
                .isEqualTo(100);
        assertThat(agreements(new Agreement(NewRow.ID, "a", start, TODAY.plusDays(60), null)))
                .isEqualTo(50);
        assertThat(agreements(new Agreement(NewRow.ID, "a", start, TODAY, null)))
                .isEqualTo(50);
        assertThat(agreements(new Agreement(NewRow.ID, "a", start, TODAY.minusDays(1), null)))
                .isZero();
        assertThat(agreements(new Agreement(NewRow.ID, "a", TODAY.plusDays(1), null, null)))
                .isZero();
    }

    private static @Nullable Integer agreements(Agreement agreement) {
        return Health.of(TODAY, null, List.of(), List.of(agreement), null).agreements();
    }

    @Test
    void shouldCountAReviewNothingWhenItIsThreeMonthsLate() {
        assertThat(Health.of(TODAY, TODAY, List.of(), List.of(), null).review()).isEqualTo(100);
        assertThat(Health.of(TODAY, TODAY.minusDays(90), List.of(), List.of(), null)
                        .review())
                .isZero();
        assertThat(Health.of(TODAY, TODAY.minusDays(900), List.of(), List.of(), null)
                        .review())
                .isZero();
    }
}
