package org.clientele.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.clientele.access.ForbiddenProblem;
import org.clientele.access.Role;
import org.clientele.common.Problem;
import org.clientele.common.persistence.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PastAnswersTest {
    private static PastAnswer unhappy(long customer, Instant at, boolean calledBack) {
        return new PastAnswer(
                customer,
                at.minus(Duration.ofDays(2)),
                at,
                calledBack ? at.plus(Duration.ofHours(5)) : null,
                SurveyPortal.said(3, 1, "Too slow"));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void shouldCountAnswersWhereTheyWereGiven(TestDatabase.Kind kind) throws Exception {
        try (SurveyPortal portal = new SurveyPortal(kind)) {
            long anna = portal.customer("anna").id();
            portal.shop.snapshots.reload("shop");
            long survey = portal.survey();
            Instant now = portal.shop.clock.instant();
            portal.past.take(
                    portal.shop.vertical,
                    survey,
                    List.of(
                            unhappy(anna, now.minus(Duration.ofDays(70)), true),
                            new PastAnswer(anna, now.minus(Duration.ofDays(50)), null, null, List.of()),
                            unhappy(anna, now.minus(Duration.ofHours(3)), false)));

            SurveyTally whole =
                    portal.results.count(portal.shop.vertical, survey).whole();
            assertThat(whole).isEqualTo(new SurveyTally(3, 2, 0, 0, 0, 2, 0, 2));
            YearMonth month = YearMonth.from(LocalDate.now(portal.shop.clock));
            assertThat(portal.results.byMonth(portal.shop.vertical, month.minusMonths(4), month))
                    .containsKey(YearMonth.from(LocalDate.now(portal.shop.clock).minusDays(70)));
            assertThat(portal.unhappy.ofCustomer(portal.shop.vertical, anna))
                    .singleElement()
                    .satisfies(open -> assertThat(open.dueOn()).isAfterOrEqualTo(LocalDate.now(portal.shop.clock)));
        }
    }

    @Test
    void shouldRejectWhatALinkWouldNotHaveTaken() throws Exception {
        try (SurveyPortal portal = new SurveyPortal(TestDatabase.Kind.HSQLDB)) {
            long anna = portal.customer("anna").id();
            long survey = portal.survey();
            Instant now = portal.shop.clock.instant();
            List<PastAnswer> tomorrow = List.of(unhappy(anna, now.plus(Duration.ofDays(1)), false));
            assertThatThrownBy(() -> portal.past.take(portal.shop.vertical, survey, tomorrow))
                    .isInstanceOf(Problem.class);
            List<PastAnswer> afterwards = List.of(new PastAnswer(
                    anna, now.minus(Duration.ofDays(80)), now, null, SurveyPortal.said(3, 1, "Too slow")));
            assertThatThrownBy(() -> portal.past.take(portal.shop.vertical, survey, afterwards))
                    .isInstanceOf(Problem.class);
            portal.become(Role.STAFF);
            assertThatThrownBy(() -> portal.past.take(portal.shop.vertical, survey, List.of()))
                    .isInstanceOf(ForbiddenProblem.class);
        }
    }
}
