package org.clientele.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.clientele.engine.column.Value;
import org.clientele.plugin.VerticalFixture;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recipes of the bundled industries say of their customers. */
class BundledRecipesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest
    @ValueSource(strings = {"retail", "telecom", "utilities", "realestate"})
    void shouldFillEveryAttributeOfSomeCustomers(String industry) {
        VerticalDefinition definition = definition(industry);
        SampleTable customers = SampleData.make(definition, 2, DAY).attributes();

        assertThat(definition.attributes())
                .extracting(AttributeDefinition::id)
                .filteredOn(id -> known(customers, id).isEmpty())
                .isEmpty();
    }

    @Test
    void shouldPutCustomersOfACityIntoItsProvince() {
        SampleTable customers = SampleData.make(definition("retail"), 2, DAY).attributes();

        assertThat(known(customers, "province")).hasSize(customers.size());
        assertThat(known(customers, "district")).hasSize(customers.size());
        assertThat(IntStream.range(0, customers.size())
                        .filter(row -> customers.get("city", row).equals(new Value.Text("苏州")))
                        .mapToObj(row -> customers.get("province", row))
                        .distinct())
                .containsExactly(new Value.Text("江苏"));
    }

    @Test
    void shouldChargeInTotalWhatTheMonthsOfTenureCost() {
        SampleTable members = SampleData.make(definition("telecom"), 2, DAY).attributes();

        for (int row = 0; row < members.size(); row++) {
            double months = members.get("tenure_months", row).asDouble();
            Value total = members.get("total_charges", row);
            if (months > 0) {
                assertThat(total.asDouble()
                                / months
                                / members.get("monthly_charges", row).asDouble())
                        .as("total charges of member %d", row)
                        .isBetween(0.9, 1.1);
            } else {
                assertThat(total.isMissing()).isTrue();
            }
        }
    }

    @Test
    void shouldLetEachLevelOfAnIndustryCodeBeginWithTheOneAbove() {
        SampleTable members = SampleData.make(definition("telecom"), 2, DAY).attributes();

        assertThat(IntStream.range(0, members.size())
                        .filter(row -> members.get("industry_class", row) instanceof Value.Text))
                .hasSizeGreaterThan(400)
                .allSatisfy(row -> assertThat(text(members, "industry_class", row))
                        .startsWith(text(members, "industry_group", row))
                        .hasSize(3));
    }

    @Test
    void shouldKnowPeopleWhoHaveNoContractYet() {
        SampleSet members = SampleData.make(definition("telecom"), 2, DAY);
        SampleTable people = members.attributes();
        SampleSet.Events bills = members.activities().stream()
                .filter(events -> events.activity().equals("bill"))
                .findFirst()
                .orElseThrow();

        assertThat(IntStream.range(0, people.size())
                        .filter(row -> people.get("contract", row).isMissing()))
                .hasSizeBetween(100, 300)
                .allSatisfy(row -> {
                    assertThat(people.get("tenure_months", row).isMissing()).isTrue();
                    assertThat(people.get("monthly_charges", row).isMissing()).isTrue();
                    assertThat(people.get("churned", row).isMissing()).isTrue();
                });
        assertThat(IntStream.range(0, bills.times().size()))
                .noneMatch(row -> bills.fields().get("contract", row).isMissing());
    }

    @Test
    void shouldGiveForeignNamesAForeignNationality() {
        SampleSet estate = SampleData.make(definition("realestate"), 2, DAY);

        for (int row = 0; row < estate.attributes().size(); row++) {
            if (estate.attributes().get("nationality", row) instanceof Value.Text(String nationality)) {
                assertThat(nationality.equals("chinese"))
                        .as(estate.people().get(row).name())
                        .isEqualTo(estate.people().get(row).chinese());
            }
        }
    }

    /** Whole years since the start of the contract. */
    @Test
    void shouldCountTheYearsOfASupplyContractFromItsStart() {
        SampleTable customers = SampleData.make(definition("utilities"), 2, DAY).attributes();

        for (int row = 0; row < customers.size(); row++) {
            LocalDate start = ((Value.Date) customers.get("contract_start", row)).date();
            assertThat((long) customers.get("years", row).asDouble()).isEqualTo(ChronoUnit.YEARS.between(start, DAY));
        }
    }

    @Test
    void shouldLetSomebodyOfTheRegionAnswerForItsMembers() {
        SampleSet members = SampleData.make(definition("telecom"), 2, DAY);

        for (String staff : List.of("regional_manager", "representative")) {
            Map<String, Value> regions = new HashMap<>();
            members.references().stream()
                    .filter(rows -> rows.reference().equals(staff))
                    .forEach(rows -> IntStream.range(0, rows.keys().size())
                            .forEach(row -> regions.put(
                                    rows.keys().get(row), rows.fields().get("region", row))));
            assertThat(IntStream.range(0, members.attributes().size())
                            .filter(row -> members.attributes().get(staff, row) instanceof Value.Text))
                    .hasSizeGreaterThan(400)
                    .allSatisfy(row -> assertThat(regions.get(text(members.attributes(), staff, row)))
                            .isEqualTo(members.attributes().get("region", row)));
        }
    }

    @ParameterizedTest
    @CsvSource({"telecom, representative", "telecom, regional_manager", "utilities, representative", "realestate, agent"
    })
    void shouldNameStaffAsPeopleAreNamed(String industry, String staff) {
        SampleSet sample = SampleData.make(definition(industry), 2, DAY);

        List<String> names = sample.references().stream()
                .filter(rows -> rows.reference().equals(staff))
                .flatMap(rows ->
                        IntStream.range(0, rows.keys().size()).mapToObj(row -> text(rows.fields(), "name", row)))
                .toList();

        assertThat(names.stream().distinct().count())
                .as("different names of %d", names.size())
                .isGreaterThanOrEqualTo(names.size() * 4L / 5);
        assertThat(names)
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(name -> name.matches("\\p{IsHan}{2,4} \\p{Alpha}+ \\p{Alpha}+"));
    }

    /** The public file of a developer takes 61 days from lead to sale. */
    @Test
    void shouldSellAHomeAboutTwoMonthsAfterTheLead() {
        SampleSet estate = SampleData.make(definition("realestate"), 2, DAY);
        SampleSet.Events contracts = estate.activities().stream()
                .filter(events -> events.activity().equals("contract"))
                .findFirst()
                .orElseThrow();
        long[] days = IntStream.range(0, contracts.times().size())
                .mapToLong(row -> ChronoUnit.DAYS.between(
                        ((Value.Date) contracts.fields().get("lead_date", row)).date(),
                        contracts.times().get(row).toLocalDate()))
                .toArray();

        assertThat(days).hasSizeGreaterThan(700);
        assertThat(LongStream.of(days).average().orElseThrow()).isBetween(58.0, 66.0);
        assertThat(LongStream.of(days).min().orElseThrow()).isGreaterThanOrEqualTo(18);
    }

    @Test
    void shouldLetTheStagesOfALeadFollowEachOtherUntilToday() {
        SampleTable leads = SampleData.make(definition("realestate"), 2, DAY).attributes();

        for (int row = 0; row < leads.size(); row++) {
            LocalDate last = LocalDate.MIN;
            for (String stage :
                    List.of("lead_date", "qualification_date", "site_visit_date", "negotiation_date", "booking_date")) {
                if (leads.get(stage, row) instanceof Value.Date(LocalDate date)) {
                    assertThat(date)
                            .as("%s of lead %d", stage, row)
                            .isAfter(last)
                            .isBeforeOrEqualTo(DAY);
                    last = date;
                }
            }
        }
    }

    private static VerticalDefinition definition(String industry) {
        return VerticalFixture.read(industry).definition();
    }

    private static String text(SampleTable customers, String attribute, int row) {
        return ((Value.Text) customers.get(attribute, row)).text();
    }

    private static List<Value> known(SampleTable customers, String attribute) {
        return IntStream.range(0, customers.size())
                .mapToObj(row -> customers.get(attribute, row))
                .filter(value -> !value.isMissing())
                .toList();
    }
}
