package org.clientele.industry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.column.Value;
import org.clientele.engine.report.GroupsTable;
import org.clientele.engine.report.PeriodsTable;
import org.clientele.engine.report.PivotTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The standard groups, the levels and grades of retail customers, below, at and above every border. */
class RetailBordersTest {
    private final Industry retail = Industry.of("retail");

    @ParameterizedTest
    @CsvSource({
        "0, under_18",
        "17, under_18",
        "18, from_18",
        "19, from_18",
        "44, from_18",
        "45, from_45",
        "46, from_45",
        "59, from_45",
        "60, from_60",
        "61, from_60",
        "104, from_60"
    })
    void shouldPutAnAgeOnABorderIntoTheOlderGroup(int age, String group) {
        assertThat(retail.customer("age=" + age).judge().segment("age_group")).isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({
        "0, under_1000",
        "999.99, under_1000",
        "1000, from_1000",
        "1000.01, from_1000",
        "2999.99, from_1000",
        "3000, from_1000",
        "3000.01, over_3000",
        "120000, over_3000"
    })
    void shouldBandMonthlyPayAsTheOverallClassificationDoes(String pay, String band) {
        assertThat(retail.customer("monthly_pay=" + pay).judge().segment("pay_band"))
                .isEqualTo(band);
    }

    @Test
    void shouldLeaveWhoseAgeAndPayAreUnknownOutOfEveryGroup() {
        Judged judged = retail.customer("gender=female").judge();

        assertThat(judged.segment("age_group")).isEqualTo("none");
        assertThat(judged.segment("pay_band")).isEqualTo("none");
        assertThat(judged.segment("buying_habit")).isEqualTo("none");
    }

    /** Of ten purchases, the youngest first; some online, some within the year. */
    @ParameterizedTest
    @CsvSource({
        "4, 6, offline_often",
        "5, 6, online_often",
        "6, 6, online_often",
        "4, 5, offline_seldom",
        "5, 5, online_seldom",
        "5, 7, online_often",
        "0, 5, offline_seldom",
        "0, 7, offline_often"
    })
    void shouldTellHabitsByHalfOfThePurchasesAndSixAYear(int online, int inYear, String habit) {
        retail.customer("");
        IntStream.range(0, 10)
                .forEach(i -> retail.event(
                        "purchase",
                        i < inYear ? i : 365 + i,
                        "amount=10; document=D%d; channel=%s".formatted(i, i < online ? "online" : "offline")));

        assertThat(retail.judge().segment("buying_habit")).isEqualTo(habit);
    }

    /** The customer whose sales make the running total reach 90 % is the last of grade A, the one who makes it reach 97 % the last of B. */
    @ParameterizedTest
    @CsvSource({
        "'50;39.99;5;4.01;1', a a a b c",
        "'50;40;7;2;1', a a b c c",
        "'50;40.01;6.99;2;1', a a b c c",
        "'90;4;3;2;1', a b b c c",
        "'20;20;20;20;20', a a a a a",
        "'100;0;0', a c c"
    })
    void shouldMakeGradeAOfNinetyPercentOfSales(String sales, String grades) {
        sales(sales);

        assertThat(retail.judge().segments("abc")).containsExactly(grades.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "'40;39.99;10;5;5.01', vital vital vital rest rest",
        "'40;40;10;5;5', vital vital rest rest rest",
        "'40;40.01;9.99;5;5', vital vital rest rest rest"
    })
    void shouldFindTheFewWhoBringEightyPercent(String sales, String groups) {
        sales(sales);

        assertThat(retail.judge().segments("pareto")).containsExactly(groups.split(" "));
    }

    /** Of a hundred customers the first is platinum, four are gold, fifteen iron, eighty lead. */
    @ParameterizedTest
    @CsvSource({"0, platinum", "1, gold", "4, gold", "5, iron", "19, iron", "20, lead", "99, lead"})
    void shouldBuildThePyramidOfFourTiers(int rank, String tier) {
        hundred();

        assertThat(retail.judge().segment("pyramid", rank)).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({"19, high", "20, middle", "49, middle", "50, low", "99, low"})
    void shouldTellHighMiddleAndLowSpendersByTheirRank(int rank, String level) {
        hundred();

        assertThat(retail.judge().segment("spend_level", rank)).isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"-0.01, review", "0, economy", "0.01, economy", "999.99, economy", "1000, keep", "1000.01, keep"})
    void shouldTellNegativeLowAndHighCurrentValue(String spent, String cell) {
        Judged judged = retail.customer("")
                .event("purchase", 400, "amount=" + spent + "; document=D1")
                .judge();

        assertThat(judged.metric("potential")).isLessThan(3);
        assertThat(judged.segment("value_matrix")).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({
        "promotion_response=high, 2, 500, develop",
        "referral=willing; promotion_response=high, 3, 500, develop",
        "referral=willing, 3, 2000, partner"
    })
    void shouldAddUpPotentialFromThreePointsOn(String attributes, int recentPoints, String spent, String cell) {
        Judged judged = retail.customer(attributes)
                .event("purchase", 91, "amount=" + spent + "; document=D1")
                .judge();

        assertThat(judged.metric("potential")).isGreaterThanOrEqualTo(recentPoints);
        assertThat(judged.segment("value_matrix")).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource({"89, 4", "90, 4", "91, 2"})
    void shouldCountAPurchaseOfNinetyDaysAsRecent(int daysAgo, int points) {
        Judged judged = retail.customer("")
                .event("purchase", daysAgo, "amount=100; document=D1")
                .judge();

        assertThat(judged.metric("potential")).isEqualTo(points);
    }

    @ParameterizedTest
    @CsvSource({"0, new", "180, new", "181, declining", "364, declining", "365, declining", "366, lapsed"})
    void shouldFollowACustomerOfOnePurchaseThroughLife(int daysAgo, String stage) {
        Judged judged = retail.customer("")
                .event("purchase", daysAgo, "amount=100; document=D1")
                .judge();

        assertThat(judged.segment("life_cycle")).isEqualTo(stage);
    }

    @Test
    void shouldKnowWhoHasNotBoughtYetAsPotential() {
        assertThat(retail.customer("age=30").judge().segment("life_cycle")).isEqualTo("potential");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 200, growing",
        "6, 179, growing",
        "6, 180, mature",
        "6, 181, mature",
        "7, 181, mature",
        "2, 30, growing"
    })
    void shouldCallMatureWhoBoughtSixTimesInHalfAYear(int purchases, int since, String stage) {
        retail.customer("");
        IntStream.range(0, purchases)
                .forEach(i ->
                        retail.event("purchase", i == purchases - 1 ? since : i * 20, "amount=100; document=D" + i));

        assertThat(retail.judge().segment("life_cycle")).isEqualTo(stage);
    }

    /** Two purchases 25 days apart: three gaps are 75 days. */
    @ParameterizedTest
    @CsvSource({"60, 10, growing", "61, 10, declining", "75, 25, growing", "76, 25, declining", "74, 25, growing"})
    void shouldWarnWhenAGapIsThreeTimesTheUsualAndOverSixtyDays(int recency, int gap, String stage) {
        Judged judged = retail.customer("")
                .event("purchase", recency, "amount=100; document=D1")
                .event("purchase", recency + gap, "amount=100; document=D2")
                .judge();

        assertThat(judged.segment("life_cycle")).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"49.99, declining", "50, growing", "50.01, growing"})
    void shouldWarnWhenSpendingFellBelowHalfOfTheYearBefore(String spent, String stage) {
        Judged judged = retail.customer("")
                .event("purchase", 10, "amount=" + spent + "; document=D1")
                .event("purchase", 365, "amount=100; document=D2")
                .judge();

        assertThat(judged.segment("life_cycle")).isEqualTo(stage);
    }

    @ParameterizedTest
    @CsvSource({"0.29, MET", "0.3, MET", "0.31, NOT_MET"})
    void shouldAcceptThreeReturnsInTen(double share, String state) {
        retail.customer("");
        IntStream.range(0, 100)
                .forEach(i -> retail.event(
                        "purchase", 5, "amount=10; document=D%d; is_return=%s".formatted(i, i < share * 100 - 1e-9)));

        assertThat(retail.judge().check("few_returns")).hasToString(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"impatient", "slow", "silent", "talkative", "hesitant", "serious", "suspicious", "critical"})
    void shouldHaveACardForEachOfTheEightTemperaments(String temperament) {
        assertThat(retail.definition().guides())
                .filteredOn(guide -> "temperament".equals(guide.attribute()))
                .hasSize(8)
                .anyMatch(guide -> temperament.equals(guide.value()));
    }

    @Test
    void shouldClassifyAllCustomersByTheSevenRespectsOfTheTable() {
        retail.customer(
                        "gender=female; age=17; region=east; settlement=town; need_type=consumer_goods; monthly_pay=999")
                .customer(
                        "gender=male; age=45; region=west; settlement=village; need_type=production_goods; monthly_pay=3000")
                .customer(
                        "gender=male; age=60; region=west; settlement=village; need_type=production_goods; monthly_pay=3001");

        GroupsTable table = (GroupsTable) retail.judge().report("overall");

        assertThat(table.blocks())
                .extracting(GroupsTable.Block::dimension)
                .containsExactly(
                        "gender",
                        "age_group",
                        "region",
                        "settlement",
                        "spend_level",
                        "need_type",
                        "pay_band",
                        "income_band",
                        "buying_place",
                        "preferred_channel");
        assertThat(table.blocks().getFirst().rows())
                .extracting(row -> row.group().key() + " " + row.cells())
                .containsExactly(
                        "female " + List.of(new Value.Whole(1), new Value.Decimal(1 / 3.0)),
                        "male " + List.of(new Value.Whole(2), new Value.Decimal(2 / 3.0)));
    }

    @Test
    void shouldShowCustomersAndSalesOfARegionByYear() {
        retail.customer("region=east")
                .event("purchase", 10, "amount=75; document=D1")
                .event("purchase", 400, "amount=10; document=D2")
                .customer("region=west")
                .event("purchase", 20, "amount=25; document=D3");

        PeriodsTable table = (PeriodsTable) retail.judge().report("regional");

        assertThat(table.rows())
                .extracting(row -> row.start().getYear() + " " + row.group().key() + " "
                        + row.customers().asDouble() + " "
                        + row.customersShare().asDouble() + " "
                        + row.amountShare().asDouble())
                .contains("2026 east 1.0 0.5 0.75", "2026 west 1.0 0.5 0.25", "2025 east 1.0 1.0 1.0");
    }

    @Test
    void shouldCrossCustomersWithProductsAndTotalThem() {
        retail.customer("")
                .event("purchase", 10, "amount=75; document=D1; description=Tea")
                .event("purchase", 11, "amount=5; document=D1; description=Cup")
                .customer("")
                .event("purchase", 20, "amount=25; document=D3; description=Tea");

        PivotTable table = (PivotTable) retail.judge().report("sales");

        assertThat(table.total().cells()).containsExactly(new Value.Money(100_00, 2), new Value.Money(5_00, 2));
        assertThat(table.total().total()).isEqualTo(new Value.Money(105_00, 2));
        assertThat(table.rows())
                .extracting(PivotTable.Row::total)
                .containsExactly(new Value.Money(80_00, 2), new Value.Money(25_00, 2));
    }

    @ParameterizedTest
    @CsvSource({"1, low", "4, low", "5, middle", "6, middle", "7, middle", "8, high", "9, high", "10, high"})
    void shouldTellHighMiddleAndLowSatisfaction(int satisfaction, String level) {
        assertThat(retail.customer("satisfaction=" + satisfaction).judge().segment("satisfaction_level"))
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({"0, detractors", "6, detractors", "7, passives", "8, passives", "9, promoters", "10, promoters"})
    void shouldCountRecommendationAsTheNetPromoterScoreDoes(int answer, String group) {
        assertThat(retail.customer("recommendation=" + answer).judge().segment("recommendation_group"))
                .isEqualTo(group);
    }

    @ParameterizedTest
    @CsvSource({
        "satisfaction=0, satisfaction_scale, NOT_MET",
        "satisfaction=1, satisfaction_scale, MET",
        "satisfaction=10, satisfaction_scale, MET",
        "satisfaction=11, satisfaction_scale, NOT_MET",
        "recommendation=-1, recommendation_scale, NOT_MET",
        "recommendation=0, recommendation_scale, MET",
        "recommendation=10, recommendation_scale, MET",
        "recommendation=11, recommendation_scale, NOT_MET",
        "'', satisfaction_scale, NOT_CONCERNED"
    })
    void shouldAskForAnswersOnTheirScales(String answer, String check, String state) {
        assertThat(retail.customer(answer).judge().check(check)).hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({"2, 0, low", "3, 0, high", "4, 0, high", "2, 1, low"})
    void shouldCallEngagedWhoCameThreeTimesInAQuarter(int within, int before, String level) {
        retail.customer("");
        IntStream.range(0, within).forEach(i -> retail.event("engagement", 89 - i, "kind=browsing"));
        IntStream.range(0, before).forEach(i -> retail.event("engagement", 90 + i, "kind=browsing"));

        assertThat(retail.judge().segment("engagement_level")).isEqualTo(level);
    }

    /** Two purchases ten days apart, long ago enough to be more than three usual gaps, or not; what was said of satisfaction. */
    @ParameterizedTest
    @CsvSource({
        "60, '', 0, calm",
        "61, '', 2, warning",
        "60, satisfaction=5, 0, calm",
        "60, satisfaction=4, 2, warning",
        "61, satisfaction=4, 4, acute",
        "365, satisfaction=4, 4, acute",
        "366, satisfaction=4, 6, left"
    })
    void shouldWarnByTheSignsOfAComingLoss(int recency, String answer, int signs, String warning) {
        Judged judged = retail.customer(answer)
                .event("purchase", recency, "amount=100; document=D1")
                .event("purchase", recency + 10, "amount=100; document=D2")
                .judge();

        assertThat(judged.metric("churn_signals")).isGreaterThanOrEqualTo(signs);
        assertThat(judged.segment("churn_warning")).isEqualTo(warning);
    }

    /** Purchases of this year against four of the year before, each of the same amount. */
    @ParameterizedTest
    @CsvSource({"1, 2, warning", "2, 0, calm", "3, 0, calm"})
    void shouldTakeHalfOfLastYearsPurchasesAndSpendAsSigns(int purchases, int signs, String warning) {
        retail.customer("");
        IntStream.range(0, purchases).forEach(i -> retail.event("purchase", 30 + i, "amount=100; document=N" + i));
        IntStream.range(0, 4).forEach(i -> retail.event("purchase", 400 + 60 * i, "amount=100; document=O" + i));

        Judged judged = retail.judge();

        assertThat(judged.metric("churn_signals")).isEqualTo(signs);
        assertThat(judged.segment("churn_warning")).isEqualTo(warning);
    }

    @ParameterizedTest
    @CsvSource({"1, 4, 1, watch", "2, 4, 0, calm", "3, 4, 0, calm", "0, 0, 0, calm"})
    void shouldTakeHalfOfLastQuartersEngagementsAsASign(int now, int before, int signs, String warning) {
        retail.customer("").event("purchase", 5, "amount=100; document=D1");
        IntStream.range(0, now).forEach(i -> retail.event("engagement", i, "kind=enquiry"));
        IntStream.range(0, before).forEach(i -> retail.event("engagement", 90 + i, "kind=enquiry"));

        Judged judged = retail.judge();

        assertThat(judged.metric("churn_signals")).isEqualTo(signs);
        assertThat(judged.segment("churn_warning")).isEqualTo(warning);
    }

    /** Spent 100 in the year before the last, and nothing for more than 60 days. */
    @ParameterizedTest
    @CsvSource({"99.99, MET", "100, MET", "100.01, NOT_MET"})
    void shouldCompareTheCostToKeepWithWhatIsLost(String cost, String state) {
        Judged judged = retail.customer("keeping_cost=" + cost + "; satisfaction=2")
                .event("purchase", 364, "amount=10; document=D1")
                .event("purchase", 365, "amount=100; document=D2")
                .judge();

        assertThat(judged.segment("churn_warning")).isEqualTo("acute");
        assertThat(judged.check("worth_keeping")).hasToString(state);
    }

    @ParameterizedTest
    @CsvSource({
        "income_band, 'high,middle,low'",
        "need_level, 'product,service,experience,relationship,success'",
        "value_level, 'market,transaction,personalised,emotional'"
    })
    void shouldHaveACardForEachIncomeGroupAndLevelOfNeedAndValue(String attribute, String values) {
        assertThat(retail.definition().guides())
                .filteredOn(guide -> attribute.equals(guide.attribute()))
                .extracting(guide -> guide.value())
                .containsExactly(values.split(","));
    }

    @ParameterizedTest
    @CsvSource({"north, region_north", "south, region_south", "central, region_central", "west, region_west", "east, ''"
    })
    void shouldAdviseByTheFourRegionsOfTheSource(String region, String card) {
        assertThat(retail.customer("region=" + region).judge().guides())
                .containsExactly(card.isEmpty() ? new String[0] : new String[] {card});
    }

    @Test
    void shouldSumWhatIsLostByReason() {
        retail.customer("loss_reason=price; keeping_cost=30")
                .event("purchase", 400, "amount=80; document=D1")
                .customer("loss_reason=price")
                .event("purchase", 500, "amount=20; document=D2")
                .customer("loss_reason=service; keeping_cost=70")
                .event("purchase", 366, "amount=10; document=D3")
                .customer("loss_reason=service")
                .event("purchase", 3, "amount=900; document=D4");

        GroupsTable table = (GroupsTable) retail.judge().report("tracking");

        assertThat(table.blocks().getLast().rows())
                .extracting(row -> row.group().key() + " " + row.cells().get(0) + " "
                        + row.cells().get(2).asDouble() + " "
                        + row.cells().get(3).asDouble())
                .containsExactly(
                        "price " + new Value.Whole(2) + " 100.0 30.0",
                        "product " + new Value.Whole(0) + " 0.0 0.0",
                        "service " + new Value.Whole(1) + " 10.0 70.0");
    }

    private void sales(String amounts) {
        for (String amount : amounts.split(";")) {
            retail.customer("").event("purchase", 5, "amount=" + amount + "; document=D1");
        }
    }

    /** A hundred customers, the best first, no two alike. */
    private void hundred() {
        IntStream.range(0, 100)
                .forEach(i -> retail.customer("").event("purchase", 5, "amount=%d; document=D1".formatted(1_000 - i)));
    }
}
