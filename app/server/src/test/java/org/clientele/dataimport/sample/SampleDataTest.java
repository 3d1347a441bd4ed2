package org.clientele.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.clientele.engine.column.Value;
import org.junit.jupiter.api.Test;

/** A recipe of every draw and pattern, judged by the shapes it asks for. */
class SampleDataTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 21);
    private static final SampleSet POWER = SampleData.make(UtilityRecipe.definition(7), 2, LAST_DAY);
    private static final SampleTable CUSTOMERS = POWER.attributes();

    @Test
    void shouldMakeTheSameDataFromTheSameRecipe() {
        assertThat(text(SampleData.make(UtilityRecipe.definition(7), 2, LAST_DAY)))
                .isEqualTo(text(POWER));
        assertThat(text(SampleData.make(UtilityRecipe.definition(8), 2, LAST_DAY)))
                .isNotEqualTo(text(POWER));
    }

    @Test
    void shouldNameOrganisationsAndPeopleInBothLanguages() {
        assertThat(share(POWER.people(), SampleSet.Person::organisation)).isCloseTo(0.3, within(0.03));
        assertThat(share(POWER.people(), SampleSet.Person::chinese)).isCloseTo(0.86, within(0.02));
        assertThat(POWER.people()).allSatisfy(person -> {
            boolean ideographs = person.name().codePoints().anyMatch(Character::isIdeographic);
            assertThat(ideographs).isEqualTo(person.chinese());
            if (person.organisation() && person.chinese()) {
                assertThat(person.name()).matches(".+(公司|商行)");
            }
        });
        assertThat(POWER.people().stream().map(SampleSet.Person::ref)).doesNotHaveDuplicates();
    }

    @Test
    void shouldPutChineseOrganisationsIntoTheirCity() {
        assertThat(rows(row -> POWER.people().get(row).organisation()
                        && POWER.people().get(row).chinese()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(POWER.people().get(row).name()).startsWith(string("city", row)));
    }

    @Test
    void shouldKnowAgesOfPeopleOnlyAndLetBirthdaysAgree() {
        assertThat(rows(row -> POWER.people().get(row).organisation()))
                .allSatisfy(
                        row -> assertThat(CUSTOMERS.get("age", row).isMissing()).isTrue());
        assertThat(rows(row -> !CUSTOMERS.get("age", row).isMissing()))
                .hasSizeGreaterThan(2000)
                .allSatisfy(row -> {
                    LocalDate born = ((Value.Date) CUSTOMERS.get("birth_date", row)).date();
                    assertThat(ChronoUnit.YEARS.between(born, LAST_DAY))
                            .isEqualTo((long) CUSTOMERS.get("age", row).asDouble());
                });
    }

    @Test
    void shouldTakeTheFirstEntryWhoseConditionHolds() {
        for (int row = 0; row < CUSTOMERS.size(); row++) {
            boolean organisation = POWER.people().get(row).organisation();
            assertThat(string("kind", row).equals("home")).isEqualTo(!organisation);
            assertThat(CUSTOMERS.get("sources", row).isMissing())
                    .isEqualTo(!string("kind", row).equals("works"));
        }
    }

    @Test
    void shouldKeepSharesMeansAndEnds() {
        List<Integer> organisations = rows(row -> POWER.people().get(row).organisation());
        List<Integer> works = rows(row -> string("kind", row).equals("works"));
        assertThat((double) works.size() / organisations.size()).isCloseTo(0.25, within(0.04));
        assertThat(share(row -> CUSTOMERS.get("has_gas", row).isMissing())).isCloseTo(0.25, within(0.03));
        assertThat(share(row -> CUSTOMERS.get("has_gas", row).equals(new Value.Flag(true))))
                .isCloseTo(0.18 * 0.75, within(0.02));
        assertThat(numbers("monthly_bill", row -> true).average().orElseThrow()).isCloseTo(200, within(3.0));
        assertThat(numbers("monthly_bill", row -> true).min().orElseThrow()).isGreaterThanOrEqualTo(100);
        assertThat(numbers("monthly_bill", row -> true).max().orElseThrow()).isLessThanOrEqualTo(300);
        assertThat(numbers("sources", works::contains).distinct().boxed()).containsExactlyInAnyOrder(1.0, 2.0, 3.0);
        assertThat(numbers("consumption", works::contains).max().orElseThrow()).isLessThanOrEqualTo(6_000_000);
        assertThat(median("consumption", works::contains)).isCloseTo(500_000, within(100_000.0));
        assertThat(rows(row -> true)).allSatisfy(row -> {
            LocalDate end = ((Value.Date) CUSTOMERS.get("contract_end", row)).date();
            assertThat(end).isBetween(LAST_DAY.minusDays(30), LAST_DAY.plusDays(365));
            double ratio = number("forecast", row) / number("consumption", row);
            assertThat(ratio).isBetween(0.989, 1.211);
        });
    }

    @Test
    void shouldNumberFromOneAndLeaveAloneWhatTheRecipeDoesNotName() {
        assertThat(string("contract_number", 0)).isEqualTo("K-00001");
        assertThat(string("contract_number", UtilityRecipe.CUSTOMERS - 1)).isEqualTo("K-04000");
        assertThat(CUSTOMERS.fields()).doesNotContain("tariff").contains("supplier");
    }

    @Test
    void shouldPointToRowsOfTheReference() {
        SampleSet.ReferenceRows stations = POWER.references().getFirst();

        assertThat(stations.keys()).hasSize(12).startsWith("SS-0001").doesNotHaveDuplicates();
        assertThat(rows(row -> true).stream().map(row -> string("station", row)).distinct())
                .containsExactlyInAnyOrderElementsOf(stations.keys());
        for (int row = 0; row < stations.fields().size(); row++) {
            boolean main = stations.fields().get("voltage", row).equals(new Value.Whole(220));
            assertThat(stations.fields().get("name", row).equals(new Value.Text("main")))
                    .isEqualTo(main);
        }
    }

    @Test
    void shouldMakeBillsEveryThirtyDaysUntilTheCustomerLeaves() {
        SampleSet.Events bills = POWER.activities().getFirst();
        Map<Integer, LocalDateTime> last = new HashMap<>();
        for (int row = 0; row < bills.times().size(); row++) {
            LocalDateTime at = bills.times().get(row);
            LocalDateTime before = last.put(bills.fields().customer(row), at);
            if (before != null) {
                assertThat(ChronoUnit.DAYS.between(before, at)).isEqualTo(30);
            }
        }
        assertThat(bills.times()).isSorted().allSatisfy(at -> assertThat(at.toLocalDate())
                .isAfter(LAST_DAY.minusDays(UtilityRecipe.DAYS))
                .isBeforeOrEqualTo(LAST_DAY));
        long gone = last.values().stream()
                .filter(at -> at.toLocalDate().isBefore(LAST_DAY.minusDays(31)))
                .count();
        assertThat(gone).isBetween(300L, 1200L);
        assertThat(last).hasSize(UtilityRecipe.CUSTOMERS);
    }

    @Test
    void shouldMakeFieldsOfActivitiesFromAttributesAndFromEachOther() {
        SampleTable bills = POWER.activities().getFirst().fields();
        int late = 0;
        int large = 0;
        for (int row = 0; row < bills.size(); row++) {
            double amount = bills.get("amount", row).asDouble();
            if (!string("kind", bills.customer(row)).equals("works")) {
                double usual = number("monthly_bill", bills.customer(row));
                assertThat(amount / usual).isBetween(0.799, 1.201);
            } else if (amount > 1000) {
                large++;
                late += bills.get("paid_late", row).equals(new Value.Flag(true)) ? 1 : 0;
            }
        }
        assertThat((double) late / large).isCloseTo(0.4, within(0.02));
        assertThat(IntStream.range(0, bills.size()).mapToObj(row -> bills.get("number", row)))
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldLetThingsHappenAtRandomToThoseMeantWhileTheyStay() {
        SampleSet.Events faults = POWER.activities().get(1);
        List<Integer> works = rows(row -> string("kind", row).equals("works"));
        Set<Integer> hit = new HashSet<>();
        for (int row = 0; row < faults.times().size(); row++) {
            hit.add(faults.fields().customer(row));
        }
        assertThat(works).containsAll(hit);
        assertThat((double) faults.times().size() / works.size()).isBetween(3.0, 6.0);
    }

    private static String text(SampleSet set) {
        StringBuilder text = new StringBuilder(set.people().toString());
        append(text, set.attributes());
        set.activities().forEach(events -> append(text.append(events.times()), events.fields()));
        set.references().forEach(rows -> append(text.append(rows.keys()), rows.fields()));
        return text.toString();
    }

    private static void append(StringBuilder text, SampleTable table) {
        for (String field : table.fields()) {
            text.append(field);
            for (int row = 0; row < table.size(); row++) {
                text.append(table.get(field, row));
            }
        }
    }

    private static <T> double share(List<T> all, Predicate<T> some) {
        return (double) all.stream().filter(some).count() / all.size();
    }

    private static double share(IntPredicate some) {
        return (double) rows(some).size() / CUSTOMERS.size();
    }

    private static List<Integer> rows(IntPredicate some) {
        return IntStream.range(0, CUSTOMERS.size()).filter(some).boxed().toList();
    }

    private static DoubleStream numbers(String field, IntPredicate some) {
        return rows(some).stream().mapToDouble(row -> number(field, row));
    }

    private static double median(String field, IntPredicate some) {
        double[] sorted = numbers(field, some).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double number(String field, int row) {
        return CUSTOMERS.get(field, row).asDouble();
    }

    private static String string(String field, int row) {
        return CUSTOMERS.get(field, row) instanceof Value.Text(String text) ? text : "";
    }
}
