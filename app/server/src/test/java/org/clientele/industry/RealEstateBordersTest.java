package org.clientele.industry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.industry.Industry.given;

import java.time.LocalDate;
import org.clientele.engine.report.FunnelTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pipeline grades and the buyers of real estate, below, at and above every border. */
class RealEstateBordersTest {
    private final Industry estate = Industry.of("realestate");

    /** As of 31 March 2026: a month ends on 30 April, three on 30 June, half a year on 30 September. */
    @ParameterizedTest
    @CsvSource({
        "clear, 2026-03-31, a",
        "clear, 2026-04-29, a",
        "clear, 2026-04-30, a",
        "clear, 2026-05-01, b",
        "clear, 2026-06-29, b",
        "clear, 2026-06-30, b",
        "clear, 2026-07-01, c",
        "clear, 2026-09-29, c",
        "clear, 2026-09-30, c",
        "clear, 2026-10-01, d",
        "clear, 2027-12-31, d",
        "latent, 2026-04-10, d",
        "latent, '', d",
        "none, 2026-04-10, e",
        "none, '', e",
        "clear, '', none",
        "'', 2026-04-10, none",
        "'', 2027-04-10, none"
    })
    void shouldGradeByStatedNeedAndExpectedDay(String need, String close, String grade) {
        assertThat(estate.customer(buyer(need, close)).judge().segment("grade")).isEqualTo(grade);
    }

    @Test
    void shouldGiveUpWhereThereIsNoChance() {
        assertThat(estate.customer("need=clear; expected_close=2026-04-10; no_chance=true")
                        .judge()
                        .segment("grade"))
                .isEqualTo("e");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-01, d",
        "2026-02-28, d",
        "2026-03-01, c",
        "2026-05-30, c",
        "2026-05-31, b",
        "2026-07-30, b",
        "2026-07-31, a",
        "2026-08-31, a"
    })
    void shouldGradeAnewAsDaysPass(LocalDate day, String grade) {
        assertThat(estate.customer(buyer("clear", "2026-08-31")).judge(day).segment("grade"))
                .isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({"-1, NOT_MET", "0, MET", "1, MET"})
    void shouldReportAnExpectedDayThatHasPassed(int days, String state) {
        assertThat(estate.customer(buyer("clear", String.valueOf(days))).judge().check("date_not_passed"))
                .hasToString(state);
    }

    @Test
    void shouldAskForTheDayOfAClearNeed() {
        assertThat(estate.customer("need=clear").judge().check("date_given")).hasToString("NOT_RECORDED");
    }

    @ParameterizedTest
    @CsvSource({
        "59, family, false",
        "60, family, true",
        "61, family, true",
        "40, older, true",
        "'', older, true",
        "59, couple, false"
    })
    void shouldAdviseOnOlderBuyers(String age, String household, boolean advised) {
        assertThat(estate.customer(person(age, household)).judge().guides().contains("older_buyer"))
                .isEqualTo(advised);
    }

    @ParameterizedTest
    @CsvSource({
        "44, single, true",
        "45, single, false",
        "46, single, false",
        "44, couple, true",
        "45, couple, false",
        "44, family, false",
        "22, couple, true"
    })
    void shouldAdviseOnYoungCouplesAndSingles(String age, String household, boolean advised) {
        assertThat(estate.customer(person(age, household)).judge().guides().contains("young_buyer"))
                .isEqualTo(advised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rational",
                "impulsive",
                "silent",
                "indecisive",
                "long_winded",
                "overbearing",
                "superstitious",
                "timid",
                "over_sensitive",
                "calculating",
                "delaying"
            })
    void shouldHaveACardForEachOfTheElevenTemperaments(String temperament) {
        assertThat(estate.definition().guides())
                .filteredOn(guide -> "temperament".equals(guide.attribute()))
                .hasSize(11)
                .anyMatch(guide -> temperament.equals(guide.value()));
    }

    @ParameterizedTest
    @CsvSource({"9, high", "10, middle", "39, middle", "40, low", "99, low"})
    void shouldTierBudgetsByRank(int rank, String tier) {
        estate.customers(100, i -> "budget=%d".formatted(9_000_000 - i * 1_000));

        assertThat(estate.judge().segment("budget_tier", rank)).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "lead_status=lead, lead",
        "lead_status=contacted, contacted",
        "lead_status=qualified, qualified",
        "lead_status=site_visit, visited",
        "lead_status=negotiation, negotiating",
        "lead_status=booking, booked",
        "lead_status=sold, owner",
        "lead_status=lost, lost",
        "qualification_date=-5, qualified",
        "need=clear, lead",
        "lead_status=lost; booking_date=-5, lost"
    })
    void shouldKnowHowFarALeadHasCome(String attributes, String stage) {
        assertThat(estate.customer(attributes).judge().segment("stage")).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({
        "lead_status=contacted, agent_named, NOT_RECORDED",
        "lead_status=contacted; agent=A-0001, agent_named, MET",
        "lead_status=lost, agent_named, NOT_CONCERNED",
        "lead_status=lost, reason_of_loss, NOT_RECORDED",
        "lead_status=lost; lost_reason=budget, reason_of_loss, MET",
        "lead_status=booking, reason_of_loss, NOT_CONCERNED",
        "lead_status=sold, promise_written, NOT_RECORDED",
        "lead_status=sold; promises_written=false, promise_written, NOT_MET",
        "lead_status=sold; promises_written=true, promise_written, MET",
        "lead_status=booking; promises_written=false, promise_written, NOT_CONCERNED"
    })
    void shouldAskForAgentReasonOfLossAndWrittenPromise(String attributes, String check, String state) {
        assertThat(estate.customer(attributes).judge().check(check)).hasToString(state);
    }

    @Test
    void shouldConvertGradeByGrade() {
        estate.customer("need=clear; expected_close=5; lead_status=lead")
                .customer("need=clear; expected_close=5; lead_status=sold; qualification_date=-9; site_visit_date=-8;"
                        + "negotiation_date=-7; booking_date=-6")
                .customer("need=latent; lead_status=qualified; qualification_date=-9");

        FunnelTable table = (FunnelTable) estate.judge().report("funnel_by_grade");

        assertThat(table.rows())
                .extracting(row -> row.group().key() + " " + row.counts())
                .contains("a [2, 1, 1, 1, 1, 1]", "d [1, 1, 0, 0, 0, 0]");
    }

    private static String buyer(String need, String close) {
        return given("need", need) + given("expected_close", close);
    }

    private static String person(String age, String household) {
        return given("household", household) + given("age", age);
    }
}
