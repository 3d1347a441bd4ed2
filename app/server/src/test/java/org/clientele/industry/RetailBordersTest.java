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
