package org.clientele.industry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clientele.industry.Industry.given;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is important, what supply that requires, what own emergency supply must be: below, at and above every border. */
class UtilitiesBordersTest {
    private static final String SPECIAL = "state_affairs=true; national_security=true;";
    private static final String FIRST = "serious_pollution=true;";
    private static final String SECOND = "some_disorder=true;";
    private static final String TEMPORARY = "temporary_need=true;";

    private final Industry power = Industry.of("utilities");

    @ParameterizedTest
    @CsvSource({
        "state_affairs=true; national_security=true, special",
        "state_affairs=true; national_security=false, ordinary",
        "state_affairs=false; national_security=true, ordinary",
        "casualties=true, first",
        "serious_pollution=true, first",
        "explosion=true, first",
        "major_political=true, first",
        "major_economic=true, first",
        "serious_disorder=true, first",
        "larger_pollution=true, second",
        "larger_political=true, second",
        "larger_economic=true, second",
        "some_disorder=true, second",
        "temporary_need=true, temporary",
        "user_group=residential, ordinary",
        "casualties=false; some_disorder=false; temporary_need=false, ordinary"
    })
    void shouldGradeByTheConsequenceOfLosingSupply(String consequences, String grade) {
        assertThat(power.customer(consequences).judge().segment("importance")).isEqualTo(grade);
    }

    @ParameterizedTest
    @CsvSource({
        "state_affairs=true; national_security=true; casualties=true; some_disorder=true; temporary_need=true, special, state_affairs",
        "explosion=true; larger_pollution=true; temporary_need=true, first, explosion",
        "larger_economic=true; temporary_need=true, second, larger_economic",
        "temporary_need=true, temporary, temporary_need"
    })
    void shouldLetTheHighestConditionWinAndNameIt(String consequences, String grade, String condition) {
        Judged judged = power.customer(consequences).judge();

        assertThat(judged.segment("importance")).isEqualTo(grade);
        assertThat(judged.because("importance")).contains(condition);
    }

