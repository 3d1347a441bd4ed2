package org.clientele.dataimport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.clientele.engine.column.Value;
import org.clientele.plugins.api.AttributeDefinition;
import org.clientele.plugins.api.VerticalDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recipes of the bundled industries say of their customers. */
class BundledRecipesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @ParameterizedTest
    @ValueSource(strings = {"retail"})
    void shouldFillEveryAttributeOfSomeCustomers(String industry) {
        VerticalDefinition definition = RecipeWordsTest.definition(industry);
        SampleTable customers = SampleData.make(definition, 2, DAY).attributes();

        assertThat(definition.attributes())
                .extracting(AttributeDefinition::id)
                .filteredOn(id -> known(customers, id).isEmpty())
                .isEmpty();
    }

    @Test
    void shouldPutCustomersOfACityIntoItsProvince() {
        SampleTable customers =
                SampleData.make(RecipeWordsTest.definition("retail"), 2, DAY).attributes();

        assertThat(known(customers, "province")).hasSize(customers.size());
        assertThat(known(customers, "district")).hasSize(customers.size());
        assertThat(IntStream.range(0, customers.size())
                        .filter(row -> customers.get("city", row).equals(new Value.Text("苏州")))
                        .mapToObj(row -> customers.get("province", row))
                        .distinct())
                .containsExactly(new Value.Text("江苏"));
    }

    private static List<Value> known(SampleTable customers, String attribute) {
        return IntStream.range(0, customers.size())
                .mapToObj(row -> customers.get(attribute, row))
                .filter(value -> !value.isMissing())
                .toList();
    }
}
