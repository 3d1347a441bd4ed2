package org.clientele.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;

/** A shop's purchases: baskets of goods, few customers with many of them, and a year with its seasons. */
class SamplePurchasesTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 21);
    private static final int DAYS = 730;
    private static final int CUSTOMERS = 4000;
    private static final double AVERAGE = 180;
    private static final SampleSet SHOP = SampleData.make(
            definition(SampleRecipe.purchases("purchase", CUSTOMERS, DAYS, 3, 6, 0.12, AVERAGE)), 2, LAST_DAY);
    private static final SampleTable LINES = SHOP.activities().getFirst().fields();

    @Test
    void shouldGiveSomeManyPurchasesAndManyFew() {
        int[] visits = new int[CUSTOMERS];
        documents().forEach((document, lines) -> visits[LINES.customer(lines.getFirst())]++);

        assertThat(List.of(count(visits, 0, 0), count(visits, 1, 1), count(visits, 11, 1000)))
                .satisfies(counts -> {
                    assertThat(counts.get(0)).isZero();
                    assertThat(counts.get(1)).isBetween(600L, 2400L);
                    assertThat(counts.get(2)).isBetween(100L, 1200L);
                });
    }

    @Test
    void shouldFillBasketsAroundTheAverageAmount() {
        List<Double> baskets = documents().values().stream()
                .map(lines -> lines.stream()
                        .filter(row -> !LINES.get("is_return", row).equals(new Value.Flag(true)))
                        .mapToDouble(row -> LINES.get("amount", row).asDouble())
                        .sum())
                .toList();

        assertThat(baskets.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                .isCloseTo(AVERAGE, within(AVERAGE * 0.12));
        assertThat(documents().values().stream().mapToInt(List::size).max().orElseThrow())
                .isBetween(3, 6);
    }

    @Test
    void shouldBringBackWhatWasBought() {
        int returns = 0;
        for (int row = 0; row < LINES.size(); row++) {
            if (LINES.get("is_return", row).equals(new Value.Flag(true))) {
                returns++;
                assertThat(LINES.get("amount", row).asDouble())
                        .isEqualTo(-LINES.get("amount", row - 1).asDouble());
                assertThat(LINES.get("product", row)).isEqualTo(LINES.get("product", row - 1));
                assertThat(LINES.get("quantity", row).asDouble()).isNegative();
            }
        }
        assertThat((double) returns / LINES.size()).isCloseTo(0.03, within(0.006));
    }

    @Test
    void shouldKnowTheSeasons() {
        int[] byMonth = new int[13];
        SHOP.activities().getFirst().times().stream()
                .filter(at -> at.toLocalDate().isAfter(LAST_DAY.minusDays(365)))
                .forEach(at -> byMonth[at.getMonthValue()]++);

        assertThat(byMonth[2]).isLessThan(byMonth[12] * 3 / 4);
    }

    @Test
    void shouldStopAtTheLastDay() {
        assertThat(SHOP.activities().getFirst().times()).isSorted().allSatisfy(at -> assertThat(at.toLocalDate())
                .isAfter(LAST_DAY.minusDays(DAYS))
                .isBeforeOrEqualTo(LAST_DAY));
    }

    private static long count(int[] visits, int least, int most) {
        return Arrays.stream(visits).filter(n -> n >= least && n <= most).count();
    }

    private static Map<Value, List<Integer>> documents() {
        Map<Value, List<Integer>> documents = new HashMap<>();
        for (int row = 0; row < LINES.size(); row++) {
            documents
                    .computeIfAbsent(LINES.get("document", row), fresh -> new ArrayList<>())
                    .add(row);
        }
        return documents;
    }

    private static VerticalDefinition definition(SampleRecipe recipe) {
        return new VerticalDefinition(
                "shop",
                "store",
                "CNY",
                "purchase",
                "monetary",
                List.of(),
                List.of(new ActivityDefinition(
                        "purchase",
                        "store",
                        List.of(
                                new ActivityField("amount", FieldType.MONEY, List.of()),
                                new ActivityField("quantity", FieldType.INTEGER, List.of()),
                                new ActivityField("document", FieldType.TEXT, List.of()),
                                new ActivityField("product", FieldType.TEXT, List.of()),
                                new ActivityField("is_return", FieldType.BOOLEAN, List.of())),
                        "amount",
                        "document",
                        null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                recipe);
    }
}