    @ParameterizedTest
    @CsvSource({
        "hazardous=true, high_risk",
        "hazardous=true; casualties=true, high_risk",
        "casualties=true, important",
        "temporary_need=true, important",
        "user_group=industrial, other"
    })
    void shouldLabelHighRiskImportantAndOther(String attributes, String label) {
        assertThat(power.customer(attributes).judge().segment("risk_label")).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({"2, NOT_MET", "3, MET", "4, MET", "'', NOT_RECORDED"})
    void shouldRequireThreeSourcesOfSpecialCustomers(String sources, String state) {
        assertThat(power.customer(SPECIAL + given("sources", sources)).judge().check("special_sources"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"1, NOT_MET", "2, MET", "3, MET", "'', NOT_RECORDED"})
    void shouldRequireTwoSubstationsOfSpecialAndFirstCustomers(String substations, String state) {
        assertThat(Industry.of("utilities")
                        .customer(SPECIAL + given("substations", substations))
                        .judge()
                        .check("special_substations"))
                .hasToString(state);
        assertThat(power.customer(FIRST + given("substations", substations))
                        .judge()
                        .check("first_substations"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"1, NOT_MET", "2, MET", "3, MET", "'', NOT_RECORDED"})
    void shouldRequireTwoSourcesOfFirstCustomers(String sources, String state) {
        assertThat(power.customer(FIRST + given("sources", sources)).judge().check("first_sources"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"true, MET", "false, NOT_MET", "'', NOT_RECORDED"})
    void shouldRequireThatTheRemainingSourceCarriesOn(String carries, String state) {
        assertThat(Industry.of("utilities")
                        .customer(SPECIAL + given("third_carries", carries))
                        .judge()
                        .check("special_third"))
                .hasToString(state);
        assertThat(power.customer(FIRST + given("other_carries", carries))
                        .judge()
                        .check("first_other"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({
        "double_circuit=true; sources=1, MET",
        "double_circuit=false; sources=1, NOT_MET",
        "double_circuit=false; sources=2, MET",
        "double_circuit=false; sources=3, MET",
        "sources=2, MET",
        "sources=1, NOT_RECORDED",
        "'', NOT_RECORDED"
    })
    void shouldRequireADoubleCircuitOfSecondAndTemporaryCustomers(String supply, String state) {
        assertThat(Industry.of("utilities").customer(SECOND + supply).judge().check("second_circuit"))
                .hasToString(state);
        assertThat(power.customer(TEMPORARY + supply).judge().check("temporary_supply"))
                .hasToString(state);
    }

    @Test
    void shouldAskOrdinaryCustomersForNothing() {
        Judged judged = power.customer("sources=1; switch_minutes=90; permitted_minutes=1")
                .judge();

        assertThat(power.definition().checks())
                .allSatisfy(check ->
                        assertThat(judged.check(check.id())).as(check.id()).hasToString("NOT_CONCERNED"));
    }

    @ParameterizedTest
    @CsvSource({"14.9, 15, MET", "15, 15, MET", "15.1, 15, NOT_MET", "0, 0, MET", "15, '', NOT_RECORDED"})
    void shouldSwitchOverWithinThePermittedInterruption(String takes, String permitted, String state) {
        assertThat(power.customer(SECOND + given("switch_minutes", takes) + given("permitted_minutes", permitted))
                        .judge()
                        .check("switch_over"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"true, MET", "false, NOT_MET", "'', NOT_RECORDED"})
    void shouldSwitchOverInAWayThatSuits(String suits, String state) {
        assertThat(power.customer(SECOND + given("switch_method_suits", suits))
                        .judge()
                        .check("switch_method"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({
        "119.9, 100, NOT_MET", "119.99, 100, NOT_MET", "120, 100, MET", "120.1, 100, MET", "16.08, 13.4, MET",
        "16.07, 13.4, NOT_MET", "8.04, 6.7, MET", "8.03, 6.7, NOT_MET", "0.36, 0.3, MET", "9600, 8000, MET",
        "9599, 8000, NOT_MET", "100, '', NOT_RECORDED", "'', 100, NOT_RECORDED"
    })
    void shouldRequireEmergencySupplyOfTwelveTenthsOfTheSecurityLoad(String power, String load, String state) {
        assertThat(this.power
                        .customer(FIRST + "own_emergency=true;" + given("emergency_power", power)
                                + given("security_load", load))
                        .judge()
                        .check("emergency_capacity"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"29.9, MET", "30, MET", "30.1, NOT_MET", "'', NOT_RECORDED"})
    void shouldStartWithinWhatSafetyPermits(String seconds, String state) {
        assertThat(power.customer(FIRST + "permitted_start=30;" + given("start_seconds", seconds))
                        .judge()
                        .check("emergency_start"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"electrical, MET", "mechanical, MET", "none, NOT_MET", "'', NOT_RECORDED"})
    void shouldRequireAnInterlockAgainstBackFeed(String interlock, String state) {
        assertThat(power.customer(SECOND + given("interlock", interlock))
                        .judge()
                        .check("emergency_interlock"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({
        "temporary_need=true; rented_emergency=true; own_emergency=false, MET",
        "temporary_need=true; own_emergency=true, MET",
        "temporary_need=true; rented_emergency=false; own_emergency=false, NOT_MET",
        "serious_pollution=true; rented_emergency=true; own_emergency=false, NOT_MET",
        "serious_pollution=true; own_emergency=true, MET"
    })
    void shouldAcceptRentedEmergencySupplyOfTemporaryCustomersOnly(String attributes, String state) {
        assertThat(power.customer(attributes).judge().check("emergency_there")).hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31, MET", "2020-01-01, MET", "2020-01-02, NOT_MET", "'', NOT_RECORDED"})
    void shouldRequireTheAgreementBeforeUse(String signed, String state) {
        for (String supply : new String[] {"own_emergency=true;", "rented_emergency=true;"}) {
            assertThat(Industry.of("utilities")
                            .customer(supply + "emergency_since=2020-01-01;" + given("agreement_signed", signed))
                            .judge()
                            .check("agreement"))
                    .as(supply)
                    .hasToString(state);
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-03-30, NOT_MET", "2025-03-31, MET", "2025-04-01, MET", "'', NOT_RECORDED"})
    void shouldRequireADrillWithinAYear(String drill, String state) {
        assertThat(power.customer(SECOND + given("last_drill", drill)).judge().check("drill"))
                .hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({
        "inspection, last_inspection",
        "preventive_test, last_preventive_test",
        "start_test, last_start_test",
        "switching_test, last_switching_test"
    })
    void shouldRequireInspectionAndTestsOfOwnEmergencySupply(String check, String attribute) {
        assertThat(Industry.of("utilities")
                        .customer("own_emergency=true")
                        .judge()
                        .check(check))
                .hasToString("NOT_RECORDED");
        assertThat(power.customer("own_emergency=true; " + attribute + "=2026-01-05")
                        .judge()
                        .check(check))
                .hasToString("MET");
    }

    @ParameterizedTest
    @CsvSource({
        "no_changed_connections, changed_connections",
        "no_disabled_interlock, interlock_disabled",
        "no_unrepaired_fault, fault_unrepaired",
        "no_feeding_others, feeds_others",
        "no_back_feed, may_back_feed"
    })
    void shouldFindForbiddenActs(String check, String act) {
        for (String supply : new String[] {"own_emergency=true; ", "rented_emergency=true; "}) {
            assertThat(Industry.of("utilities")
                            .customer(supply + act + "=true")
                            .judge()
                            .check(check))
                    .as(supply)
                    .hasToString("NOT_MET");
            assertThat(Industry.of("utilities")
                            .customer(supply + act + "=false")
                            .judge()
                            .check(check))
                    .as(supply)
                    .hasToString("MET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"industrial", "commercial", "residential"})
    void shouldHaveAGuideForEachUserGroup(String group) {
        assertThat(power.definition().guides())
                .filteredOn(guide -> "user_group".equals(guide.attribute()))
                .hasSize(3)
                .anyMatch(guide -> group.equals(guide.value()));
    }

    @ParameterizedTest
    @CsvSource({
        "industrial, 40, no",
        "industrial, 41, time_of_use",
        "commercial, 41, time_of_use",
        "residential, 90, no"
    })
    void shouldAdviseTimeOfUseWhereThePeakWeighs(String group, int peak, String tariff) {
        Judged judged = power.customer("user_group=" + group)
                .event("reading", 10, "period=peak; energy=" + peak)
                .event("reading", 11, "period=flat; energy=" + (100 - peak))
                .judge();

        assertThat(judged.labels("tariff").contains("time_of_use")).isEqualTo(tariff.equals("time_of_use"));
    }

    /** One kilowatt the whole year is 8,760 kWh. */
    @ParameterizedTest
    @CsvSource({"4379, false", "4380, true", "4381, true"})
    void shouldAdviseTheLoadFactorTariffFromHalfOn(int consumption, boolean advised) {
        Judged judged = power.customer("user_group=industrial; max_power=1; consumption_12m=" + consumption)
                .judge();

        assertThat(judged.labels("tariff").contains("load_factor")).isEqualTo(advised);
    }

    @ParameterizedTest
    @CsvSource({"499.9, '', false", "500, '', true", "500.1, '', true", "900, casualties=true;, false"})
    void shouldOfferInterruptiblePricesToLargeOrdinaryIndustryOnly(String power, String more, boolean advised) {
        Judged judged = this.power
                .customer("user_group=industrial; max_power=" + power + "; " + more)
                .judge();

        assertThat(judged.labels("tariff").contains("interruptible")).isEqualTo(advised);
    }

    @ParameterizedTest
    @CsvSource({
        "user_group=commercial, holiday", "user_group=residential, two_period",
        "user_group=industrial; market_type=elastic, seasonal", "user_group=industrial; market_type=sensitive, seasonal"
    })
    void shouldAdviseTheTariffOfTheGroup(String attributes, String tariff) {
        assertThat(power.customer(attributes).judge().labels("tariff")).contains(tariff);
    }

    @ParameterizedTest
    @CsvSource({"1.1, steady", "1.101, rising", "1, steady", "0.9, steady", "0.899, falling"})
    void shouldTellTheTrendOfTheForecastByATenth(double factor, String trend) {
        assertThat(power.customer("consumption_12m=100000; forecast_12m=" + factor * 100_000)
                        .judge()
                        .segment("trend"))
                .isEqualTo(trend);
    }

    /**
     * What was metered in the first and in the last month of a year. The line through the twelve months rises by 6/143 of the difference times 11
     * over the sum: 26 of 1,200 are 1 % a month.
     */
    @ParameterizedTest
    @CsvSource({
        "587, 612.9, steady, false, 0",
        "587, 613, steady, false, 0",
        "587, 613.1, rising, true, 3",
        "600, 600, steady, false, 0",
        "612.9, 587, steady, false, 0",
        "613, 587, steady, false, 0",
        "613.1, 587, falling, false, 0"
    })
    void shouldTellTheMeteredTrendByAHundredthAMonth(
            double first, double last, String trend, boolean overBase, int points) {
        Judged judged = power.customer("user_group=industrial")
                .event("reading", 345, "period=flat; energy=" + first)
                .event("reading", 5, "period=flat; energy=" + last)
                .judge();

        assertThat(judged.segment("trend")).isEqualTo(trend);
        assertThat(judged.labels("tariff").contains("over_base")).isEqualTo(overBase);
        assertThat(judged.metric("potential")).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({
        "products=2; has_gas=true; years=4; max_power=20, 4, valuable",
                "products=2; has_gas=true; years=5; max_power=19.9, 4, valuable",
        "products=1; has_gas=true; years=5; max_power=20, 5, key_to_be",
                "products=2; has_gas=true; years=5; max_power=20, 6, key_to_be",
        "products=2; has_gas=true; years=5; max_power=20; churned=true, 1, valuable"
    })
    void shouldFindThePotentialKeyAccountsFromFivePointsOn(String attributes, int points, String cell) {
        power.customer("net_margin=1000; " + attributes);
        Judged judged = power.customers(4, i -> "net_margin=10").judge();

        assertThat(judged.metric("potential")).isEqualTo(points);
        assertThat(judged.segment("key_account")).isEqualTo(cell);
    }

    /** The first five of a hundred are very large: key accounts already. */
    @ParameterizedTest
    @CsvSource({"4, none", "5, valuable"})
    void shouldLookForKeyAccountsAmongAllButTheVeryLarge(int rank, String cell) {
        power.customers(100, i -> "consumption_12m=%d; net_margin=%d".formatted(9_000 - i, 100 - i));

        assertThat(power.judge().segment("key_account", rank)).isEqualTo(cell);
    }

    /** Of ten, eight are below the border of the upper fifth. */
    @ParameterizedTest
    @CsvSource({"0, valuable", "1, valuable", "2, basic", "9, basic"})
    void shouldCallTheUpperFifthOfMarginsHigh(int rank, String cell) {
        power.customers(10, i -> "net_margin=%d".formatted(100 - i));

        assertThat(power.judge().segment("key_account", rank)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"4, very_large", "5, large", "19, large", "20, medium", "49, medium", "50, small"})
    void shouldTierConsumptionByRank(int rank, String tier) {
        power.customers(100, i -> "consumption_12m=%d".formatted(9_000 - i));

        assertThat(power.judge().segment("consumption_tier", rank)).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"110000, 0", "110100, 3", "100000, 0"})
    void shouldCountAForecastOfMoreThanATenthAsPotential(int forecast, int points) {
        assertThat(power.customer("consumption_12m=100000; forecast_12m=" + forecast)
                        .judge()
                        .metric("potential"))
                .isEqualTo(points);
    }
}
