package org.clientele.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.clientele.plugins.api.GuideDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members, business classes, tiers and stages of an operator's customers, below, at and above every border. */
class TelecomBordersTest {
    private final Industry telecom = Industry.of("telecom");

    @ParameterizedTest
    @CsvSource({
        "1, catering",
        "2, trade",
        "3, transport",
        "4, electronics",
        "5, mining",
        "6, manufacturing",
        "7, public_services",
        "8, real_estate",
        "9, education",
        "10, other"
    })
    void shouldKnowTheTenBusinessClassesInTheirOrder(int number, String id) {
        assertThat(telecom.definition().guides().stream()
                        .filter(guide -> "business_class".equals(guide.attribute()))
                        .map(GuideDefinition::value)
                        .toList())
                .hasSize(10)
                .element(number - 1)
                .isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource({
        "'', NOT_RECORDED, NOT_RECORDED",
        "other_industry_name=Farming, MET, NOT_RECORDED",
        "other_industry_name=Farming; other_industry_share=0, MET, NOT_MET",
        "other_industry_name=Farming; other_industry_share=0.1, MET, MET",
        "other_industry_name=Farming; other_industry_share=99.9, MET, MET",
        "other_industry_name=Farming; other_industry_share=100, MET, MET",
        "other_industry_name=Farming; other_industry_share=100.1, MET, NOT_MET",
        "other_industry_share=30, NOT_RECORDED, MET"
    })
    void shouldAskForNameAndShareOfTheTenthClass(String given, String name, String share) {
        Judged judged = telecom.customer("member_type=business; business_class=other; " + given)
                .judge();

        assertThat(judged.check("other_named")).hasToString(name);
        assertThat(judged.check("other_share")).hasToString(share);
    }

    @Test
    void shouldNotAskTheOtherNineClassesForNameAndShare() {
        Judged judged =
                telecom.customer("member_type=business; business_class=trade").judge();

        assertThat(judged.check("other_named")).hasToString("NOT_CONCERNED");
        assertThat(judged.check("other_share")).hasToString("NOT_CONCERNED");
    }

    @ParameterizedTest
    @CsvSource({
        "F; 51; 511, MET, MET",
        "F; 51; 521, MET, NOT_MET",
        "F; 51; '', MET, NOT_CONCERNED",
        "f; 51; 511, NOT_MET, MET",
        "FF; 51; 511, NOT_MET, MET",
        "F; ''; 511, MET, NOT_RECORDED"
    })
    void shouldFitTheThreeLevelsOfTheIndustryCode(String code, String letter, String digits) {
        String[] levels = code.replace("'", "").split(";");
        StringBuilder attributes = new StringBuilder("member_type=business");
        String[] ids = {"industry_division", "industry_group", "industry_class"};
        IntStream.range(0, levels.length)
                .filter(i -> !levels[i].isBlank())
                .forEach(i -> attributes.append(";%s=%s".formatted(ids[i], levels[i].strip())));

        Judged judged = telecom.customer(attributes.toString()).judge();

        assertThat(judged.check("code_letter")).hasToString(letter);
        assertThat(judged.check("code_levels")).hasToString(digits);
    }

    @ParameterizedTest
    @CsvSource({"member_type=public, public", "member_type=business, business", "gender=female, none"})
    void shouldTellClubMembersApart(String attributes, String group) {
        telecom.customer(attributes);
        hundred();

        assertThat(telecom.judge().segment("member_group")).isEqualTo(group);
    }

    /** Of a hundred members with a charge the first five are diamond, fifteen gold, thirty silver, fifty standard. */
    @ParameterizedTest
    @CsvSource({
        "0, diamond, business_key", "4, diamond, business_key", "5, gold, business_key", "19, gold, business_key",
        "20, silver, business", "49, silver, business", "50, standard, business", "99, standard, business"
    })
    void shouldTierByWhatAMemberBrings(int rank, String tier, String group) {
        hundred();
        Judged judged = telecom.judge();

        assertThat(judged.segment("arpu_tier", rank)).isEqualTo(tier);
        assertThat(judged.segment("member_group", rank)).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({"0, new", "5, new", "6, growing", "7, growing", "23, growing", "24, mature", "25, mature"})
    void shouldFollowTenureThroughLife(int months, String stage) {
        assertThat(telecom.customer("tenure_months=" + months).judge().segment("life_cycle"))
                .isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"71, growing", "70, declining", "69, declining"})
    void shouldWarnWhenMinutesFellByThirtyPercent(int minutes, String stage) {
        Judged judged = telecom.customer("tenure_months=12")
                .event("bill", 10, "amount=50; document=B1; minutes=" + minutes)
                .event("bill", 100, "amount=50; document=B2; minutes=100")
                .judge();

        assertThat(judged.segment("life_cycle")).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"2, growing", "3, declining", "4, declining"})
    void shouldWarnAfterThreeComplaintsInAYear(int complaints, String stage) {
        telecom.customer("tenure_months=12");
        IntStream.range(0, complaints).forEach(i -> telecom.event("complaint", 300 + i, "topic=speed; solved=true"));

        assertThat(telecom.judge().segment("life_cycle")).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"364, 1", "365, 0"})
    void shouldCountComplaintsOfTheLastYear(int daysAgo, int complaints) {
        Judged judged = telecom.customer("")
                .event("complaint", daysAgo, "topic=speed; solved=false")
                .judge();

        assertThat(judged.metric("complaints_365")).isEqualTo(complaints);
        assertThat(judged.metric("open_complaints")).isEqualTo(1);
    }

    @Test
    void shouldKnowWhoLeftAndWhoHasNotBegun() {
        assertThat(Industry.of("telecom")
                        .customer("churned=true; tenure_months=30")
                        .judge()
                        .segment("life_cycle"))
                .isEqualTo("lapsed");
        assertThat(Industry.of("telecom").customer("member_type=public").judge().segment("life_cycle"))
                .isEqualTo("potential");
    }

    @ParameterizedTest
    @CsvSource({"2025-03-30, NOT_MET", "2025-03-31, MET", "2025-04-01, MET"})
    void shouldAskForASurveyOfBusinessMembersWithinAYear(String survey, String state) {
        Judged judged =
                telecom.customer("member_type=business; last_survey=" + survey).judge();

        assertThat(judged.check("survey_in_year")).hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"89, MET", "90, MET", "91, NOT_MET"})
    void shouldAskForAVisitOfKeyMembersWithinAQuarter(int daysAgo, String state) {
        Judged judged = telecom.customer("member_type=business; monthly_charges=9000")
                .event("visit", daysAgo, "purpose=regular")
                .judge();

        assertThat(judged.check("visit_in_quarter")).hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "60, true", "61, false"})
    void shouldRemindOfAContractThatEndsWithinSixtyDays(int days, boolean reminded) {
        Judged judged = telecom.customer("contract_end=" + days).judge();

        assertThat(judged.guides().contains("contract_ends")).isEqualTo(reminded);
    }

    @ParameterizedTest
    @CsvSource({"'', no_bill", "monthly_charges=20, no_bill", "total_charges=0, billed", "total_charges=0.01, billed"})
    void shouldCallWhoHasNoTotalYetNotBilled(String attributes, String state) {
        assertThat(telecom.customer(attributes).judge().segment("billing")).isEqualTo(state);
    }

    @Test
    void shouldCallWhoHadABillBilled() {
        assertThat(telecom.customer("monthly_charges=20")
                        .event("bill", 0, "amount=20; document=B1")
                        .judge()
                        .segment("billing"))
                .isEqualTo("billed");
    }

    @ParameterizedTest
    @CsvSource({"89, 60", "90, 39.9"})
    void shouldTakeTheMeanOfNinetyDaysOfBillsElseTheCharge(int daysAgo, double arpu) {
        Judged judged = telecom.customer("monthly_charges=39.90")
                .event("bill", daysAgo, "amount=60; document=B1")
                .judge();

        assertThat(judged.metric("arpu")).isEqualTo(arpu);
    }

    @ParameterizedTest
    @CsvSource({
        "member_type=business, NOT_RECORDED, NOT_RECORDED",
        "member_type=business; business_class=trade, MET, NOT_RECORDED",
        "member_type=business; representative=NR-0001, NOT_RECORDED, MET",
        "member_type=public, NOT_CONCERNED, NOT_CONCERNED"
    })
    void shouldAskForClassAndRepresentativeOfBusinessMembers(String attributes, String given, String named) {
        Judged judged = telecom.customer(attributes).judge();

        assertThat(judged.check("class_given")).hasToString(given);
        assertThat(judged.check("representative_named")).hasToString(named);
    }

    @ParameterizedTest
    @CsvSource({
        "region=north, NOT_RECORDED",
        "region=north; regional_manager=NM-0001, MET",
        "regional_manager=NM-0001, NOT_CONCERNED"
    })
    void shouldAskForSomebodyWhoAnswersForTheRegion(String attributes, String state) {
        assertThat(telecom.customer(attributes).judge().check("manager_named")).hasToString(state);
    }

    private void hundred() {
        telecom.customers(100, i -> "member_type=business; monthly_charges=%d".formatted(500 - i));
    }
}
