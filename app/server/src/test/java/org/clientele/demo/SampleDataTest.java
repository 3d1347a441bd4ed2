package org.clientele.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.ActivityDefinition;
import org.clientele.plugins.api.ActivityDefinition.ActivityField;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.FieldType;
import org.clientele.plugins.api.Layer;
import org.clientele.plugins.api.SampleRecipe;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;

class SampleDataTest {
    private static final LocalDate YESTERDAY = LocalDate.of(2026, 11, 21);
    private static final int DAYS = 730;

    @Test
    void shouldMakeTheSameCustomersFromTheSameRecipe() {
        assertThat(customers(1)).isEqualTo(customers(1)).isNotEqualTo(customers(2));
    }

    @Test
    void shouldFillTheHistoryAndNothingOutsideIt() {
        List<SampleCustomer> customers = customers(1);

        assertThat(customers).hasSize(2000).allSatisfy(customer -> assertThat(customer.activities())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.at().toLocalDate())
                        .isAfter(YESTERDAY.minusDays(DAYS))
                        .isBeforeOrEqualTo(YESTERDAY)));
    }

    @Test
    void shouldGiveSomeManyPurchasesAndManyFew() {
        List<Long> visits = customers(1).stream()
                .map(customer -> customer.activities().stream()
                        .map(row -> row.fields().get("document"))
                        .distinct()
                        .count())
                .toList();

        assertThat(visits.stream().filter(n -> n == 1).count()).isBetween(300L, 1200L);
        assertThat(visits.stream().filter(n -> n > 10).count()).isBetween(50L, 600L);
    }

    @Test
    void shouldUseDeclaredFieldsAndChoicesOnly() {
        assertThat(customers(1)).allSatisfy(customer -> {
            assertThat(customer.attributes().keySet()).isSubsetOf("city", "level");
            if (customer.attributes().get("level") instanceof Value.Text(String level)) {
                assertThat(level).isIn("high", "medium", "low");
            }
        });
    }

    @Test
    void shouldNameSomeInChineseAndSomeNot() {
        List<SampleCustomer> customers = customers(1);

        assertThat(customers.stream().filter(SampleCustomer::chinese).count()).isBetween(1500L, 1950L);
        assertThat(customers)
                .allSatisfy(customer -> assertThat(customer.name().codePoints().anyMatch(Character::isIdeographic))
                        .isEqualTo(customer.chinese()));
    }

    private static List<SampleCustomer> customers(long seed) {
        SampleRecipe recipe = new SampleRecipe("purchase", 2000, DAYS, seed, 6, 0.12, 180);
        return new SampleData(definition(recipe), recipe, 2, YESTERDAY).customers();
    }

    private static VerticalDefinition definition(SampleRecipe recipe) {
        return new VerticalDefinition(
                "shop",
                "store",
                "CNY",
                "purchase",
                "monetary",
                List.of(
                        new AttributeDefinition("city", FieldType.TEXT, Layer.BASIC, false, List.of(), null, null),
                        new AttributeDefinition(
                                "level",
                                FieldType.CHOICE,
                                Layer.VALUE,
                                false,
                                List.of("high", "medium", "low"),
                                null,
                                null)),
                List.of(new ActivityDefinition(
                        "purchase",
                        "store",
                        List.of(
                                new ActivityField("amount", FieldType.MONEY, List.of()),
                                new ActivityField("document", FieldType.TEXT, List.of())),
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
