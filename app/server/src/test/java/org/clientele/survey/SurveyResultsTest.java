package org.clientele.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Objects;
import org.clientele.common.persistence.TestDatabase;
import org.clientele.customer.Customer;
import org.clientele.engine.figure.Period;
import org.clientele.plugin.Vertical;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurveyResultsTest {
    private static SurveyTally tally(long promoters, long passives, long detractors, long satisfied, long rated) {
        return new SurveyTally(
                1_000, promoters + passives + detractors, 0, promoters, passives, detractors, satisfied, rated);
    }

    @Test
    void shouldSubtractTheShareOfDetractorsFromThatOfPromoters() {
        SurveyTally tally = tally(50, 30, 20, 70, 100);
        assertThat(tally.nps()).isEqualTo(30);
        assertThat(tally.csat()).isEqualTo(0.7);
        assertThat(tally.responseRate()).isEqualTo(0.1);
        assertThat(tally(0, 0, 40, 0, 0).nps()).isEqualTo(-100);
    }

    @Test
    void shouldSayHowSureItIsOnlyWithEnoughAnswers() {
        // p = 0.5, d = 0.2: variance 0.7 - 0.09 = 0.61; 1.96 * sqrt(0.61 / 100) = 0.1531
        assertThat(Objects.requireNonNull(tally(50, 30, 20, 70, 100).npsMargin()))
                .isCloseTo(15.31, within(0.01));
        assertThat(Objects.requireNonNull(tally(50, 30, 20, 70, 100).csatMargin()))
                .isCloseTo(0.0898, within(0.0001));
        assertThat(tally(10, 10, 9, 20, 29).npsMargin()).isNull();
        assertThat(tally(10, 10, 9, 20, 29).csatMargin()).isNull();
        assertThat(tally(10, 10, 9, 20, 29).isFew()).isTrue();
    }

    @Test
    void shouldHaveNoFiguresOfNothing() {
        assertThat(SurveyTally.NONE.nps()).isNull();
        assertThat(SurveyTally.NONE.csat()).isNull();
        assertThat(SurveyTally.NONE.responseRate()).isNull();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void shouldCountByMonthAndSegment(TestDatabase.Kind kind) throws Exception {
        try (SurveyPortal portal = new SurveyPortal(kind)) {
            Customer anna = portal.customer("anna");
            Customer ben = portal.customer("ben");
            Customer cleo = portal.customer("cleo");
            portal.shop.snapshots.reload("shop");
            long survey = portal.survey();
            portal.answer(portal.invite(anna.id(), survey), SurveyPortal.said(10, 5, ""));
            portal.invite(ben.id(), survey);
            portal.shop.clock.forward(Duration.ofDays(40));
            portal.answering.enter(portal.shop.vertical, cleo.id(), survey, null, SurveyPortal.said(2, 1, "No"));

            SurveyFigures figures = portal.results.count(portal.shop.vertical, survey);
            assertThat(figures.whole()).isEqualTo(new SurveyTally(2, 1, 1, 1, 0, 1, 1, 2));
            assertThat(figures.months()).containsOnlyKeys(YearMonth.of(2026, 4), YearMonth.of(2026, 3));
            assertThat(figures.months().firstKey()).isEqualTo(YearMonth.of(2026, 4));
            assertThat(figures.segments().stream()
                            .map(SurveyFigures.OfSegment::tally)
                            .reduce(SurveyTally.NONE, SurveyTally::plus))
                    .isEqualTo(figures.whole());
            assertThat(figures.answers(0, 10)).isEqualTo(1);
            assertThat(figures.answers(0, 2)).isEqualTo(1);
            assertThat(figures.answers(1, 3)).isZero();
            assertThat(figures.numbers()).doesNotContainKey(2);
            assertThat(portal.results.voices(portal.shop.vertical, survey, true, 10))
                    .singleElement()
                    .satisfies(voice -> {
                        assertThat(voice.customer()).isEqualTo("cleo");
                        assertThat(voice.replies()).contains(Reply.of(2, "No"));
                    });
            assertThat(portal.results.voices(portal.shop.vertical, survey, false, 10))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void shouldSumWhatWasSaidInATime(TestDatabase.Kind kind) throws Exception {
        try (SurveyPortal portal = new SurveyPortal(kind)) {
            Customer anna = portal.customer("anna");
            Customer ben = portal.customer("ben");
            Customer cleo = portal.customer("cleo");
            long survey = portal.survey();
            String late = portal.invite(anna.id(), survey);
            portal.invite(ben.id(), survey);
            portal.shop.clock.forward(Duration.ofDays(5));
            portal.answer(late, SurveyPortal.said(10, 3, ""));
            portal.shop.clock.forward(Duration.ofDays(35));
            portal.answering.enter(portal.shop.vertical, cleo.id(), survey, null, SurveyPortal.said(7, 4, ""));

            LocalDate march = LocalDate.of(2026, 3, 1);
            Vertical shop = portal.shop.vertical;
            assertThat(portal.results.within(shop, new Period(march, march.plusDays(30)), null))
                    .isEqualTo(new SurveyTally(2, 1, 0, 1, 0, 0, 0, 1));
            assertThat(portal.results.within(shop, new Period(march, march), null))
                    .isEqualTo(new SurveyTally(2, 1, 0, 0, 0, 0, 0, 0));
            assertThat(portal.results.byMonth(shop, YearMonth.of(2026, 2), YearMonth.of(2026, 4)))
                    .isEqualTo(Map.of(
                            YearMonth.of(2026, 3), new SurveyTally(1, 1, 0, 1, 0, 0, 0, 1),
                            YearMonth.of(2026, 4), new SurveyTally(0, 0, 1, 0, 1, 0, 1, 1)));
            assertThat(portal.results.within(shop, new Period(march, march.plusDays(30)), 1_000_000L))
                    .isEqualTo(SurveyTally.NONE);
            assertThat(portal.results.hasCourse(shop)).isTrue();
        }
    }
}
